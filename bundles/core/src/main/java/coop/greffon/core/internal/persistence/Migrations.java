package coop.greffon.core.internal.persistence;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.resource.LoadableResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a module's tables to the version its scripts describe; each module has a history table of its own. */
public final class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final String ROOT = "GREFFON-INF/migration/";
    private static final String H2 = "h2";

    private final DataSource dataSource;

    public Migrations(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Finds the files below a folder whose names match; a bundle's own {@code findEntries}, or a folder in tests. */
    @FunctionalInterface
    public interface Files {
        Enumeration<URL> find(String folder, String pattern);
    }

    /**
     * Applies what is not yet applied.
     *
     * @return how many scripts were applied
     */
    public int apply(String module, Files files) {
        List<LoadableResource> scripts = new ArrayList<>();
        for (String folder : List.of("common", dialect())) {
            Enumeration<URL> found = files.find(ROOT + folder, "V*.sql");
            for (URL url : found == null ? List.<URL>of() : Collections.list(found)) {
                scripts.add(new Script(url));
            }
        }
        scripts.sort(Comparator.comparing(LoadableResource::getFilename));
        if (scripts.isEmpty()) {
            return 0;
        }
        return migrate(module, scripts);
    }

    private int migrate(String module, List<LoadableResource> scripts) {
        ClassLoader own = Flyway.class.getClassLoader();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(own);
        try {
            Flyway flyway = Flyway.configure(own)
                    .dataSource(dataSource)
                    .locations(new String[0])
                    .resourceProvider(new Scripts(scripts))
                    .table(historyTable(module))
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .placeholderReplacement(false)
                    // All or nothing, where the database can undo DDL.
                    .group(true)
                    .load();
            return dialect().equals(H2) ? migrateOnH2(module, flyway) : flyway.migrate().migrationsExecuted;
        } catch (FlywayValidateException mismatch) {
            throw reason(mismatch);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Its first line says no more than that something does not match; which script it is comes after. */
    private static IllegalStateException reason(FlywayValidateException mismatch) {
        String which = mismatch.getMessage().lines().skip(1).findFirst().orElse(mismatch.getMessage());
        var reason = new IllegalStateException(which);
        reason.addSuppressed(mismatch);
        return reason;
    }

    private int migrateOnH2(String module, Flyway flyway) {
        try (Connection connection = dataSource.getConnection()) {
            var saved = new SavedTables(connection, module);
            if (saved.isThere()) {
                LOG.warn("Module {}: its last migration was interrupted, its tables are put back first", module);
                saved.restore();
            }
            if (flyway.info().pending().length == 0) {
                return flyway.migrate().migrationsExecuted;
            }
            saved.save();
            return migrate(flyway, saved);
        } catch (SQLException failed) {
            throw new IllegalStateException("The tables cannot be saved before the migration", failed);
        }
    }

    private static int migrate(Flyway flyway, SavedTables saved) throws SQLException {
        int applied;
        try {
            applied = flyway.migrate().migrationsExecuted;
        } catch (RuntimeException failed) {
            try {
                saved.restore();
            } catch (SQLException notRestored) {
                // What was saved stays where it is, for the next start.
                failed.addSuppressed(notRestored);
            }
            throw failed;
        }
        saved.discard();
        return applied;
    }

    /** Where it is written down what was applied. */
    static String historyTable(String module) {
        return "greffon_" + module + "_schema_history";
    }

    /** {@code h2} or {@code postgresql}. */
    public String dialect() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        } catch (SQLException unreachable) {
            throw new IllegalStateException("The database cannot be reached", unreachable);
        }
    }

    private record Scripts(List<LoadableResource> all) implements ResourceProvider {
        @Override
        public LoadableResource getResource(String name) {
            return all.stream()
                    .filter(script -> script.getAbsolutePath().equals(name))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return all.stream()
                    .filter(script -> script.getFilename().startsWith(prefix))
                    .toList();
        }
    }

    private static final class Script extends LoadableResource {
        private final URL url;

        Script(URL url) {
            this.url = url;
        }

        @Override
        public Reader read() {
            try {
                return new InputStreamReader(url.openStream(), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public String getAbsolutePath() {
            return url.toString();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return url.toString();
        }

        @Override
        public String getFilename() {
            return url.getPath().substring(url.getPath().lastIndexOf('/') + 1);
        }

        @Override
        public String getRelativePath() {
            return getFilename();
        }
    }
}
