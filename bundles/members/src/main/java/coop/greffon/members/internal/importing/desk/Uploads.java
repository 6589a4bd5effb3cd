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

    UploadBytes.Received write(EntityManager em, long id, InputStream content) {
        try {
            return new UploadBytes(em.unwrap(Connection.class)).write(id, content);
        } catch (SQLException failed) {
            throw unstored(failed);
        }
    }

    /** Reads a file as a table. */
    <T> T read(EntityManager em, long id, String name, Function<TabularFile, T> work) {
        return deleting(copy(em, id), path -> {
            try (TabularFile file = TabularFile.open(path, name, TabularLimits.standard())) {
                return work.apply(file);
            }
        });
    }

    /** Puts a file on the disk; whoever asks deletes it. */
    Path copy(EntityManager em, long id) {
        try {
            Path copy = Files.createTempFile("greffon-import-", ".tmp");
            new UploadBytes(em.unwrap(Connection.class)).copy(id, copy);
            return copy;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException failed) {
            throw unstored(failed);
        }
    }

    /** Works on a file that is deleted afterwards. */
    static <T> T deleting(Path copy, Function<Path, T> work) {
        try {
            return work.apply(copy);
        } finally {
            try {
                Files.deleteIfExists(copy);
            } catch (IOException kept) {
                LOG.warn("The file {} is left behind", copy, kept);
            }
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
