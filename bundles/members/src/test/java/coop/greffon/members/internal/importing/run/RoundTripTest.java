package coop.greffon.members.internal.importing.run;

import static coop.greffon.members.internal.store.MembersFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.tabular.TabularOutput;
import coop.greffon.members.ContactDraft;
import coop.greffon.members.MailAddress;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.NewMember;
import coop.greffon.members.Phone;
import coop.greffon.members.StatusDraft;
import coop.greffon.members.internal.importing.model.Change;
import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.LinePlan;
import coop.greffon.members.internal.importing.model.Outcome;
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import coop.greffon.members.internal.store.RecordMerge;
import coop.greffon.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the list of members exported, the import reads: it changes what was edited in between, and nothing else. */
class RoundTripTest {
    private ImportFixture fixture;
    private List<Member> members;

    private void on(TestDatabase database) {
        fixture = new ImportFixture(database);
        members = OddMembers.all().stream()
                .map(member -> fixture.members.members.create(member, NADIA))
                .toList();
    }

    private static Member named(String name, List<Member> members) {
        return members.stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Member stored(String name) {
        return fixture.members.members.get(named(name, members).id());
    }

    private Export french() {
        return Export.of(fixture, TabularOutput.CSV, "fr");
    }

    /** The plan of the one line that is not as it was. */
    private LinePlan edited(UnaryOperator<String> hand) {
        var plans = french().edited(hand).check(fixture).stream()
                .filter(plan ->
                        plan.outcome() != Outcome.UNCHANGED || !plan.problems().isEmpty())
                .toList();
        assertThat(plans).hasSize(1);
        return plans.get(0);
    }

    private static List<Field> fields(LinePlan plan) {
        return plan.changes().stream().map(Change::field).toList();
    }

    private static List<Reason> reasons(LinePlan plan) {
        return plan.problems().stream().map(Problem::reason).toList();
    }

    @ParameterizedTest
    @EnumSource
    void whatNobodyEditedChangesNothing(TestDatabase database) {
        on(database);

        var exports = Stream.of(TabularOutput.CSV, TabularOutput.CSV_FRENCH, TabularOutput.XLSX, TabularOutput.ODS)
                .flatMap(format -> Stream.of("fr", "en").map(language -> Export.of(fixture, format, language)));

        assertThat(exports)
                .allSatisfy(export -> assertThat(export.check(fixture))
                        .hasSize(10)
                        .allSatisfy(plan -> {
                            assertThat(plan.changes()).as(plan.label()).isEmpty();
                            assertThat(plan.problems()).as(plan.label()).isEmpty();
                            assertThat(plan.outcome()).isEqualTo(Outcome.UNCHANGED);
                        })
                        .extracting(plan -> plan.storedId().orElseThrow())
                        .containsExactlyInAnyOrderElementsOf(
                                members.stream().map(Member::id).toList()));
    }

    @ParameterizedTest
    @EnumSource
    void anEditedCellChangesThatAlone(TestDatabase database) {
        on(database);

        assertThat(fields(edited(text -> text.replace("Orcières", "Ancelle")))).containsExactly(Field.CITY);
        assertThat(edited(text -> text.replace("06 39 98 12 34", "06 39 98 77 77"))
                        .changes())
                .containsExactly(new Change(
                        Field.PHONE,
                        "06 39 98 12 34, +33 2 61 91 60 10 (soir, week-end), 12345",
                        "06 39 98 77 77, +33 2 61 91 60 10 (soir, week-end), 12345"));
        assertThat(fields(edited(text -> text.replace("Candidat·e", "Membre")))).containsExactly(Field.STATUS);
        assertThat(fields(edited(text -> text.replace("Ines@Example.org", "im@example.org"))))
                .containsExactly(Field.MAIL);
        assertThat(edited(text -> text.replace("clé du local", "clés")).changes())
                .containsExactly(new Change(
                        Field.NOTES,
                        stored("Inès Marchand").details().notes(),
                        "Vient le samedi : 10 h.\n\n=1+1\n- clés\n'-3"));
        assertThat(fields(edited(text -> text.replace(",Zoé,DE LA TOUR", ",Zoé,de La Tour"))))
                .containsExactly(Field.FAMILY_NAME);
        assertThat(fields(edited(text -> text.replace("7,Zoé", "70,Zoé")))).containsExactly(Field.NUMBER);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasEditedIsStored(TestDatabase database) {
        on(database);

        french().edited(text -> text.replace("Orcières", "Ancelle")
                        .replace("06 39 98 12 34", "06 39 98 77 77")
                        .replace("Candidat·e", "Membre"))
                .apply(fixture);

        var ines = stored("Inès Marchand").details();
        assertThat(ines.addresses()).extracting(address -> address.city()).containsExactly("Gap", "Ancelle");
        assertThat(ines.phones())
                .extracting(phone -> phone.number())
                .containsExactly("06 39 98 77 77", "+33 2 61 91 60 10 (soir, week-end)", "12345");
        assertThat(stored("Zoé DE LA TOUR").status()).isEqualTo(MemberStatus.MEMBER);
        assertThat(french().check(fixture)).extracting(LinePlan::outcome).containsOnly(Outcome.UNCHANGED);
    }

    @ParameterizedTest
    @EnumSource
    void aDayIsTakenWithANewStatusAndNotWithoutOne(TestDatabase database) {
        on(database);

        var day = edited(text -> text.replace("2022-09-01", "2021-05-05"));
        var left = edited(text ->
                text.replace("0012,Thibault Roux,Membre,2022-09-01", "0012,Thibault Roux,Ancien membre,2026-10-31"));

        assertThat(day.changes()).isEmpty();
        assertThat(reasons(day)).containsExactly(Reason.STANDING_KEPT);
        assertThat(fields(left)).containsExactly(Field.STATUS, Field.LEFT_ON);
        assertThat(reasons(left)).containsExactly(Reason.STATUS_CHANGES);
    }

    @ParameterizedTest
    @EnumSource
    void columnsMayBeTakenOutOfTheFile(TestDatabase database) {
        on(database);
        var lines = Stream.concat(
                        Stream.of("Identifiant Greffon;Nom;Ville"),
                        members.stream().map(member -> member.id() + ";" + member.name() + ";"))
                .toArray(String[]::new);

        var plans = fixture.check(lines);
        lines[1] = lines[1] + "Ancelle";

        assertThat(plans).hasSize(10).allSatisfy(plan -> {
            assertThat(plan.changes()).as(plan.label()).isEmpty();
            assertThat(plan.outcome()).as(plan.problems().toString()).isEqualTo(Outcome.UNCHANGED);
        });
        assertThat(fixture.check(lines))
                .filteredOn(plan -> plan.outcome() != Outcome.UNCHANGED)
                .singleElement()
                .satisfies(plan ->
                        assertThat(plan.changes()).containsExactly(new Change(Field.CITY, "Orcières", "Ancelle")));
    }

    @ParameterizedTest
    @EnumSource
    void zerosThatASpreadsheetDroppedAreNotMissed(TestDatabase database) {
        on(database);

        assertThat(french().edited(text -> text.replace("0012,Thibault", "12,Thibault"))
                        .check(fixture))
                .extracting(LinePlan::outcome)
                .containsOnly(Outcome.UNCHANGED);
    }

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

    /** What a file does to Marie, who has two mails and two telephone numbers. */
    private LinePlan ofMarie(String headings, String cells) {
        return fixture.check(
                        "Identifiant Greffon;Nom;" + headings,
                        stored("Marie Durand").id() + ";Marie Durand;" + cells)
                .get(0);
    }

    private void withMarie(TestDatabase database) {
        fixture = new ImportFixture(database);
        var contact = new ContactDraft(
                List.of(MailAddress.of("a@example.org"), new MailAddress("b@example.org", "bureau")),
                List.of(Phone.of("06 39 98 00 01"), new Phone("06 39 98 00 02", "bureau")),
                List.of(),
                null);
        members = List.of(fixture.members.members.create(
                NewMember.of(MemberDraft.person("Marie", "Durand").withContact(contact)), NADIA));
    }

    @ParameterizedTest
    @EnumSource
    void aMailThatWasMovedToTheFirstPlaceIsFirst(TestDatabase database) {
        withMarie(database);
        var both = "Courriel;Autres courriels";

        assertThat(ofMarie(both, "a@example.org;b@example.org").changes()).isEmpty();
        assertThat(ofMarie("Autres courriels;Courriel", "b@example.org;a@example.org")
                        .changes())
                .isEmpty();
        assertThat(ofMarie(both, "b@example.org;c@example.org").changes())
                .containsExactly(mails("b@example.org, c@example.org"));
        assertThat(ofMarie("Autres courriels;Courriel", "c@example.org;b@example.org")
                        .changes())
                .containsExactly(mails("b@example.org, c@example.org"));
        assertThat(ofMarie(both, "b@example.org;").changes()).containsExactly(mails("b@example.org"));
        assertThat(ofMarie(both, "b@example.org;b@example.org").changes()).containsExactly(mails("b@example.org"));
        assertThat(ofMarie(both, "b@example.org;a@example.org").changes())
                .containsExactly(mails("b@example.org, a@example.org"));
        assertThat(ofMarie("Courriel", "b@example.org").changes()).isEmpty();
    }

    private static Change mails(String wanted) {
        return new Change(Field.MAIL, "a@example.org, b@example.org", wanted);
    }

    @ParameterizedTest
    @EnumSource
    void aTelephoneNumberThatWasMovedToTheFirstPlaceIsFirst(TestDatabase database) {
        withMarie(database);
        var both = "Téléphone;Autres téléphones";

        assertThat(ofMarie(both, "06 39 98 00 01;06 39 98 00 02").changes()).isEmpty();
        assertThat(ofMarie(both, "06 39 98 00 02;06 39 98 00 03").changes())
                .containsExactly(phones("06 39 98 00 02, 06 39 98 00 03"));
        assertThat(ofMarie(both, "06 39 98 00 02;").changes()).containsExactly(phones("06 39 98 00 02"));
        assertThat(ofMarie(both, "06 39 98 00 02;06 39 98 00 01").changes())
                .containsExactly(phones("06 39 98 00 02, 06 39 98 00 01"));
    }

    private static Change phones(String wanted) {
        return new Change(Field.PHONE, "06 39 98 00 01, 06 39 98 00 02", wanted);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasSwappedIsStoredInThatOrderWithItsRemarks(TestDatabase database) {
        withMarie(database);

        french().edited(text -> swapped(swapped(text, "a@example.org", "b@example.org"), "00 01", "00 02"))
                .apply(fixture);

        var marie = stored("Marie Durand").details();
        assertThat(marie.mails())
                .containsExactly(new MailAddress("b@example.org", "bureau"), MailAddress.of("a@example.org"));
        assertThat(marie.phones()).containsExactly(new Phone("06 39 98 00 02", "bureau"), Phone.of("06 39 98 00 01"));
    }

    private static String swapped(String text, String one, String other) {
        return text.replace(one, "#").replace(other, one).replace("#", other);
    }

    @ParameterizedTest
    @EnumSource
    void aCellThatCannotBeReadDeletesNothing(TestDatabase database) {
        withMarie(database);
        var tooLong = "x".repeat(501);

        var mail = ofMarie("Courriel;Autres courriels", "c@example.org;" + tooLong);
        var phone = ofMarie("Téléphone;Autres téléphones", "06 39 98 00 03;" + tooLong);

        assertThat(reasons(mail)).containsExactly(Reason.TOO_LONG);
        assertThat(mail.changes()).containsExactly(mails("a@example.org, b@example.org, c@example.org"));
        assertThat(reasons(phone)).containsExactly(Reason.TOO_LONG);
        assertThat(phone.changes()).containsExactly(phones("06 39 98 00 01, 06 39 98 00 02, 06 39 98 00 03"));
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

    @ParameterizedTest
    @EnumSource
    void oddValuesStayWhereTheColumnsOfNamesWereTakenOut(TestDatabase database) {
        on(database);
        var ines = stored("Inès Marchand");
        var headings = "Identifiant Greffon;Téléphone;Autres téléphones;Étiquettes;Ville";
        var cells = ";06 39 98 12 34;+33 2 61 91 60 10 (soir, week-end), 12345;\""
                + String.join(", ", ines.details().tags()) + "\";";

        var untouched = fixture.check(headings, ines.id() + cells + "Orcières").get(0);
        var edited = fixture.check(headings, ines.id() + cells + "Ancelle").get(0);

        assertThat(untouched.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(untouched.problems()).isEmpty();
        assertThat(fields(edited)).containsExactly(Field.CITY);
    }
}
