package coop.greffon.core.internal.persistence.h2;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Set;
import javax.sql.PooledConnection;
import javax.sql.XAConnection;
import javax.transaction.xa.XAResource;

/** Stands before an object of JDBC and all it hands out, so that statements and commits mind each other. */
final class Guarded implements InvocationHandler {
    private static final Set<Class<?>> KINDS = Set.of(
            XAConnection.class,
            PooledConnection.class,
            XAResource.class,
            Connection.class,
            CallableStatement.class,
            PreparedStatement.class,
            Statement.class);

    /** Whatever ends in the file: {@code setAutoCommit} commits what is open, and what is taken back or prepared is stored as well. */
    private static final Set<String> ENDS = Set.of("commit", "rollback", "setAutoCommit", "prepare");

    private final Object actual;
    private final WholeCommits commits;

    private Guarded(Object actual, WholeCommits commits) {
        this.actual = actual;
        this.commits = commits;
    }

    static <T> T of(Class<T> kind, T actual, WholeCommits commits) {
        var guard = new Guarded(actual, commits);
        return kind.cast(Proxy.newProxyInstance(Guarded.class.getClassLoader(), new Class<?>[] {kind}, guard));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        String name = method.getName();
        if (name.equals("equals") || name.equals("isSameRM")) {
            return actual == actualOf(arguments[0]);
        }
        WholeCommits.Work call = () -> guarded(method.getReturnType(), call(method, arguments));
        if ((actual instanceof Connection || actual instanceof XAResource) && ENDS.contains(name)) {
            return commits.commit(call);
        }
        if (actual instanceof Statement statement && name.startsWith("execute")) {
            Connection connection = statement.getConnection();
            boolean isItsOwnTransaction = !name.equals("executeQuery") && connection.getAutoCommit();
            return isItsOwnTransaction ? asTransaction(connection, call) : commits.statement(call);
        }
        return call.run();
    }

    /** A statement may wait for a row of somebody else, who must be able to commit meanwhile: only its own commit is alone. */
    private Object asTransaction(Connection connection, WholeCommits.Work statement) throws Throwable {
        connection.setAutoCommit(false);
        try {
            Object result = commits.statement(statement);
            commits.commit(() -> {
                connection.commit();
                return null;
            });
            return result;
        } catch (Throwable failed) {
            commits.commit(() -> {
                connection.rollback();
                return null;
            });
            throw failed;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(actual, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private <T> Object guarded(Class<T> kind, Object returned) {
        return returned != null && KINDS.contains(kind) ? of(kind, kind.cast(returned), commits) : returned;
    }

    private static Object actualOf(Object other) {
        boolean guarded = other != null
                && Proxy.isProxyClass(other.getClass())
                && Proxy.getInvocationHandler(other) instanceof Guarded;
        return guarded ? ((Guarded) Proxy.getInvocationHandler(other)).actual : other;
    }
}
