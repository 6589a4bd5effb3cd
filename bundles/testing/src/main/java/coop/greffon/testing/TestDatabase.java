package coop.greffon.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

/**
 * An empty database with the tables of every bundle on the class path. Store tests run on each of them:
 *
 * <pre>{@code
 * @ParameterizedTest
 * @EnumSource
 * void keepsTheBalance(TestDatabase database) {
 *     TestStore store = database.fresh();
 * }
 * }</pre>
 */
public enum TestDatabase {
    H2 {
        @Override
        DataSource create() {
            var dataSource = new JdbcDataSource();
            dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID()
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
            return dataSource;
        }
    },
    POSTGRESQL {
        @Override
        DataSource create() {
            String name = "t" + UUID.randomUUID().toString().replace("-", "");
            try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException failed) {
                throw new IllegalStateException("No new database", failed);
            }
            return Server.RUNNING.getDatabase("postgres", name);
        }
    };

    /** One server for the whole test run; it ends with the JVM. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException failed) {
                throw new UncheckedIOException("PostgreSQL does not start", failed);
            }
        }
    }

    abstract DataSource create();

    /** A database of its own for one test, every migration applied. */
    public TestStore fresh() {
        DataSource dataSource = create();
        String dialect = name().toLowerCase(Locale.ROOT);
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:GREFFON-INF/migration/common", "classpath:GREFFON-INF/migration/" + dialect)
                .failOnMissingLocations(false)
                .placeholderReplacement(false)
                .load()
                .migrate();
        return new TestStore(dataSource);
    }
}
