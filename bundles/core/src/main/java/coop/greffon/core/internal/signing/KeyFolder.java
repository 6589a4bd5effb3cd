package coop.greffon.core.internal.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** Private keys in a folder that only its owner enters, one PEM file each. */
final class KeyFolder {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String END = "\n-----END PRIVATE KEY-----\n";

    private final Path folder;

    KeyFolder(Path folder) {
        this.folder = folder;
    }

    Optional<PrivateKey> read(String id) {
        Path file = file(id);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String pem = Files.readString(file, StandardCharsets.US_ASCII);
            byte[] bytes = Base64.getMimeDecoder()
                    .decode(pem.replace(BEGIN.strip(), "").replace(END.strip(), ""));
            return Optional.of(KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(bytes)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (GeneralSecurityException | IllegalArgumentException damaged) {
            throw new IllegalStateException(file + " holds no Ed25519 key", damaged);
        }
    }

    void write(String id, PrivateKey key) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(key.getEncoded());
        try {
            Files.createDirectories(folder, attributes("rwx------"));
            Path draft = Files.createTempFile(folder, id, ".new", attributes("rw-------"));
            Files.writeString(draft, BEGIN + body + END, StandardCharsets.US_ASCII);
            Files.move(draft, file(id), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    void delete(String id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    private Path file(String id) {
        return folder.resolve(id + ".pem");
    }

    private FileAttribute<?>[] attributes(String permissions) {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
