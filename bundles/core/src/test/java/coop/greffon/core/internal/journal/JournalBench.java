package coop.greffon.core.internal.journal;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.internal.audit.JpaAudit;
import coop.greffon.core.internal.signing.InstanceSigningFixture;
import coop.greffon.core.journal.EntryDraft;
import coop.greffon.core.journal.Journal;
import coop.greffon.testing.AdjustableClock;
import coop.greffon.testing.TestDatabase;
import coop.greffon.testing.TestStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A journal in a database, of the tables that contributors copy. */
abstract class JournalBench {
    static final Instant NOON = Instant.parse("2026-11-20T11:00:00Z");
    static final Actor NADIA = new Actor(Actor.Kind.ACCOUNT, 7L, "Nadia Benali");
    static final String INES = "account/128";
    static final String MALO = "account/129";
    final AdjustableClock clock = AdjustableClock.at("2026-11-21T09:00:00Z");

    @TempDir
    Path keys;

    TestStore store;
    TableJournals journals;
    Journal journal;

    void on(TestDatabase database) {
        store = database.fresh();
        documentedTables().forEach(this::execute);
        var signing = InstanceSigningFixture.of(keys, store.jpa("core"), new JpaAudit(store.jpa("core"), clock), clock);
        journals = new TableJournals(store.jpa("core"), signing, clock);
        journal = journals.of("wallet", "entry");
    }

    /** The definition that contributors copy is the one that is tested. */
    static List<String> documentedTables() {
        try {
            String page = Files.readString(Path.of("docs/journal.md"));
            String sql = page.substring(page.indexOf("```sql\n") + 7, page.indexOf(");\n```") + 3);
            return List.of(sql.split(";\n"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    void execute(String sql) {
        try (Connection connection = store.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    static EntryDraft draft(String chain, String cause, long amount) {
        return EntryDraft.of(chain, "purchase", NOON, NADIA, cause, amount);
    }

    void threeEntries() {
        journal.append(draft(INES, "a", 5000).fact("till", "4").personal("buyer", "member/128"));
        clock.advance(Duration.ofMinutes(1));
        journal.append(draft(INES, "b", -1250));
        journal.append(draft(INES, "c", -3100).personal("buyer", "member/129"));
    }
}
