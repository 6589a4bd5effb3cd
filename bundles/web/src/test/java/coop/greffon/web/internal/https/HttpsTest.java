package coop.greffon.web.internal.https;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.problem.Refused;
import coop.greffon.core.setting.HostSettings;
import coop.greffon.core.setting.Settings;
import coop.greffon.testing.AdjustableClock;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

class HttpsTest {
    @TempDir
    private Path etc;

    private final Hashtable<String, Object> server = new Hashtable<>();

    private boolean isDown;

    private Https https() {
        Configuration configuration = Configuration.class.cast(Proxy.newProxyInstance(
                Configuration.class.getClassLoader(),
                new Class<?>[] {Configuration.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getProperties")) {
                        return server.clone();
                    }
                    if (method.getName().equals("update") && isDown) {
                        throw new IOException("for the test");
                    }
                    if (method.getName().equals("update")) {
                        server.putAll((Hashtable<String, Object>) arguments[0]);
                    }
                    return null;
                }));
        HostSettings coop = (HostSettings) Proxy.newProxyInstance(
                HostSettings.class.getClassLoader(),
                new Class<?>[] {HostSettings.class},
                (proxy, method, arguments) ->
                        method.getReturnType() == Optional.class ? Optional.empty() : "La Clairette");
        return new Https(
                etc.resolve("https"),
                answering(ConfigurationAdmin.class, "getConfiguration", configuration),
                answering(Settings.class, "on", coop),
                answering(Audit.class, "record", null),
                AdjustableClock.at("2026-11-21T09:00:00Z"));
    }

    private static <T> T answering(Class<T> type, String name, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> method.getName().equals(name) ? answer : null));
    }

    private String text(String file) throws IOException {
        return Files.readString(etc.resolve("https").resolve(file));
    }

    @Test
    void theAuthorityThatTabletsKnowVouchesForEachNewCertificate() throws IOException {
        https().on(8443, List.of("caisse"), Actor.console());
        String authority = text("authority.pem");
        String certificate = text("certificate.pem");

        https().on(8443, List.of("entree"), Actor.console());

        assertThat(text("authority.pem")).isEqualTo(authority);
        assertThat(text("certificate.pem")).isNotEqualTo(certificate);
    }

    @Test
    void theServerReadsAWholeStoreWhereverAnExchangeStops() throws Exception {
        https().on(8443, List.of("caisse"), Actor.console());
        isDown = true;

        assertThatThrownBy(() -> https().on(8443, List.of("entree"), Actor.console()))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(shown()).contains("caisse").doesNotContain("entree");

        isDown = false;
        https().on(8443, List.of("balance"), Actor.console());
        assertThat(shown()).contains("balance");
        https().on(8443, List.of("cave"), Actor.console());
        assertThat(shown()).contains("cave");
    }

    /** The hosts of the certificate that the server finds with what it was told. */
    private List<String> shown() throws Exception {
        char[] password =
                server.get("org.ops4j.pax.web.ssl.keystore.password").toString().toCharArray();
        File file = new File(server.get("org.ops4j.pax.web.ssl.keystore").toString());
        KeyStore store = KeyStore.getInstance(file, password);
        return Certificates.hosts((X509Certificate) store.getCertificate("greffon"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"authority.pem", "authority-key.pem"})
    void anAuthorityThatCannotBeReadIsNotReplaced(String broken) throws IOException {
        https().on(8443, List.of(), Actor.console());
        String other = broken.equals("authority.pem") ? "authority-key.pem" : "authority.pem";
        String kept = text(other);
        Files.delete(etc.resolve("https/key.pem"));
        Files.delete(etc.resolve("https/certificate.pem"));

        Files.writeString(etc.resolve("https").resolve(broken), "half a fi");
        assertRefused(broken);
        Files.delete(etc.resolve("https").resolve(broken));
        assertRefused(broken);

        assertThat(text(other)).isEqualTo(kept);
        assertThat(etc.resolve("https").resolve(broken)).doesNotExist();
    }

    private void assertRefused(String file) {
        assertThatThrownBy(() -> https().on(8443, List.of(), Actor.console()))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.title().key()).isEqualTo("web.https.authority-unusable");
                    assertThat(refused.title().arguments().toString()).contains(file);
                });
    }
}
