package coop.greffon.members.internal.store;

import static coop.greffon.members.internal.store.MembersFixture.NADIA;
import static coop.greffon.members.internal.store.MembersFixture.TODAY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.internal.file.DatabaseFiles;
import coop.greffon.members.CardDraft;
import coop.greffon.members.CardKind;
import coop.greffon.members.Member;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.StatusDraft;
import coop.greffon.testing.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordCheckTest {
    private MembersFixture fixture;
    private RecordCheck check;
    private Member ines;

    private void on(TestDatabase database) {
        fixture = new MembersFixture(database);
        var files = new DatabaseFiles(fixture.store.jpa("core"), fixture.clock);
        check = new RecordCheck(fixture.store.jpa("members"), files, fixture.clock);
        ines = fixture.create("Inès", "Marchand", "128");
        Member malo = fixture.create("Malo", "Marchand", "129");
        fixture.cards.give(ines.id(), new CardDraft(CardKind.BARCODE, "4006381333931", TODAY), NADIA);
        fixture.members.changeStatus(malo.id(), new StatusDraft(MemberStatus.FORMER, TODAY, null), NADIA);
        new RecordErasure(fixture.store.jpa("members"), fixture.audit, fixture.clock).erase(malo.id(), NADIA);
        Member twin = fixture.create("Ines", "Marchand", null);
        new RecordMerge(fixture.store.jpa("members"), fixture.audit, fixture.clock).merge(twin.id(), ines.id(), NADIA);
    }

    @ParameterizedTest
    @EnumSource
    void whatTheServicesLeaveBehindIsInOrder(TestDatabase database) {
        on(database);

        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatSomebodyChangedByHandIsFound(TestDatabase database) throws SQLException {
        on(database);
        try (Connection connection = fixture.store.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "update greffon_members_tally set total = total + 5 where standing = 'MEMBER' and shard = 0");
            statement.execute("delete from greffon_members_word where word = 'marchand'");
            statement.execute("update greffon_members_member set status = 'CANDIDATE' where number = '128'");
            statement.execute("update greffon_members_member set photo = 'abc' where number = '128'");
        }

        String id = Long.toString(ines.id());
        assertThat(check.faults())
                .extracting(fault -> fault.check() + " " + fault.record())
                .containsExactlyInAnyOrder(
                        "words " + id, "status " + id, "photo " + id, "total CANDIDATE", "total MEMBER");
    }

    /** The script of the version that brought pairs, and what is written down since, agree. */
    @ParameterizedTest
    @EnumSource
    void thoseWrittenDownBeforeThereWerePairsHaveThem(TestDatabase database) throws SQLException, IOException {
        on(database);
        fixture.create("Zoë", "d'Arc Œillet", "B12");
        String script = "/GREFFON-INF/migration/common/V20261127_0117__word_pairs.sql";
        try (Connection connection = fixture.store.dataSource().getConnection();
                Statement statement = connection.createStatement();
                var pairs = getClass().getResourceAsStream(script)) {
            assertThat(statement.executeUpdate("delete from greffon_members_word where word like '&%'"))
                    .isGreaterThan(8);
            statement.execute(new String(pairs.readAllBytes(), UTF_8));
        }

        assertThat(check.faults()).isEmpty();
    }

    /** The script of the version that brought halves of names. */
    @ParameterizedTest
    @EnumSource
    void namesWrittenDownLetterByLetterBecomeHalves(TestDatabase database) throws SQLException, IOException {
        on(database);
        String script = "/GREFFON-INF/migration/common/V20261127_0118__name_halves.sql";
        try (Connection connection = fixture.store.dataSource().getConnection();
                Statement statement = connection.createStatement();
                var halves = getClass().getResourceAsStream(script)) {
            statement.execute("drop table greffon_members_name_half");
            statement.execute("create table greffon_members_spelling (variant varchar(60), word varchar(60))");
            statement.execute("insert into greffon_members_spelling (variant, word) values"
                    + " ('lucas', 'lucas'), ('ucas', 'lucas'), ('martin', 'martin'), ('matin', 'martin')");
            String sql = new String(halves.readAllBytes(), UTF_8);
            statement.execute(sql);
            // On H2 a statement that follows may fail, and the script runs again.
            statement.execute(sql);
        }

        assertThat(fixture.sql("select half || ' ' || word from greffon_members_name_half"))
                .containsExactlyInAnyOrder("5<lu lucas", "5>cas lucas", "6<mar martin", "6>tin martin");
    }
}
