package coop.greffon.core.internal.backup;

import coop.greffon.core.backup.BackupSummary;
import coop.greffon.core.backup.Progress;
import coop.greffon.core.file.FileDraft;
import coop.greffon.core.file.FileRule;
import coop.greffon.core.identity.AccountDraft;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.identity.OneTimeLinks.Purpose;
import coop.greffon.core.internal.audit.JpaAudit;
import coop.greffon.core.internal.file.DatabaseFiles;
import coop.greffon.core.internal.identity.JpaAccounts;
import coop.greffon.core.internal.identity.JpaOneTimeLinks;
import coop.greffon.core.internal.mail.NamedCoop;
import coop.greffon.testing.AdjustableClock;
import coop.greffon.testing.TestDatabase;
import coop.greffon.testing.TestStore;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** A database with core's tables and those of a module named odd, in which everything is as awkward as it can be. */
final class BackupBench {
    static final AdjustableClock CLOCK = AdjustableClock.at("2026-11-21T09:00:00Z");

    private static final List<String> ODD_TABLES = List.of(
            "create sequence greffon_odd_thing_seq start with 50 increment by 50",
            """
            create table greffon_odd_thing (
              id bigint primary key, name varchar(200), note text, small smallint, whole integer, price numeric(10, 2),
              is_yes boolean, made_at timestamp with time zone, on_day date, at_hour time, ref uuid, content bytea,
              parent bigint references greffon_odd_thing (id))""",
            """
            create table greffon_odd_egg (id bigint primary key, hen bigint)""",
            """
            create table greffon_odd_hen (
              id bigint primary key, egg bigint not null references greffon_odd_egg (id))""",
            "alter table greffon_odd_egg add constraint greffon_odd_egg_hen_fk foreign key (hen) references greffon_odd_hen (id)",
            "create table greffon_odd_alone (word varchar(200))",
            "create table elsewhere (word varchar(200))");

    final TestStore store;
    boolean wasStill;

    private BackupBench(TestStore store) {
        this.store = store;
    }

    /** Empty, its migrations applied. */
    static BackupBench empty(TestDatabase database) {
        var bench = new BackupBench(database.fresh());
        ODD_TABLES.forEach(bench::execute);
        bench.execute("create table greffon_core_schema_history as select * from flyway_schema_history");
        bench.execute("create table greffon_odd_schema_history as select * from flyway_schema_history"
                + " where \"version\" = '20261121.0001'");
        return bench;
    }

    /** With people, letters, files and odd things in it. */
    static BackupBench full(TestDatabase database) {
        BackupBench bench = empty(database);
        bench.fillCore();
        bench.fillOdd();
        return bench;
    }

    private void fillCore() {
        var audit = new JpaAudit(store.jpa("core"), CLOCK);
        var accounts = new JpaAccounts(store.jpa("core"), audit, CLOCK, new NamedCoop("La Clairette"));
        long ines = accounts.create(
                        new AccountDraft("member/128", "Inès Marchand", Locale.FRENCH, Set.of("128"), Set.of("member")),
                        Actor.host())
                .id();
        accounts.setPassword(ines, "une phrase longue", Actor.host());
        new JpaOneTimeLinks(store.jpa("core"), CLOCK).issue(Purpose.RESET, ines, Duration.ofHours(1));
        execute("insert into greffon_core_session values ('token', " + ines
                + ", timestamp '2026-11-21 09:00:00', timestamp '2026-12-05 09:00:00')");
        execute("insert into greffon_core_mail (id, cause_key, message_id, state, name, address, language, title,"
                + " text_body, written_at, next_attempt_at, attempts) values (1, 'a', '<a@greffon>', 'WAITING', 'Inès',"
                + " 'ines@example.org', 'fr', 'Bonjour', 'Bonjour', timestamp '2026-11-21 09:00:00',"
                + " timestamp '2026-11-21 09:00:00', 0)");
        byte[] photo = new byte[600_000];
        photo[0] = (byte) 0xff;
        photo[1] = (byte) 0xd8;
        photo[2] = (byte) 0xff;
        photo[599_999] = 42;
        new DatabaseFiles(store.jpa("core"), CLOCK)
                .put(new FileDraft("odd", "photo", "photo.jpg", FileRule.PHOTO), new ByteArrayInputStream(photo));
    }

    private void fillOdd() {
        thing(2, "l'œuf, \"frais\"", "deux\r\nlignes\n", 3L, new byte[] {0, 1, -1});
        thing(3, "", "\\N", null, new byte[0]);
        thing(1, "\\", "🐔 �", 2L, null);
        execute("insert into greffon_odd_thing (id) values (4)");
        execute("insert into greffon_odd_egg values (1, null), (2, null)");
        execute("insert into greffon_odd_hen values (1, 2), (2, 1)");
        execute("update greffon_odd_egg set hen = id");
        execute("insert into greffon_odd_alone values ('b'), (''), (null), ('b')");
        execute("insert into elsewhere values ('not ours')");
        execute("alter sequence greffon_odd_thing_seq restart with 4250");
    }

    private void thing(long id, String name, String note, Long parent, byte[] content) {
        try (Connection connection = store.dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into greffon_odd_thing (id, name, note, small, whole, price, is_yes, made_at, on_day, at_hour, ref,"
                                + " content) values (?, ?, ?, -32768, 2147483647, 1234.50, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setString(2, name);
            insert.setString(3, note);
            insert.setBoolean(4, id % 2 == 0);
            insert.setObject(5, OffsetDateTime.parse("2026-07-01T00:30:00.123456+02:00"));
            insert.setObject(6, LocalDate.parse("2026-02-28"));
            insert.setObject(7, LocalTime.parse("23:59:58"));
            insert.setObject(8, UUID.fromString("8a6e0804-2bd0-4672-b79d-d97027f9071a"));
            insert.setBytes(9, content);
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        later.add("update greffon_odd_thing set parent = " + parent + " where id = " + id);
        if (later.size() == 3) {
            later.forEach(this::execute);
        }
    }

    private final List<String> later = new ArrayList<>();

    DatabaseBackups backups() {
        return new DatabaseBackups(
                store.dataSource(),
                work -> {
                    wasStill = true;
                    work.run();
                },
                CLOCK);
    }

    BackupSummary write(Path file) {
        return backups().write(file, Actor.console(), Progress.SILENT);
    }

    BackupSummary restore(Path file, boolean force) {
        return backups().restore(file, force, Actor.console(), Progress.SILENT);
    }

    void execute(String sql) {
        try (Connection connection = store.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    /** The first column of a query, as texts. */
    List<String> column(String select) {
        try (Connection connection = store.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(select)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        } catch (SQLException failed) {
            throw new IllegalStateException(select, failed);
        }
    }
}
