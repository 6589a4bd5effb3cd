package coop.greffon.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import javax.sql.DataSource;
import org.apache.aries.jpa.template.EmConsumer;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;

/**
 * A migrated database and the persistence units on it.
 *
 * <p>As in the container, units that are used within one transaction share its connection, so they commit or roll back together.
 */
public final class TestStore {
    private final DataSource dataSource;
    private final Map<String, EntityManagerFactory> factories = new HashMap<>();
    private final ThreadLocal<Scope> scope = new ThreadLocal<>();

    TestStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The database itself, for SQL written by hand. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** The template of a persistence unit, such as {@code members}. */
    public JpaTemplate jpa(String unit) {
        EntityManagerFactory factory = factories.computeIfAbsent(unit, this::open);
        return new Template(factory);
    }

    private EntityManagerFactory open(String unit) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("javax.persistence.transactionType", "RESOURCE_LOCAL");
        properties.put("javax.persistence.jtaDataSource", "");
        properties.put("javax.persistence.nonJtaDataSource", new ScopedDataSource(dataSource, this::connection));
        properties.put("eclipselink.weaving", "false");
        properties.put("eclipselink.session-name", unit + System.identityHashCode(this));
        return Persistence.createEntityManagerFactory(unit, properties);
    }

    private Connection connection() {
        Scope current = scope.get();
        return current == null ? null : current.connection;
    }

    private static final class Scope {
        final Connection connection;
        final Map<EntityManagerFactory, EntityManager> managers = new LinkedHashMap<>();

        Scope(Connection connection) {
            this.connection = connection;
        }

        EntityManager manager(EntityManagerFactory factory) {
            return managers.computeIfAbsent(factory, opened -> {
                EntityManager manager = opened.createEntityManager();
                manager.getTransaction().begin();
                return manager;
            });
        }
    }

    private final class Template implements JpaTemplate {
        private final EntityManagerFactory factory;

        Template(EntityManagerFactory factory) {
            this.factory = factory;
        }

        @Override
        public <R> R txExpr(TransactionType type, EmFunction<R> code) {
            Scope outer = scope.get();
            if (outer != null && type == TransactionType.RequiresNew) {
                // In the container a thread has one EntityManager per unit, which stays with the outer transaction.
                throw new IllegalStateException("No new transaction begins within another one on the same thread");
            } else if (outer != null) {
                return code.apply(outer.manager(factory));
            }
            try {
                return inNewScope(code);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            } finally {
                scope.remove();
            }
        }

        private <R> R inNewScope(EmFunction<R> code) throws SQLException {
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(false);
                var opened = new Scope(connection);
                scope.set(opened);
                boolean done = false;
                try {
                    R result = code.apply(opened.manager(factory));
                    opened.managers
                            .values()
                            .forEach(manager -> manager.getTransaction().commit());
                    done = true;
                    return result;
                } finally {
                    if (done) {
                        connection.commit();
                    } else {
                        connection.rollback();
                    }
                    opened.managers.values().forEach(EntityManager::close);
                }
            }
        }

        @Override
        public void tx(TransactionType type, EmConsumer code) {
            txExpr(type, manager -> {
                code.accept(manager);
                return null;
            });
        }

        @Override
        public <R> R txExpr(EmFunction<R> code) {
            return txExpr(TransactionType.Required, code);
        }

        @Override
        public void tx(EmConsumer code) {
            tx(TransactionType.Required, code);
        }
    }
}
