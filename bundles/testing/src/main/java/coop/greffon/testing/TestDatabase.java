package coop.greffon.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
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
        DataSource migrated() {
            var dataSource = new JdbcDataSource();
            dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID()
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
            migrate(dataSource, "h2");
            return dataSource;
        }
    },
    POSTGRESQL {
        @Override
        DataSource migrated() {
            String name = "t" + UUID.randomUUID().toString().replace("-", "");
            Server.execute("create database " + name + " template " + Template.NAME);
            return Server.RUNNING.getDatabase("postgres", name);
        }
    };

    /** Migrated once for the whole test run: a copy of it takes a fraction of the time. */
    private static final class Template {
        static final String NAME = migrated("migrated");

        private static String migrated(String name) {
            Server.execute("create database " + name);
            migrate(Server.RUNNING.getDatabase("postgres", name), "postgresql");
            return name;
        }
    }

    /** One server for the whole test run; it ends with the JVM. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                // No test outlives a power cut, so none waits for the disk.
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
            } catch (IOException failed) {
                throw new UncheckedIOException("PostgreSQL does not start", failed);
            }
        }

        static void execute(String sql) {
            try (Connection connection = RUNNING.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException failed) {
                throw new IllegalStateException(sql, failed);
            }
        }
    }

    abstract DataSource migrated();

    /** A database of its own for one test, every migration applied. */
    public TestStore fresh() {
        return new TestStore(migrated());
    }

    private static void migrate(DataSource dataSource, String dialect) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:GREFFON-INF/migration/common", "classpath:GREFFON-INF/migration/" + dialect)
                .failOnMissingLocations(false)
                .placeholderReplacement(false)
                .load()
                .migrate();
    }
}
