package coop.greffon.core.internal.backup;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Refused;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes a file that only its owner reads, whole or not at all. */
final class BackupFiles {
    private BackupFiles() {}

    /** What goes into the file. */
    @FunctionalInterface
    interface Content<R, E extends Exception> {
        R write(OutputStream out) throws IOException, E;
    }

    static <R, E extends Exception> R write(Path file, Content<R, E> content) throws IOException, E {
        if (Files.exists(file)) {
            throw new Refused(Text.of("core.backup.file-exists", file.toString()));
        }
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(draft);
        boolean done = false;
        try {
            R result;
            try (OutputStream out = create(draft)) {
                result = content.write(out);
            }
            Files.move(draft, file);
            done = true;
            return result;
        } finally {
            if (!done) {
                Files.deleteIfExists(draft);
            }
        }
    }

    private static OutputStream create(Path draft) throws IOException {
        boolean posix = draft.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Files.newByteChannel(draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)
                .close();
        return new BufferedOutputStream(Files.newOutputStream(draft));
    }
}
