package coop.greffon.members.internal.importing.run;

import static coop.greffon.members.internal.store.MembersFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.members.ContactDraft;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.NewMember;
import coop.greffon.members.Phone;
import coop.greffon.members.StatusDraft;
import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.Outcome;
import coop.greffon.members.internal.importing.model.Reason;
import coop.greffon.members.internal.store.RecordMerge;
import coop.greffon.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Exported files that no longer fit the records: older, merged since, of somebody else. */
class StaleFileTest extends RoundTrip {
    @ParameterizedTest
    @EnumSource
    void aStrangersFileIsNotTakenForOurs(TestDatabase database) {
        on(database);

        var other = edited(text -> text.replace("Zoé", "Karim").replace("DE LA TOUR", "Dahmani"));
        var sameGivenName = edited(text -> text.replace("7,Zoé", "91,Zoé").replace("DE LA TOUR", "Tran"));

        assertThat(other.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(reasons(other)).contains(Reason.RECORD_TAKEN);
        assertThat(sameGivenName.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(reasons(sameGivenName)).contains(Reason.RECORD_TAKEN);
    }

    @ParameterizedTest
    @EnumSource
    void aFileOlderThanAMergeChangesNothing(TestDatabase database) {
        on(database);
        var other = fixture.members.members.create(NewMember.of(MemberDraft.person("Ines", "Marchant")), NADIA);
        var export = french();
        new RecordMerge(fixture.members.store.jpa("members"), fixture.members.audit, fixture.members.clock)
                .merge(other.id(), stored("Inès Marchand").id(), NADIA);

        var plans = export.check(fixture);

        assertThat(plans)
                .filteredOn(plan -> plan.outcome() == Outcome.UNCHANGED)
                .hasSize(10);
        assertThat(plans)
                .filteredOn(plan -> plan.outcome() == Outcome.IGNORED)
                .singleElement()
                .satisfies(plan -> assertThat(reasons(plan)).containsExactly(Reason.MERGED_HERE));
    }

    /** Gives Inès another telephone number, as she herself would. */
    private void inesHasANewPhone() {
        var ines = stored("Inès Marchand");
        var details = ines.details();
        fixture.members.members.change(
                ines.id(),
                ines.revision(),
                details.withContact(new ContactDraft(
                        details.mails(), List.of(Phone.of("06 39 98 55 55")), details.addresses(), details.language())),
                NADIA);
    }

    @ParameterizedTest
    @EnumSource
    void aFileOlderThanTheRecordDoesNotPutBackWhatWasBefore(TestDatabase database) {
        on(database);
        var export = french();
        inesHasANewPhone();

        var plans = export.edited(text -> text.replace("Orcières", "Ancelle").replace("Candidat·e", "Membre"))
                .check(fixture);

        assertThat(plans)
                .filteredOn(plan -> plan.outcome() == Outcome.ERROR)
                .singleElement()
                .satisfies(plan -> {
                    assertThat(reasons(plan)).containsExactly(Reason.RECORD_CHANGED);
                    assertThat(plan.problems().get(0).arguments()).containsExactly("0", "Inès Marchand", "1");
                });
        assertThat(plans)
                .filteredOn(plan -> plan.outcome() == Outcome.UPDATE)
                .singleElement()
                .satisfies(plan -> assertThat(fields(plan)).containsExactly(Field.STATUS));
    }

    @ParameterizedTest
    @EnumSource
    void theSameEditedFileAgainChangesNothing(TestDatabase database) {
        on(database);
        var export = french().edited(
                        text -> text.replace("Orcières", "Ancelle").replace("06 39 98 12 34", "06 39 98 77 77"));

        export.apply(fixture);

        assertThat(stored("Inès Marchand").revision()).isEqualTo(1);
        assertThat(export.check(fixture)).allSatisfy(plan -> {
            assertThat(plan.outcome()).isEqualTo(Outcome.UNCHANGED);
            assertThat(plan.problems()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void withoutAVersionOfTheRecordNothingIsRefused(TestDatabase database) {
        on(database);
        inesHasANewPhone();
        var id = stored("Inès Marchand").id();

        var none = fixture.check("Identifiant Greffon;Nom;Ville", id + ";Inès Marchand;Ancelle");
        var empty = fixture.check("Identifiant Greffon;Version de la fiche;Nom;Ville", id + ";;Inès Marchand;Ancelle");
        var unreadable =
                fixture.check("Identifiant Greffon;Version de la fiche;Nom;Ville", id + ";un;Inès Marchand;Ancelle");

        assertThat(Stream.of(none, empty, unreadable).map(plans -> plans.get(0)))
                .allSatisfy(plan -> assertThat(fields(plan)).containsExactly(Field.CITY));
        assertThat(reasons(empty.get(0))).isEmpty();
        assertThat(reasons(unreadable.get(0))).containsExactly(Reason.RECORD_REVISION_BAD);
    }

    @ParameterizedTest
    @EnumSource
    void whoSharesAWordOfTheNameIsAStrangerUnlessTheMailAgrees(TestDatabase database) {
        withMarie(database);
        var id = stored("Marie Durand").id();
        var headings = "Identifiant Greffon;Nom;Courriel;Ville";

        var other = fixture.check(headings, id + ";Marie Dupont;dupont@example.net;Gap")
                .get(0);
        var sameMail =
                fixture.check(headings, id + ";Marie Dupont;b@example.org;Gap").get(0);
        var noMail = fixture.check(headings, id + ";Marie Dupont;;Gap").get(0);
        var sameName = fixture.check(headings, id + ";DURAND Marie;new@example.org;Gap")
                .get(0);

        assertThat(other.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(reasons(other)).containsExactly(Reason.RECORD_TAKEN);
        assertThat(sameMail.outcome()).isEqualTo(Outcome.UPDATE);
        assertThat(reasons(sameMail)).containsExactly(Reason.NAME_DIFFERS);
        assertThat(reasons(noMail)).containsExactly(Reason.NAME_DIFFERS);
        assertThat(reasons(sameName)).isEmpty();
        assertThat(fields(sameName)).containsExactly(Field.MAIL, Field.CITY);
    }

    @ParameterizedTest
    @EnumSource
    void whoSharesAWordOfTheNameAndHasAnotherDayOfBirthIsAStranger(TestDatabase database) {
        on(database);
        var id = stored("Inès Marchand").id();
        var headings = "Identifiant Greffon;Nom;Date de naissance";

        var other = fixture.check(headings, id + ";Inès Dupont;1991-01-01").get(0);
        var married = fixture.check(headings, id + ";Inès Dupont;1980-03-12").get(0);

        assertThat(reasons(other)).containsExactly(Reason.RECORD_TAKEN);
        assertThat(reasons(married)).containsExactly(Reason.NAME_DIFFERS);
        assertThat(fields(married)).containsExactly(Field.FAMILY_NAME);
    }

    @ParameterizedTest
    @EnumSource
    void theOnlyRowOfARecordThatWasMergedAwayIsLeftOut(TestDatabase database) {
        on(database);
        var other = fixture.members.members.create(
                new NewMember(
                        MemberDraft.person("Ines", "Marchant"),
                        List.of(new StatusDraft(MemberStatus.CANDIDATE, LocalDate.parse("2026-11-02"), null)),
                        List.of(),
                        List.of()),
                NADIA);
        var export = french().edited(text -> text.lines()
                .filter(line -> line.contains("Identifiant Greffon") || line.contains("Marchant"))
                .collect(Collectors.joining("\n")));
        var ines = stored("Inès Marchand");
        new RecordMerge(fixture.members.store.jpa("members"), fixture.members.audit, fixture.members.clock)
                .merge(other.id(), ines.id(), NADIA);

        assertThat(export.check(fixture)).singleElement().satisfies(plan -> {
            assertThat(plan.outcome()).isEqualTo(Outcome.IGNORED);
            assertThat(reasons(plan)).containsExactly(Reason.RECORD_MERGED);
            assertThat(plan.problems().get(0).arguments()).containsExactly(Long.toString(other.id()), "Inès Marchand");
            assertThat(plan.storedId()).contains(ines.id());
        });
    }
}
