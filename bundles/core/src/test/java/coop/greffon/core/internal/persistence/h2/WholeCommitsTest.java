package coop.greffon.core.internal.persistence.h2;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.XAConnection;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.h2.util.OsgiDataSourceFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.jdbc.DataSourceFactory;

class WholeCommitsTest {
    private final ExecutorService others = Executors.newCachedThreadPool();
    private final WholeCommitDrivers drivers = new WholeCommitDrivers(new OsgiDataSourceFactory(org.h2.Driver.load()));

    @AfterEach
    void end() {
        others.shutdownNow();
    }

    private static Properties inMemory(String name) {
        var properties = new Properties();
        properties.setProperty(
                DataSourceFactory.JDBC_URL, "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
        return properties;
    }

    @Test
    void aCommitWaitsUntilAStatementHasEnded() throws Throwable {
        var commits = new WholeCommits();
        var begun = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        others.submit(() -> run(() -> commits.statement(() -> {
            begun.countDown();
            Thread.sleep(10);
            ended.countDown();
            return null;
        })));
        assertThat(begun.await(5, SECONDS)).isTrue();

        long statementsLeft = (long) commits.commit(ended::getCount);

        assertThat(statementsLeft).isZero();
    }

    @Test
    void noStatementBeginsWhileACommitIsStored() throws Throwable {
        var commits = new WholeCommits();
        var begun = new CountDownLatch(1);

        commits.commit(() -> {
            others.submit(() -> run(() -> commits.statement(() -> {
                begun.countDown();
                return null;
            })));
            assertThat(begun.await(100, java.util.concurrent.TimeUnit.MILLISECONDS))
                    .isFalse();
            return null;
        });

        assertThat(begun.await(5, SECONDS)).isTrue();
    }

    @Test
    void aStatementThatWaitsForARowOfTheCommittingTransactionDoesNotStopIt() throws Exception {
        var database = drivers.createDataSource(inMemory("rows"));
        try (Connection first = database.getConnection();
                Connection second = database.getConnection()) {
            execute(first, "create table total (shard int primary key, amount int)");
            execute(first, "insert into total values (1, 0)");
            first.setAutoCommit(false);
            second.setAutoCommit(false);
            execute(first, "update total set amount = amount + 1 where shard = 1");
            Future<?> waiting = others.submit(() -> {
                execute(second, "update total set amount = amount + 1 where shard = 1");
                return null;
            });
            Thread.sleep(20);

            first.commit();
            waiting.get(5, SECONDS);
            second.commit();

            assertThat(amount(first)).isEqualTo(2);
        }
    }

    @Test
    void whatADriverHandsOutWorksAsItsOwn() throws Exception {
        XAConnection connection = drivers.createXADataSource(inMemory("xa")).getXAConnection();
        XAResource resource = connection.getXAResource();
        var branch = new Branch();
        try (Connection handle = connection.getConnection()) {
            execute(handle, "create table total (shard int primary key, amount int)");
            resource.start(branch, XAResource.TMNOFLAGS);
            try (PreparedStatement insert = handle.prepareStatement("insert into total values (?, ?)")) {
                insert.setInt(1, 1);
                insert.setInt(2, 7);
                assertThat(insert.executeUpdate()).isOne();
                assertThat(insert.getConnection()).isEqualTo(handle);
            }
            resource.end(branch, XAResource.TMSUCCESS);
            resource.commit(branch, true);

            assertThat(amount(handle)).isEqualTo(7);
            assertThat(resource.isSameRM(connection.getXAResource())).isTrue();
            assertThatThrownBy(() -> execute(handle, "insert into total values (1, 8)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("primary key");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int amount(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("select sum(amount) from total")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static Object run(WholeCommits.Work work) {
        try {
            return work.run();
        } catch (Throwable failed) {
            throw new AssertionError(failed);
        }
    }

    private record Branch() implements Xid {
        @Override
        public int getFormatId() {
            return 1;
        }

        @Override
        public byte[] getGlobalTransactionId() {
            return new byte[] {1};
        }

        @Override
        public byte[] getBranchQualifier() {
            return new byte[] {2};
        }
    }
}
