package coop.greffon.core.internal.instance;

import coop.greffon.core.instance.Instance;
import coop.greffon.core.persistence.Moments;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The one row that says which installation this is. Whoever starts first on a new database writes it.
 *
 * <p>The mark <em>demo</em> is refused to a database that holds an account: it was made before, for people who are real.
 */
@Component(service = {Instance.class, DatabaseInstance.class})
public final class DatabaseInstance implements Instance {
    static final String DEMO = "greffon.demo";

    private final DataSource dataSource;
    private final UUID id;
    private final Instant createdAt;
    private final boolean demo;
    private Duration ahead;

    @Activate
    public DatabaseInstance(
            BundleContext context, @Reference(target = "(osgi.jndi.service.name=greffon/core)") DataSource dataSource) {
        this(dataSource, Boolean.parseBoolean(context.getProperty(DEMO)));
    }

    DatabaseInstance(DataSource dataSource, boolean startedAsDemo) {
        this.dataSource = dataSource;
        try (Connection connection = dataSource.getConnection()) {
            insert(connection, startedAsDemo);
            try (PreparedStatement select = connection.prepareStatement(
                            "select id, created_at, demo, clock_ahead_seconds from greffon_core_instance");
                    ResultSet row = select.executeQuery()) {
                row.next();
                this.id = row.getObject(1, UUID.class);
                this.createdAt = Moments.instant(row.getObject(2, OffsetDateTime.class));
                this.demo = row.getBoolean(3);
                this.ahead = Duration.ofSeconds(row.getLong(4));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The database does not say which installation it is", failed);
        }
    }

    private static void insert(Connection connection, boolean startedAsDemo) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into greffon_core_instance"
                + " (row_no, id, created_at, demo, clock_ahead_seconds) select 1, ?, current_timestamp,"
                + " ? and not exists (select 1 from greffon_core_account), 0"
                + " where not exists (select 1 from greffon_core_instance) on conflict do nothing")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setBoolean(2, startedAsDemo);
            insert.executeUpdate();
        }
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public Instant createdAt() {
        return createdAt;
    }

    @Override
    public boolean demo() {
        return demo;
    }

    /** How far the demo's now is ahead of the machine's. */
    synchronized Duration ahead() {
        return ahead;
    }

    /** Keeps how far now is ahead, so that a demo that starts again does not go back. */
    synchronized void setAhead(Duration newAhead) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update greffon_core_instance set clock_ahead_seconds = ?")) {
            update.setLong(1, newAhead.toSeconds());
            update.executeUpdate();
            ahead = newAhead;
        } catch (SQLException failed) {
            throw new IllegalStateException("The demo's clock cannot be kept", failed);
        }
    }
}
