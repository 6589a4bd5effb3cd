package coop.greffon.web.internal.https;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Refused;
import coop.greffon.core.setting.HostSettings;
import coop.greffon.core.setting.Settings;
import coop.greffon.web.internal.https.PemFolder.UnusablePair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTPS from the pair of PEM files in {@code etc/https}: the co-op's own, or one given by a local authority that is made when there is none.
 *
 * <p>The server reads a PKCS#12 store made of the pair; its password stands beside it in the server's configuration, so what protects the key
 * is the folder, which only its owner enters.
 */
@Component(service = Https.class)
public final class Https {
    private static final Logger LOG = LoggerFactory.getLogger(Https.class);
    private static final String SERVER = "org.ops4j.pax.web";
    private static final String ENABLED = "org.osgi.service.http.secure.enabled";
    private static final String PORT = "org.osgi.service.http.port.secure";
    private static final String STORE = "org.ops4j.pax.web.ssl.keystore";
    private static final String STORE_TYPE = STORE + ".type";
    private static final String STORE_PASSWORD = STORE + ".password";
    private static final String KEY_PASSWORD = "org.ops4j.pax.web.ssl.key.password";
    private static final String RECORD = "web.https";
    private static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);

    /**
     * How things stand.
     *
     * @param isOn whether the server answers HTTPS
     * @param port on which port, 0 where it does not
     * @param hosts what the certificate is for
     * @param until when the certificate ends, null where there is none
     * @param authority the local authority that tablets have to know, null where the pair is the co-op's own
     */
    public record Status(boolean isOn, int port, List<String> hosts, Instant until, X509Certificate authority) {}

    private final PemFolder folder;
    private final ConfigurationAdmin configurations;
    private final Settings settings;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public Https(
            BundleContext context,
            @Reference ConfigurationAdmin configurations,
            @Reference Settings settings,
            @Reference Audit audit,
            @Reference Clock clock) {
        this(Path.of(context.getProperty("karaf.etc"), "https"), configurations, settings, audit, clock);
    }

    Https(Path folder, ConfigurationAdmin configurations, Settings settings, Audit audit, Clock clock) {
        this.folder = new PemFolder(folder);
        this.configurations = configurations;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** How things stand. */
    public Status status() {
        Dictionary<String, Object> server = properties();
        boolean isOn = "true".equals(String.valueOf(server.get(ENABLED)));
        int port = isOn ? Integer.parseInt(String.valueOf(server.get(PORT))) : 0;
        Optional<KeyPairWithChain> pair = usable(folder::server);
        return new Status(
                isOn,
                port,
                pair.map(found -> Certificates.hosts(found.certificate())).orElse(List.of()),
                pair.map(found -> found.certificate().getNotAfter().toInstant()).orElse(null),
                pair.flatMap(this::authorityOf).orElse(null));
    }

    private static <T> Optional<T> usable(Supplier<Optional<T>> read) {
        try {
            return read.get();
        } catch (UnusablePair unusable) {
            return Optional.empty();
        }
    }

    /** The local authority where it vouches for a pair. */
    private Optional<X509Certificate> authorityOf(KeyPairWithChain pair) {
        return usable(folder::authority)
                .map(KeyPairWithChain::certificate)
                .filter(authority -> Certificates.isBy(authority, pair.certificate()));
    }

    /**
     * Answers HTTPS from now on, with the pair that lies ready, or with one of the local authority.
     *
     * @param port on which port
     * @param further names and addresses of this machine beyond those it knows itself; for the local authority only
     * @throws Refused where the pair that lies ready or the local authority cannot be used
     */
    public Status on(int port, List<String> further, Actor by) {
        KeyPairWithChain pair = pair(further);
        use(pair, port);
        audit.record(
                by,
                "web.audit.https-on",
                RECORD,
                "server",
                List.of(new FieldChange("hosts", null, String.join(", ", Certificates.hosts(pair.certificate())))));
        return status();
    }

    private KeyPairWithChain pair(List<String> further) {
        Optional<KeyPairWithChain> ready = readyPair();
        boolean isOwn = ready.isPresent() && ready.flatMap(this::authorityOf).isEmpty();
        return isOwn ? ready.get() : fromAuthority(hosts(further));
    }

    private Optional<KeyPairWithChain> readyPair() {
        try {
            Optional<KeyPairWithChain> ready = folder.server();
            ready.ifPresent(this::insistOnUse);
            return ready;
        } catch (UnusablePair unusable) {
            throw new Refused(Text.of("web.https.unusable", unusable.getMessage()));
        }
    }

    private void insistOnUse(KeyPairWithChain pair) {
        if (!fits(pair.key(), pair.certificate())) {
            throw new Refused(Text.of("web.https.does-not-fit", PemFolder.KEY, PemFolder.CERTIFICATE));
        }
        // One of our own is made anew before it ends.
        if (authorityOf(pair).isEmpty()
                && clock.instant().isAfter(pair.certificate().getNotAfter().toInstant())) {
            throw new Refused(Text.of("web.https.ended", PemFolder.CERTIFICATE));
        }
    }

    /** Whether what a key signs is what its certificate vouches for. */
    static boolean fits(PrivateKey key, X509Certificate certificate) {
        String algorithm = switch (key.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> key.getAlgorithm();
        };
        try {
            byte[] content = "greffon".getBytes(StandardCharsets.US_ASCII);
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(content);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(content);
            return signature.verify(signed);
        } catch (GeneralSecurityException differs) {
            return false;
        }
    }

    private KeyPairWithChain fromAuthority(List<String> hosts) {
        Instant now = clock.instant();
        KeyPairWithChain server = Certificates.server(authority(now), hosts, now);
        folder.writeServer(server);
        return server;
    }

    private KeyPairWithChain authority(Instant now) {
        try {
            return folder.authority().orElseGet(() -> {
                KeyPairWithChain made = Certificates.authority(coop().coopName(), now);
                folder.writeAuthority(made);
                return made;
            });
        } catch (UnusablePair unusable) {
            // Another one in its place would be unknown to every tablet, and the one they know gone.
            throw new Refused(Text.of("web.https.authority-unusable", unusable.getMessage()));
        }
    }

    private HostSettings coop() {
        return settings.on(HostSettings.class, LocalDate.now(clock));
    }

    /** Every name and address under which this machine may be reached. */
    private List<String> hosts(List<String> further) {
        Set<String> hosts = new LinkedHashSet<>();
        further.stream().map(Certificates::plain).forEach(hosts::add);
        coop().publicAddress().map(URI::getHost).map(Certificates::plain).ifPresent(hosts::add);
        try {
            String name = Certificates.plain(InetAddress.getLocalHost().getHostName());
            hosts.add(name);
            if (!name.contains(".")) {
                hosts.add(name + ".local");
            }
        } catch (UnknownHostException nameless) {
            LOG.debug("This machine has no name; it is reached by its addresses", nameless);
        }
        hosts.add("localhost");
        try {
            NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLinkLocalAddress())
                    .map(address -> address.getHostAddress().replaceFirst("%.*", ""))
                    .forEach(hosts::add);
        } catch (SocketException noNetwork) {
            hosts.add(InetAddress.getLoopbackAddress().getHostAddress());
        }
        return List.copyOf(hosts);
    }

    private void use(KeyPairWithChain pair, int port) {
        Dictionary<String, Object> server = properties();
        String password = password();
        Path store = folder.writeStore(pair, password, (String) server.get(STORE));
        server.put(PORT, String.valueOf(port));
        server.put(STORE, store.toString());
        server.put(STORE_TYPE, "PKCS12");
        server.put(STORE_PASSWORD, password);
        server.put(KEY_PASSWORD, password);
        server.put(ENABLED, "true");
        update(server);
        folder.dropOther(store);
    }

    private static String password() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Answers HTTP alone from now on; keys and certificates stay. */
    public Status off(Actor by) {
        Dictionary<String, Object> server = properties();
        server.put(ENABLED, "false");
        update(server);
        audit.record(by, "web.audit.https-off", RECORD, "server", List.of());
        return status();
    }

    /**
     * Takes a pair into use that was exchanged since, and makes one of the local authority anew before it ends.
     *
     * @return whether there was anything to do
     */
    boolean renew() {
        Status now = status();
        Optional<KeyPairWithChain> pair = readyPair();
        if (!now.isOn() || pair.isEmpty()) {
            return false;
        }
        X509Certificate shown = pair.get().certificate();
        boolean endsSoon = clock.instant()
                .plus(RENEWED_BEFORE_END)
                .isAfter(shown.getNotAfter().toInstant());
        if (now.authority() != null && endsSoon) {
            use(fromAuthority(Certificates.hosts(shown)), now.port());
            return true;
        }
        Dictionary<String, Object> server = properties();
        Path store = Path.of(String.valueOf(server.get(STORE)));
        if (PemFolder.isInStore(shown, store, String.valueOf(server.get(STORE_PASSWORD)))) {
            return false;
        }
        use(pair.get(), now.port());
        return true;
    }

    private Dictionary<String, Object> properties() {
        Dictionary<String, Object> properties = configuration().getProperties();
        return properties == null ? new Hashtable<>() : properties;
    }

    private Configuration configuration() {
        try {
            return configurations.getConfiguration(SERVER, "?");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void update(Dictionary<String, Object> properties) {
        try {
            configuration().update(properties);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
