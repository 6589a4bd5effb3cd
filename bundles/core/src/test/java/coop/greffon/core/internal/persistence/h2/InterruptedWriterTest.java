package coop.greffon.core.internal.persistence.h2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.h2.util.OsgiDataSourceFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.jdbc.DataSourceFactory;

/** The database as the distribution opens it, when Ctrl-C at the console or a stopping server interrupts a thread that writes. */
class InterruptedWriterTest {
    private static final Path SHIPPED =
            Path.of("..", "..", "karaf-distribution/assembly/src/main/resources/etc/org.ops4j.datasource-greffon.cfg");
    private static final int ROWS = 300;

    @TempDir
    private Path folder;

    private final AtomicInteger written = new AtomicInteger();
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    @Test
    void whoeverIsInterruptedWhileWritingClosesItForNobody() throws Exception {
        DataSource database = shipped();
        try (Connection kept = database.getConnection();
                Statement statement = kept.createStatement()) {
            statement.execute("create table line (id int primary key, said varchar(2000))");
            var writer = new Thread(() -> write(database));
            writer.start();
            while (writer.isAlive()) {
                writer.interrupt();
                Thread.sleep(2);
            }

            assertThat(failure.get()).isNull();
            try (ResultSet lines = statement.executeQuery("select count(*) from line")) {
                lines.next();
                assertThat(lines.getInt(1)).isEqualTo(ROWS).isEqualTo(written.get());
            }
        }
    }

    private void write(DataSource database) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into line values (?, ?)")) {
            for (int i = 0; i < ROWS; i++) {
                insert.setInt(1, i);
                insert.setString(2, "courgette ".repeat(i % 200));
                insert.execute();
                written.incrementAndGet();
            }
        } catch (SQLException closed) {
            failure.set(closed);
        }
    }

    private DataSource shipped() throws IOException, SQLException {
        var properties = new Properties();
        try (Reader file = Files.newBufferedReader(SHIPPED)) {
            properties.load(file);
        }
        String url = properties.getProperty("url").replace("${karaf.data}", folder.toString());
        var wanted = new Properties();
        wanted.setProperty(DataSourceFactory.JDBC_URL, url);
        return new WholeCommitDrivers(new OsgiDataSourceFactory(org.h2.Driver.load())).createDataSource(wanted);
    }
}
