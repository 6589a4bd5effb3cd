package coop.greffon.itests.distribution;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A PostgreSQL of its own, on a free port, with an empty database. */
public final class PostgreSqlServer implements AutoCloseable {
    private static final Pattern H2_LINE = Pattern.compile("(osgi.jdbc.driver.name|url|user|password)\\s*=.*");
    private static final Pattern POSTGRESQL_LINE = Pattern.compile("#([\\w.]+)\\s*=.*");

    private final EmbeddedPostgres server;

    private PostgreSqlServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts one as it comes. */
    public static PostgreSqlServer start() {
        return start(Map.of());
    }

    /**
     * Starts one.
     *
     * @param settings lines of its configuration, by name
     */
    public static PostgreSqlServer start(Map<String, String> settings) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        settings.forEach(builder::setServerConfig);
        try {
            return new PostgreSqlServer(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where JDBC finds its database. */
    public String jdbcUrl() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** The file of the distribution, edited as its own comments say: H2's lines off, PostgreSQL's on. */
    String asConfiguredIn(String datasource) {
        Map<String, String> values = Map.of(
                "osgi.jdbc.driver.name", "PostgreSQL JDBC Driver",
                "serverName", "localhost",
                "portNumber", String.valueOf(server.getPort()),
                "databaseName", "postgres",
                "user", "postgres",
                "password", "postgres",
                "reWriteBatchedInserts", "true");
        return datasource
                .lines()
                .map(line -> H2_LINE.matcher(line).matches() ? "#" + line : valued(line, values))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String valued(String line, Map<String, String> values) {
        Matcher commented = POSTGRESQL_LINE.matcher(line);
        return commented.matches() && values.containsKey(commented.group(1))
                ? commented.group(1) + " = " + values.get(commented.group(1))
                : line;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
