package coop.greffon.members.internal.privacy;

import static coop.greffon.members.internal.store.MembersFixture.NADIA;
import static coop.greffon.members.internal.store.MembersFixture.TODAY;
import static coop.greffon.members.internal.store.MembersFixture.person;
import static coop.greffon.members.internal.store.MembersFixture.reachable;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.message.Text;
import coop.greffon.core.privacy.Erasure;
import coop.greffon.core.privacy.PersonalDocument;
import coop.greffon.core.privacy.PersonalDocument.Word;
import coop.greffon.members.CardDraft;
import coop.greffon.members.CardKind;
import coop.greffon.members.CardState;
import coop.greffon.members.Member;
import coop.greffon.members.MemberFilter;
import coop.greffon.members.MemberOrder;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.StatusDraft;
import coop.greffon.members.arrival.Arrival;
import coop.greffon.members.internal.store.ArrivalRows;
import coop.greffon.members.internal.store.MembersFixture;
import coop.greffon.members.internal.store.RecordErasure;
import coop.greffon.members.internal.store.RecordMerge;
import coop.greffon.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MemberPersonalDataTest {
    private MembersFixture fixture;
    private MemberPersonalData data;
    private Member ines;
    private ArrivalRows arrivals;
    private RecordMerge merge;

    private void on(TestDatabase database) {
        fixture = new MembersFixture(database);
        arrivals = new ArrivalRows(fixture.store.jpa("members"), fixture.clock);
        merge = new RecordMerge(fixture.store.jpa("members"), fixture.audit, fixture.clock);
        var documents = new MemberDocuments(
                fixture.members,
                fixture.households,
                fixture.contacts,
                fixture.overrides,
                fixture.photos,
                arrivals,
                merge,
                fixture.invitations);
        var erasure = new RecordErasure(fixture.store.jpa("members"), fixture.audit, fixture.clock);
        data = new MemberPersonalData(
                fixture.members, documents, erasure, fixture.photos, arrivals, merge, fixture.invitations);
        ines = fixture.members.create(
                reachable(person("Inès", "Marchand", "128"), "ines@example.org", "06 39 98 12 34"), NADIA);
        fixture.cards.give(ines.id(), new CardDraft(CardKind.BARCODE, "4006381333931", TODAY), NADIA);
        fixture.households.found(ines.id(), TODAY.minusDays(9), NADIA);
        fixture.memberAccounts.invite(ines.id(), NADIA);
    }

    private void arrive(String cause) {
        var arrival = new Arrival(cause, ines.id(), fixture.clock.instant(), "entrance");
        arrivals.write(arrival, Map.of("shifts.purpose", "work"), Set.of("shifts"), NADIA);
    }

    private Member mergedTwin() {
        Member twin = fixture.members.create(
                reachable(person("Ines", "Marchand-Roy", "412"), "roy@example.net", "02 61 91 60 10"), NADIA);
        merge.merge(twin.id(), ines.id(), NADIA);
        return twin;
    }

    private void resign() {
        fixture.members.changeStatus(ines.id(), new StatusDraft(MemberStatus.FORMER, TODAY, "déménage à Lyon"), NADIA);
    }

    @ParameterizedTest
    @EnumSource
    void allThatIsKnownIsExported(TestDatabase database) {
        on(database);

        List<PersonalDocument> documents = data.export(ines.subject());

        assertThat(documents)
                .extracting(PersonalDocument::name)
                .containsExactly(
                        "record", "mails", "phones", "statuses", "cards", "household", "invitations", "history");
        assertThat(documents.get(0).rows().get(0)).startsWith("128", "Inès", "Marchand");
        assertThat(documents.get(4).rows())
                .containsExactly(PersonalDocument.row(
                        "4006381333931",
                        Word.of("members.card-kind.", "BARCODE"),
                        Word.of("members.state.", "ACTIVE"),
                        TODAY,
                        null,
                        null));
        assertThat(documents.get(6).rows())
                .containsExactly(PersonalDocument.row(
                        Instant.parse("2026-11-21T09:00:00Z"),
                        Word.of("members.invitation.", "SENT"),
                        "ines@example.org",
                        null));
        assertThat(data.export("members:404")).isEmpty();
        assertThat(data.export("kiosk:1")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aDryRunSaysWhatErasingWouldDoAndDoesNothing(TestDatabase database) {
        on(database);
        resign();

        List<Erasure> dry = data.erase(ines.subject(), true, NADIA);

        assertThat(fixture.members.get(ines.id()).name()).isEqualTo("Inès Marchand");
        assertThat(data.erase(ines.subject(), false, NADIA)).isEqualTo(dry);
    }

    @ParameterizedTest
    @EnumSource
    void whoIsErasedHasNoNameAnyMoreAndTheJournalStaysWhole(TestDatabase database) {
        on(database);
        resign();

        data.erase(ines.subject(), false, NADIA);

        Member left = fixture.members.get(ines.id());
        assertThat(left.name()).isEqualTo("#" + ines.id());
        assertThat(left.details().number()).isEqualTo("128");
        assertThat(left.details().mails()).isEmpty();
        assertThat(fixture.sql("select mail from greffon_members_invitation")).isEmpty();
        assertThat(fixture.members.statuses(ines.id()))
                .extracting(change -> change.status() + " " + change.on() + " " + change.reason())
                .containsExactly("FORMER 2026-11-21 null", "MEMBER 2023-03-04 null");
        assertThat(left.cards()).singleElement().satisfies(card -> {
            assertThat(card.code()).isEqualTo("4006381333931");
            assertThat(card.state()).isEqualTo(CardState.REVOKED);
        });
        assertThat(fixture.members
                        .list(MemberFilter.query("marchand"), MemberOrder.NAME, 0, 5)
                        .rows())
                .isEmpty();
        assertThat(fixture.audit.history("members.member", Long.toString(ines.id())))
                .flatExtracting(change -> change.fields())
                .extracting(FieldChange::after)
                .containsOnlyNulls();
        assertThat(fixture.members.totals()).containsEntry(MemberFilter.Standing.FORMER, 1L);
    }

    @ParameterizedTest
    @EnumSource
    void arrivalsAreExportedAndErased(TestDatabase database) {
        on(database);
        arrive("scan/1");
        arrive("scan/2");

        assertThat(data.export(ines.subject()))
                .filteredOn(document -> document.name().equals("arrivals"))
                .singleElement()
                .satisfies(document -> assertThat(document.rows())
                        .hasSize(2)
                        .contains(List.of(
                                Instant.parse("2026-11-21T09:00:00Z"),
                                "entrance",
                                List.of(new Word("shifts.purpose=work", Text.of("shifts.purpose.work"))))));
        assertThat(data.processings())
                .extracting(processing -> processing.purpose().key())
                .contains("members.privacy.arrivals");
        resign();
        assertThat(data.erase(ines.subject(), false, NADIA)).contains(Erasure.gone(Text.of("members.arrival.all"), 2));

        assertThat(fixture.sql("select cause from greffon_members_arrival")).isEmpty();
        assertThat(fixture.sql("select cause from greffon_members_arrival_hearing"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatAMergedRecordHeldIsExportedAndErasedWithTheOneThatStayed(TestDatabase database) {
        on(database);
        Member twin = mergedTwin();

        List<PersonalDocument> documents = data.export(ines.subject());

        assertThat(documents.get(0).rows()).extracting(row -> row.get(2)).containsExactly("Marchand", "Marchand-Roy");
        assertThat(documents)
                .filteredOn(document -> document.name().equals("history"))
                .flatExtracting(PersonalDocument::rows)
                .anySatisfy(row -> assertThat(row).extracting(String::valueOf).contains("Marchand-Roy"));
        resign();
        data.erase(ines.subject(), false, NADIA);

        for (String table : List.of("mail", "phone", "address", "tag", "external_id")) {
            assertThat(fixture.sql("select member_id from greffon_members_" + table))
                    .as(table)
                    .isEmpty();
        }
        assertThat(fixture.sql("select family_name from greffon_members_member order by id"))
                .containsExactly("#" + ines.id(), "#" + twin.id());
        assertThat(fixture.audit.history("members.member", Long.toString(twin.id())))
                .flatExtracting(change -> change.fields())
                .extracting(FieldChange::after)
                .containsOnlyNulls();
        assertThat(fixture.members.totals()).containsEntry(MemberFilter.Standing.FORMER, 1L);
        assertThat(fixture.members
                        .list(MemberFilter.query("#" + twin.id()), MemberOrder.NAME, 0, 5)
                        .rows())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whoIsStillAMemberIsNotErased(TestDatabase database) {
        on(database);

        List<Erasure> report = data.erase(ines.subject(), false, NADIA);

        assertThat(report)
                .singleElement()
                .satisfies(kept -> assertThat(kept.keptBecause().key()).isEqualTo("members.privacy.still-member"));
        assertThat(fixture.members.get(ines.id()).name()).isEqualTo("Inès Marchand");
    }
}
