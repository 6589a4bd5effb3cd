package coop.greffon.core.internal.backup;

import coop.greffon.core.backup.BackupSummary;
import coop.greffon.core.backup.Backups;
import coop.greffon.core.backup.Progress;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.internal.module.ModuleDatabases;
import coop.greffon.core.internal.persistence.Sql;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Backups over plain JDBC.
 *
 * <p>While a backup is put back every module is without its database, this component's own persistence included: nothing that is needed
 * after that moment may come from there.
 */
@Component(service = Backups.class)
public final class DatabaseBackups implements Backups {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseBackups.class);

    /** Takes the database away from every module while something is done, and gives it back. */
    @FunctionalInterface
    interface Stillness {
        void whileStill(Runnable work);
    }

    private final DataSource dataSource;
    private final Stillness stillness;
    private final Clock clock;

    @Activate
    public DatabaseBackups(
            @Reference(target = "(osgi.jndi.service.name=greffon)") DataSource dataSource,
            @Reference ModuleDatabases modules,
            @Reference Clock clock) {
        this(dataSource, modules::whileAway, clock);
    }

    DatabaseBackups(DataSource dataSource, Stillness stillness, Clock clock) {
        this.dataSource = dataSource;
        this.stillness = stillness;
        this.clock = clock;
    }

    @Override
    public BackupSummary write(Path file, Actor by, Progress progress) {
        return write(null, file, by, "core.audit.backup-made", progress);
    }

    @Override
    public BackupSummary archive(String module, Path file, Actor by, Progress progress) {
        return write(module, file, by, "core.audit.module-archived", progress);
    }

    private BackupSummary write(String module, Path file, Actor by, String action, Progress progress) {
        Instant now = now();
        try {
            Manifest manifest = BackupFiles.<Manifest, SQLException>write(file, out -> {
                try (Snapshot snapshot = Snapshot.of(dataSource)) {
                    return new BackupWriter(snapshot, out).write(module, now, progress);
                }
            });
            try (Connection connection = dataSource.getConnection()) {
                audit(connection, now, by, action, module == null ? "all" : module);
            }
            return summary(manifest);
        } catch (IOException unwritable) {
            throw new Refused(Text.of("core.backup.unwritable", file.toString(), reason(unwritable)));
        } catch (SQLException failed) {
            throw new IllegalStateException("The database could not be read", failed);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static BackupSummary summary(Manifest manifest) {
        return new BackupSummary(
                Instant.parse(manifest.madeAt()),
                manifest.tables().size(),
                manifest.tables().stream().mapToLong(Manifest.Table::rows).sum(),
                Math.toIntExact(manifest.entries().keySet().stream()
                        .filter(entry -> entry.startsWith(Manifest.FILES))
                        .count()));
    }

    @Override
    public BackupSummary restore(Path file, boolean force, Actor by, Progress progress) {
        Instant now = now();
        try (BackupZip backup = BackupZip.open(file)) {
            require(backup, force);
            stillness.whileStill(() -> putBack(backup, force, now, by, progress));
            return summary(backup.manifest());
        } catch (IOException unreadable) {
            throw new Refused(Text.of("core.backup.unreadable", file.toString(), reason(unreadable)));
        } catch (SQLException failed) {
            throw new IllegalStateException("The database could not be read", failed);
        }
    }

    // Of a file that is not there or may not be touched, the message of the exception is its name alone.
    private static Text reason(IOException failed) {
        if (failed instanceof NoSuchFileException) {
            return Text.of("core.backup.no-such-file");
        } else if (failed instanceof AccessDeniedException) {
            return Text.of("core.backup.not-allowed");
        }
        return Text.of("core.backup.disk", failed.getMessage());
    }

    private void require(BackupZip backup, boolean force) throws IOException, SQLException {
        try (Connection connection = dataSource.getConnection()) {
            var gate = new RestoreGate(connection);
            gate.requireSameVersions(backup.manifest());
            if (!force) {
                gate.requireNothingElse(backup.manifest());
                gate.requireEmpty();
            }
        }
        backup.check();
    }

    private void putBack(BackupZip backup, boolean force, Instant now, Actor by, Progress progress) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                if (!force) {
                    // Again: somebody may have come in before the modules were away.
                    new RestoreGate(connection).requireEmpty();
                }
                new Restoration(connection, backup).run(progress);
                hold(connection);
                audit(
                        connection,
                        now,
                        by,
                        "core.audit.restored",
                        backup.manifest().madeAt());
                connection.commit();
                done = true;
                LOG.info("The backup of {} was put back", backup.manifest().madeAt());
            } finally {
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("Nothing was changed: the database refused the backup", failed);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A letter that was waiting when the backup was made may have left since: somebody decides. */
    private static void hold(Connection connection) throws SQLException {
        Sql.update(
                connection,
                "update greffon_core_mail set state = 'HELD', next_attempt_at = null, lease = null, leased_until = null,"
                        + " failure = 'core.mail.failure.restored', failure_detail = null where state = 'WAITING'");
    }

    private static void audit(Connection connection, Instant now, Actor by, String action, String what)
            throws SQLException {
        Sql.update(
                connection,
                "insert into greffon_core_change (id, recorded_at, actor_kind, actor_account, actor_label, action,"
                        + " record_kind, record_id, fields)"
                        + " values (nextval('greffon_core_change_seq'), ?, ?, ?, ?, ?, 'core.backup', ?, '[]')",
                now,
                by.kind().name(),
                by.accountId(),
                by.label(),
                action,
                what);
    }
}
