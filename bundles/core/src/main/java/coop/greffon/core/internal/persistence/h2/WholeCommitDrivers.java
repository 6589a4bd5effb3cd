package coop.greffon.core.internal.persistence.h2;

import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jdbc.DataSourceFactory;

/** The H2 driver, with commits that a power cut leaves whole. */
@Component(
        service = DataSourceFactory.class,
        property = {
            DataSourceFactory.OSGI_JDBC_DRIVER_NAME + "=" + WholeCommitDrivers.NAME,
            DataSourceFactory.OSGI_JDBC_DRIVER_CLASS + "=coop.greffon.h2"
        })
public final class WholeCommitDrivers implements DataSourceFactory {
    static final String NAME = "H2 with whole commits";

    private final DataSourceFactory h2;
    private final WholeCommits commits = new WholeCommits(Duration.ofMillis(50));

    @Activate
    public WholeCommitDrivers(@Reference(target = "(osgi.jdbc.driver.name=H2 JDBC Driver)") DataSourceFactory h2) {
        this.h2 = h2;
        UninterruptedPath.register();
    }

    @Override
    public DataSource createDataSource(Properties properties) throws SQLException {
        return Guarded.of(DataSource.class, h2.createDataSource(properties), commits);
    }

    @Override
    public XADataSource createXADataSource(Properties properties) throws SQLException {
        return Guarded.of(XADataSource.class, h2.createXADataSource(properties), commits);
    }

    @Override
    public ConnectionPoolDataSource createConnectionPoolDataSource(Properties properties) throws SQLException {
        return Guarded.of(ConnectionPoolDataSource.class, h2.createConnectionPoolDataSource(properties), commits);
    }

    @Override
    public Driver createDriver(Properties properties) throws SQLException {
        return Guarded.of(Driver.class, h2.createDriver(properties), commits);
    }
}
