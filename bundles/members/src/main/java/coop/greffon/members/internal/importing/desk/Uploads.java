package coop.greffon.members.internal.importing.desk;

import coop.greffon.core.tabular.TabularFile;
import coop.greffon.core.tabular.TabularLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bytes and the reports of uploads, within the caller's transaction. */
@Component(service = Uploads.class)
public final class Uploads {
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    /** Work on the tables of a report. */
    @FunctionalInterface
    interface ReportWork<T> {
        T on(ReportTable table) throws SQLException;
    }

    UploadBytes.Received write(EntityManager em, long id, Path content) {
        try {
            return new UploadBytes(em.unwrap(Connection.class)).write(id, content);
        } catch (SQLException failed) {
            throw unstored(failed);
        }
    }

    /** Reads a file as a table. */
    <T> T read(EntityManager em, long id, String name, Function<TabularFile, T> work) {
        return reading(copy(em, id), name, work);
    }

    /** Reads a file on the disk as a table; it is deleted afterwards. */
    static <T> T reading(Path copy, String name, Function<TabularFile, T> work) {
        return deleting(copy, path -> {
            try (TabularFile file = TabularFile.open(path, name, TabularLimits.standard())) {
                return work.apply(file);
            }
        });
    }

    /** Puts a file on the disk; whoever asks deletes it. */
    Path copy(EntityManager em, long id) {
        return filled(copy -> {
            try {
                new UploadBytes(em.unwrap(Connection.class)).copy(id, copy);
            } catch (SQLException failed) {
                throw unstored(failed);
            }
        });
    }

    /** Puts on the disk what somebody sends, as slowly as they send it; whoever asks deletes it. */
    static Path received(InputStream content) {
        return filled(copy -> UploadBytes.spool(content, copy));
    }

    /** A file on the disk, which is only left there when it is whole. */
    private static Path filled(Consumer<Path> filling) {
        Path file = newFile();
        boolean whole = false;
        try {
            filling.accept(file);
            whole = true;
            return file;
        } finally {
            if (!whole) {
                delete(file);
            }
        }
    }

    private static Path newFile() {
        try {
            return Files.createTempFile("greffon-import-", ".tmp");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Works on a file that is deleted afterwards. */
    static <T> T deleting(Path copy, Function<Path, T> work) {
        try {
            return work.apply(copy);
        } finally {
            delete(copy);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException kept) {
            LOG.warn("The file {} is left behind", file, kept);
        }
    }

    <T> T report(EntityManager em, ReportWork<T> work) {
        try {
            return work.on(new ReportTable(em.unwrap(Connection.class)));
        } catch (SQLException failed) {
            throw unstored(failed);
        }
    }

    private static IllegalStateException unstored(SQLException failed) {
        return new IllegalStateException("The import cannot be kept: " + failed.getMessage(), failed);
    }
}
