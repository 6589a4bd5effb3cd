package coop.greffon.web.internal.https;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/** Keys and certificates in a folder that only its owner enters: PEM files, and the store that the server reads. */
final class PemFolder {
    /** The key of this machine's certificate; whoever has a pair of their own puts it there. */
    static final String KEY = "key.pem";

    /** This machine's certificate, then those that vouch for it. */
    static final String CERTIFICATE = "certificate.pem";

    private static final String AUTHORITY_KEY = "authority-key.pem";
    private static final String AUTHORITY = "authority.pem";
    private static final String STORE = "keystore.p12";
    private static final String OTHER_STORE = "keystore-other.p12";
    private static final String ALIAS = "greffon";

    private final Path folder;

    PemFolder(Path folder) {
        this.folder = folder;
    }

    /** The local authority; empty where none was made. */
    Optional<KeyPairWithChain> authority() {
        return read(AUTHORITY_KEY, AUTHORITY);
    }

    void writeAuthority(KeyPairWithChain authority) {
        write(AUTHORITY_KEY, AUTHORITY, authority);
    }

    /** The pair this machine shows; empty where none is there. */
    Optional<KeyPairWithChain> server() {
        return read(KEY, CERTIFICATE);
    }

    void writeServer(KeyPairWithChain server) {
        write(KEY, CERTIFICATE, server);
    }

    /**
     * Writes a store that the server can read, beside the one it reads now: that one stays whole until the server knows of the other.
     *
     * @param current the store that the server reads now, null where it reads none
     * @return where the new one is
     */
    Path writeStore(KeyPairWithChain server, String password, String current) {
        boolean isFirst = current != null && current.endsWith(STORE);
        Path written = folder.resolve(isFirst ? OTHER_STORE : STORE);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    ALIAS, server.key(), password.toCharArray(), server.chain().toArray(Certificate[]::new));
            prepare();
            Path draft = draft();
            try (var out = Files.newOutputStream(draft)) {
                store.store(out, password.toCharArray());
            }
            Files.move(draft, written, StandardCopyOption.ATOMIC_MOVE);
            return written;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has PKCS12", impossible);
        }
    }

    /** Drops the store that the server read before this one: it holds a private key, which may be known to others. */
    void dropOther(Path store) {
        Path other = folder.resolve(store.endsWith(STORE) ? OTHER_STORE : STORE);
        try {
            Files.deleteIfExists(other);
        } catch (IOException kept) {
            throw new UncheckedIOException(kept);
        }
    }

    /** Whether a store holds a certificate. */
    static boolean isInStore(X509Certificate certificate, Path file, String password) {
        try (var in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            return certificate.equals(store.getCertificate(ALIAS));
        } catch (IOException | GeneralSecurityException notThere) {
            return false;
        }
    }

    private Optional<KeyPairWithChain> read(String keyFile, String certificateFile) {
        boolean hasKey = Files.exists(folder.resolve(keyFile));
        boolean hasCertificate = Files.exists(folder.resolve(certificateFile));
        if (!hasKey && !hasCertificate) {
            return Optional.empty();
        }
        if (!hasKey || !hasCertificate) {
            throw new UnusablePair(hasKey ? certificateFile : keyFile);
        }
        try {
            PrivateKey key = null;
            for (Object entry : entries(keyFile)) {
                key = key == null ? key(entry) : key;
            }
            List<X509Certificate> chain = new ArrayList<>();
            for (Object entry : entries(certificateFile)) {
                if (entry instanceof X509CertificateHolder holder) {
                    chain.add(new JcaX509CertificateConverter().getCertificate(holder));
                }
            }
            if (key == null || chain.isEmpty()) {
                throw new UnusablePair(key == null ? keyFile : certificateFile);
            }
            return Optional.of(new KeyPairWithChain(key, chain));
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new UnusablePair(keyFile + ", " + certificateFile, unreadable);
        }
    }

    private static PrivateKey key(Object entry) throws IOException {
        if (entry instanceof PEMKeyPair pair) {
            return new JcaPEMKeyConverter().getKeyPair(pair).getPrivate();
        }
        return entry instanceof PrivateKeyInfo info ? new JcaPEMKeyConverter().getPrivateKey(info) : null;
    }

    private List<Object> entries(String file) throws IOException {
        List<Object> entries = new ArrayList<>();
        try (var parser = new PEMParser(Files.newBufferedReader(folder.resolve(file)))) {
            for (Object entry = parser.readObject(); entry != null; entry = parser.readObject()) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private void write(String keyFile, String certificateFile, KeyPairWithChain pair) {
        try {
            prepare();
            // PKCS#8, which every tool reads.
            write(keyFile, pem(new JcaPKCS8Generator(pair.key(), null)));
            var chain = new StringBuilder();
            for (X509Certificate certificate : pair.chain()) {
                chain.append(pem(certificate));
            }
            write(certificateFile, chain.toString());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String pem(Object entry) throws IOException {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(
                    entry instanceof X509Certificate certificate ? new JcaMiscPEMGenerator(certificate) : entry);
        }
        return text.toString();
    }

    private void write(String file, String text) throws IOException {
        Path draft = draft();
        Files.writeString(draft, text);
        Files.move(draft, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
    }

    private void prepare() throws IOException {
        Files.createDirectories(folder, attributes("rwx------"));
    }

    private Path draft() throws IOException {
        return Files.createTempFile(folder, "draft", ".new", attributes("rw-------"));
    }

    private FileAttribute<?>[] attributes(String permissions) {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Files that hold no pair, or one without the other. */
    static final class UnusablePair extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnusablePair(String files) {
            super(files);
        }

        UnusablePair(String files, Exception cause) {
            super(files, cause);
        }
    }
}
