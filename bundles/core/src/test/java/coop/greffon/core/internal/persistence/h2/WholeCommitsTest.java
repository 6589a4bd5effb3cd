package coop.greffon.core.internal.persistence.h2;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.XAConnection;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.h2.util.OsgiDataSourceFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    void noStatementBeginsWhileACommitIsStored() throws Throwable {
        var commits = new WholeCommits(Duration.ofSeconds(5));
        var begun = new CountDownLatch(1);

        commits.commit(() -> {
            others.submit(() -> run(() -> commits.statement(() -> {
                begun.countDown();
                return null;
            })));
            assertThat(begun.await(100, TimeUnit.MILLISECONDS)).isFalse();
            return null;
        });

        assertThat(begun.await(5, SECONDS)).isTrue();
    }

    /** A statement of its own transaction waits for a row, whose owner has another statement to run before committing. */
    @Test
    void whoeverWaitsForARowHoldsNobodyUp() throws Exception {
        var database = drivers.createDataSource(inMemory("alone"));
        try (Connection first = database.getConnection();
                Connection second = database.getConnection()) {
            execute(first, "create table total (shard int primary key, amount int)");
            execute(first, "insert into total values (1, 0), (2, 0)");
            first.setAutoCommit(false);
            execute(first, "update total set amount = amount + 1 where shard = 1");
            Future<?> waiting = others.submit(() -> {
                execute(second, "update total set amount = amount + 1 where shard = 1");
                return null;
            });
            Thread.sleep(100);

            Future<?> next = others.submit(() -> {
                execute(first, "update total set amount = amount + 1 where shard = 2");
                first.commit();
                return null;
            });
            next.get(5, SECONDS);
            waiting.get(5, SECONDS);

            assertThat(amount(first)).isEqualTo(3);
            assertThat(second.getAutoCommit()).isTrue();
        }
    }

    @Test
    void aStatementThatFailsAloneLeavesNothingOpen() throws Exception {
        var database = drivers.createDataSource(inMemory("failing"));
        try (Connection connection = database.getConnection()) {
            execute(connection, "create table total (shard int primary key, amount int)");
            execute(connection, "insert into total values (1, 7)");

            assertThatThrownBy(() -> execute(connection, "insert into total values (1, 8)"))
                    .isInstanceOf(SQLException.class);

            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(amount(connection)).isEqualTo(7);
        }
    }

    /** What goes through the lock: each call is tried while a statement of somebody else is under way. */
    @ParameterizedTest
    @CsvSource({"commit, true", "rollback, true", "setAutoCommit, true", "getCatalog, false"})
    void endsOfTransactionsWaitAndNothingElse(String name, boolean waits) throws Exception {
        var calls = new ArrayList<String>();
        Connection actual = (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    calls.add(method.getName());
                    return null;
                });
        var commits = new WholeCommits(Duration.ofSeconds(5));
        Connection guarded = Guarded.of(Connection.class, actual, commits);
        Method method = Stream.of(Connection.class.getMethods())
                .filter(one -> one.getName().equals(name) && one.getParameterCount() <= 1)
                .min(Comparator.comparingInt(Method::getParameterCount))
                .orElseThrow();
        Object[] arguments = method.getParameterCount() == 0 ? new Object[0] : new Object[] {false};

        var begun = new CountDownLatch(1);
        Future<List<String>> statement = others.submit(() -> {
            var seen = new ArrayList<String>();
            run(() -> commits.statement(() -> {
                begun.countDown();
                Thread.sleep(50);
                seen.addAll(calls);
                return null;
            }));
            return seen;
        });
        assertThat(begun.await(5, SECONDS)).isTrue();
        method.invoke(guarded, arguments);

        assertThat(statement.get(5, SECONDS)).isEqualTo(waits ? List.of() : List.of(name));
        assertThat(calls).containsExactly(name);
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
