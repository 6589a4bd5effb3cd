package coop.greffon.core.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.internal.persistence.ModuleTables;
import coop.greffon.core.journal.ChainState;
import coop.greffon.core.journal.Entry;
import coop.greffon.core.journal.EntryDraft;
import coop.greffon.core.journal.Verification;
import coop.greffon.core.problem.Refused;
import coop.greffon.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.aries.jpa.template.TransactionType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TableJournalTest extends JournalBench {
    @ParameterizedTest
    @EnumSource
    void aJournalThatWasPurgedBeginsAnew(TestDatabase database) {
        on(database);
        threeEntries();
        assertThat(journals.seal()).isEqualTo(1);

        new ModuleTables(store.dataSource()).drop("wallet");
        documentedTables().forEach(this::execute);

        assertThat(journal.verifySeals()).isEmpty();
        threeEntries();
        assertThat(journals.seal()).isEqualTo(1);
        assertThat(journal.verifySeals()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anEntryIsReadAsItWasWritten(TestDatabase database) {
        on(database);

        threeEntries();

        List<Entry> entries = journal.entries(INES, 0, 10);
        assertThat(entries).extracting(Entry::position).containsExactly(1L, 2L, 3L);
        Entry first = entries.get(0);
        assertThat(first.amount()).isEqualTo(5000);
        assertThat(first.effectiveAt()).isEqualTo(NOON);
        assertThat(first.recordedAt()).isEqualTo("2026-11-21T09:00:00Z");
        assertThat(first.facts()).isEqualTo(Map.of("till", "4"));
        assertThat(first.personal()).isEqualTo(Map.of("buyer", "member/128"));
        assertThat(first.by()).isEqualTo(new Actor(Actor.Kind.ACCOUNT, 7L, ""));
        assertThat(journal.entries(INES, 1, 1)).extracting(Entry::causeKey).containsExactly("b");
        assertThat(journal.ofCause("c")).map(Entry::amount).contains(-3100L);
        assertThat(journal.lock(INES)).isEqualTo(new ChainState(3, 650));
        assertThat(journal.chains("", 10)).containsExactly(INES);
        assertThat(journal.verify(INES)).isEqualTo(new Verification(INES, 3, null));
    }

    @ParameterizedTest
    @EnumSource
    void theHashIsTheOneThatIsDocumented(TestDatabase database) throws SQLException {
        on(database);

        journal.append(draft(INES, "a", 5000).fact("till", "4").fact("article", "miel"));

        // Worked out apart from this code, from docs/journal.md.
        assertThat(column("hash")).containsExactly("71ebff14a1fa228a3659690f7cbd11f016edc9055aea407e1dc87c0e9a42a602");
    }

    private List<String> column(String column) throws SQLException {
        try (Connection connection = store.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select " + column + " from greffon_wallet_entry order by position")) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCauseIsRecordedOnce(TestDatabase database) {
        on(database);
        Entry first = journal.append(draft(INES, "ticket/981", -1250));

        clock.advance(Duration.ofMinutes(5));
        Entry again = journal.append(draft(INES, "ticket/981", -1250));

        assertThat(again).isEqualTo(first);
        assertThatThrownBy(() -> journal.append(draft(INES, "ticket/981", -1300)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> journal.append(draft(MALO, "ticket/981", -1250)))
                .isInstanceOf(Refused.class);
        assertThat(journal.lock(INES)).isEqualTo(new ChainState(1, -1250));
    }

    @ParameterizedTest
    @EnumSource
    void anEntryIsTakenBackOnceByItsOpposite(TestDatabase database) {
        on(database);
        threeEntries();

        journal.append(draft(INES, "undo b", 1250).reversing(2));

        assertThat(journal.lock(INES)).isEqualTo(new ChainState(4, 1900));
        assertThatThrownBy(
                        () -> journal.append(draft(INES, "undo b again", 1250).reversing(2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> journal.append(draft(INES, "undo c", 3000).reversing(3)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> journal.append(draft(INES, "undo none", 1).reversing(99)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(journal.verify(INES).isSound()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsUndoneLeavesNoTrace(TestDatabase database) {
        on(database);
        threeEntries();

        assertThatThrownBy(() -> store.jpa("core").tx(TransactionType.Required, em -> {
                    journal.append(draft(INES, "d", 10));
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");

        assertThat(journal.lock(INES)).isEqualTo(new ChainState(3, 650));
        assertThat(journal.verify(INES).isSound()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void erasingKeepsTheChainWhole(TestDatabase database) throws SQLException {
        on(database);
        threeEntries();

        int erased = journal.erase(
                INES, entry -> "member/128".equals(entry.personal().get("buyer")));

        assertThat(erased).isEqualTo(1);
        assertThat(journal.entries(INES, 0, 1).get(0).isErased()).isTrue();
        assertThat(journal.entries(INES, 0, 1).get(0).personal()).isEmpty();
        assertThat(journal.entries(INES, 2, 1).get(0).personal()).isEqualTo(Map.of("buyer", "member/129"));
        assertThat(column("salt").get(0)).isNull();
        assertThat(column("personal_digest").get(0)).hasSize(64);
        assertThat(journal.verify(INES)).isEqualTo(new Verification(INES, 3, null));
    }

    @ParameterizedTest
    @EnumSource
    void eightThreadsLeaveOneUnbrokenChain(TestDatabase database) throws Exception {
        on(database);
        ExecutorService tills = Executors.newFixedThreadPool(8);
        List<Future<?>> done = new ArrayList<>();
        for (int till = 0; till < 8; till++) {
            int number = till;
            done.add(tills.submit(() -> {
                for (int ticket = 0; ticket < 40; ticket++) {
                    journal.append(draft(INES, number + "/" + ticket, -1));
                }
            }));
        }
        for (Future<?> till : done) {
            till.get();
        }
        tills.shutdown();

        assertThat(journal.verify(INES)).isEqualTo(new Verification(INES, 320, null));
        assertThat(journal.lock(INES)).isEqualTo(new ChainState(320, -320));
    }

    /** Each thread asks for money that is there for half of them: nobody spends what somebody else spent. */
    @ParameterizedTest
    @EnumSource
    void aLockedChainIsNotOverdrawn(TestDatabase database) throws Exception {
        on(database);
        journal.append(draft(INES, "topup", 10));
        ExecutorService tills = Executors.newFixedThreadPool(8);
        List<Future<Boolean>> paid = new ArrayList<>();
        for (int till = 0; till < 20; till++) {
            String cause = "till/" + till;
            paid.add(tills.submit(() -> store.jpa("core").txExpr(TransactionType.Required, em -> {
                if (journal.lock(INES).balance() < 1) {
                    return false;
                }
                journal.append(draft(INES, cause, -1));
                return true;
            })));
        }
        int spent = 0;
        for (Future<Boolean> till : paid) {
            spent += till.get() ? 1 : 0;
        }
        tills.shutdown();

        assertThat(spent).isEqualTo(10);
        assertThat(journal.lock(INES).balance()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void transfersInOppositeDirectionsDoNotBlockEachOther(TestDatabase database) throws Exception {
        on(database);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<?>> done = new ArrayList<>();
        for (List<String> way : List.of(List.of(INES, MALO), List.of(MALO, INES))) {
            done.add(threads.submit(() -> {
                for (int i = 0; i < 50; i++) {
                    String cause = way.get(0) + "/" + i;
                    journal.append(List.of(draft(way.get(0), cause + "/out", -1), draft(way.get(1), cause + "/in", 1)));
                }
            }));
        }
        for (Future<?> direction : done) {
            direction.get();
        }
        threads.shutdown();

        assertThat(journal.verify(INES)).isEqualTo(new Verification(INES, 100, null));
        assertThat(journal.verify(MALO)).isEqualTo(new Verification(MALO, 100, null));
        assertThat(journal.lock(INES).balance()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void wholeChainsComeInOneAnswerEachInItsOrder(TestDatabase database) {
        on(database);
        journal.append(draft("account/1", "a", 5000));
        journal.append(draft("account/2", "b", 100));
        journal.append(draft("account/1", "c", -1250));
        journal.append(draft("account/10", "d", 1));

        var whole = journal.whole(List.of("account/1", "account/2", "account/3"));

        assertThat(whole.keySet()).containsExactlyInAnyOrder("account/1", "account/2");
        assertThat(whole.get("account/1")).extracting(entry -> entry.amount()).containsExactly(5000L, -1250L);
        assertThat(whole.get("account/2")).extracting(entry -> entry.causeKey()).containsExactly("b");
        assertThat(journal.whole(List.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void moreChainsThanAreAskedAtOnceComeWholeAndInTheirOrder(TestDatabase database) {
        on(database);
        List<EntryDraft> drafts = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            drafts.add(draft("account/" + i, "first of " + i, i));
        }
        drafts.add(draft("account/7", "second", 70));
        drafts.add(draft("account/449", "second of the last", -1));
        journal.append(drafts);

        var whole = journal.whole(
                IntStream.range(0, 450).mapToObj(i -> "account/" + i).toList());

        assertThat(whole).hasSize(450);
        assertThat(whole.get("account/7")).extracting(Entry::amount).containsExactly(7L, 70L);
        assertThat(whole.get("account/449")).extracting(Entry::amount).containsExactly(449L, -1L);
    }
}
