package coop.greffon.web.internal.https;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.web.internal.https.PemFolder.UnusablePair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final List<String> HOSTS = List.of("greffon.local", "192.0.2.7", "::1");

    @TempDir
    private Path temporary;

    private final KeyPairWithChain authority = Certificates.authority("La Clairette", NOW);

    @Test
    void theAuthorityVouchesForMachinesOnly() throws Exception {
        var certificate = authority.certificate();

        assertThat(certificate.getBasicConstraints()).isZero();
        assertThat(certificate.getSubjectX500Principal().getName()).contains("CN=La Clairette");
        assertThat(certificate.getNotAfter().toInstant()).isEqualTo(Instant.parse("2036-11-19T09:00:00Z"));
        certificate.verify(certificate.getPublicKey());
    }

    @Test
    void aMachineIsCertifiedUnderItsNamesAndAddressesForThirteenMonths() throws Exception {
        KeyPairWithChain server = Certificates.server(authority, HOSTS, NOW);

        assertThat(Certificates.hosts(server.certificate()))
                .containsExactly("greffon.local", "192.0.2.7", "0:0:0:0:0:0:0:1");
        assertThat(server.certificate().getNotAfter().toInstant()).isEqualTo(Instant.parse("2027-12-24T09:00:00Z"));
        assertThat(server.certificate().getNotBefore().toInstant()).isEqualTo(Instant.parse("2026-11-21T09:00:00Z"));
        assertThat(server.certificate().getBasicConstraints()).isEqualTo(-1);
        assertThat(server.certificate().getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(Certificates.isBy(authority.certificate(), server.certificate()))
                .isTrue();
        assertThat(Certificates.isBy(Certificates.authority("Autre", NOW).certificate(), server.certificate()))
                .isFalse();
        assertThat(Https.fits(server.key(), server.certificate())).isTrue();
        assertThat(Https.fits(authority.key(), server.certificate())).isFalse();
    }

    @Test
    void keysAndCertificatesComeBackFromTheirFolder() throws Exception {
        var folder = new PemFolder(temporary.resolve("https"));
        KeyPairWithChain server = Certificates.server(authority, HOSTS, NOW);

        assertThat(folder.server()).isEmpty();

        folder.writeAuthority(authority);
        folder.writeServer(server);
        Path written = folder.writeStore(server, "secret", null);

        assertThat(folder.authority()).contains(authority);
        assertThat(folder.server()).contains(server);
        KeyStore store = KeyStore.getInstance(written.toFile(), "secret".toCharArray());
        assertThat(store.getCertificateChain("greffon"))
                .containsExactly(server.chain().toArray(Certificate[]::new));
        assertThat(PemFolder.isInStore(server.certificate(), written, "secret")).isTrue();
        assertThat(PemFolder.isInStore(authority.certificate(), written, "secret"))
                .isFalse();
    }

    @Test
    void onlyTheOwnerEntersTheFolder() throws IOException {
        var folder = new PemFolder(temporary.resolve("https"));
        folder.writeAuthority(authority);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary.resolve("https"))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(temporary.resolve("https/authority-key.pem"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatHoldsNoKeyIsNamed() throws IOException {
        Files.writeString(temporary.resolve("key.pem"), "not a key");
        Files.writeString(temporary.resolve("certificate.pem"), "not a certificate");

        assertThatThrownBy(() -> new PemFolder(temporary).server())
                .isInstanceOf(UnusablePair.class)
                .hasMessageContaining("key.pem");
    }
}
