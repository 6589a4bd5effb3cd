package coop.greffon.members.internal.importing.run;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.tabular.TabularOutput;
import coop.greffon.members.MailAddress;
import coop.greffon.members.Member;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.Phone;
import coop.greffon.members.internal.importing.model.Change;
import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.LinePlan;
import coop.greffon.members.internal.importing.model.Outcome;
import coop.greffon.members.internal.importing.model.Reason;
import coop.greffon.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the list of members exported, the import reads: it changes what was edited in between, and nothing else. */
class RoundTripTest extends RoundTrip {
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
    void inJsonTheColumnsHaveTheSameNamesInEachLanguage(TestDatabase database) {
        on(database);

        assertThat(Stream.of("fr", "en")
                        .map(language ->
                                Export.of(fixture, TabularOutput.JSON, language).content())
                        .map(content -> new String(content, StandardCharsets.UTF_8)))
                .allSatisfy(json -> assertThat(json)
                        .contains("\"familyName\":\"Marchand\"", "\"birthDate\":", "\"mail\":\"Ines@Example.org\"")
                        .doesNotContain("Nom de famille", "Family name"));
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

    /** What a file does to Marie, who has two mails and two telephone numbers. */
    private LinePlan ofMarie(String headings, String cells) {
        return fixture.check(
                        "Identifiant Greffon;Nom;" + headings,
                        stored("Marie Durand").id() + ";Marie Durand;" + cells)
                .get(0);
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
