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
import org.flywaydb.core.api.resource.LoadableResource;

/** Brings a module's tables to the version its scripts describe; each module has a history table of its own. */
public final class Migrations {
    private static final String ROOT = "GREFFON-INF/migration/";

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
            return Flyway.configure(own)
                    .dataSource(dataSource)
                    .locations(new String[0])
                    .resourceProvider(new Scripts(scripts))
                    .table("greffon_" + module + "_schema_history")
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .placeholderReplacement(false)
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } finally {
            thread.setContextClassLoader(before);
        }
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
