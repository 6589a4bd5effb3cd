package coop.greffon.testing;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Hands out the connection of the transaction around, whose end is not for those who borrow it. */
final class ScopedDataSource implements DataSource {
    private static final Set<String> NOT_FOR_BORROWERS = Set.of("close", "commit", "rollback", "setAutoCommit");

    private final DataSource all;
    private final Supplier<Connection> current;

    ScopedDataSource(DataSource all, Supplier<Connection> current) {
        this.all = all;
        this.current = current;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection shared = current.get();
        return shared == null ? all.getConnection() : borrowed(shared);
    }

    private static Connection borrowed(Connection shared) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (NOT_FOR_BORROWERS.contains(method.getName())) {
                        return null;
                    }
                    try {
                        return method.invoke(shared, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return all.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter writer) throws SQLException {
        all.setLogWriter(writer);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        all.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return all.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return all.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return all.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return all.isWrapperFor(type);
    }
}
