package coop.greffon.members.internal.importing.desk;

import static coop.greffon.members.internal.store.MembersFixture.KARIM;
import static coop.greffon.members.internal.store.MembersFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.job.JobContext;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.members.internal.importing.columns.Assignment;
import coop.greffon.members.internal.importing.columns.Column.How;
import coop.greffon.members.internal.importing.desk.LineReport.Difference;
import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.Outcome;
import coop.greffon.members.internal.importing.run.FileZone;
import coop.greffon.members.internal.importing.run.ImportFile.Options;
import coop.greffon.members.internal.importing.run.Mode;
import coop.greffon.members.internal.store.MembersFixture;
import coop.greffon.testing.TestDatabase;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImportDeskTest extends DeskBench {
    @ParameterizedTest
    @EnumSource
    void aFileIsCheckedThenImported(TestDatabase database) {
        on(database);

        Upload checked = checked(GOOD);

        assertThat(checked.state()).isEqualTo(UploadState.CHECKED);
        assertThat(checked.count(LineKind.CREATE)).isEqualTo(2);
        assertThat(checked.lines()).isEqualTo(2);
        assertThat(checked.hasErrors()).isFalse();
        assertThat(fixture.members.sql("select id from greffon_members_member")).isEmpty();

        desk.apply(checked.id(), Mode.ALL, NADIA);
        desk.apply(checked.id(), Mode.ALL, NADIA);

        assertThat(desk.get(checked.id(), NADIA).state()).isEqualTo(UploadState.APPLIED);
        assertThat(desk.get(checked.id(), NADIA).linesAll()).isEqualTo(2);
        assertThat(fixture.members.sql("select number from greffon_members_member order by number"))
                .containsExactly("1", "2");
        assertThat(fixture.members.sql(
                        "select distinct actor_label from greffon_core_change where action = 'members.audit.created'"))
                .containsExactly("Nadia");
    }

    @ParameterizedTest
    @EnumSource
    void theReportSaysOfEachLineWhatAndWhy(TestDatabase database) {
        on(database);
        desk.apply(checked(GOOD).id(), Mode.ALL, NADIA);

        long id =
                checked(GOOD.replace("lea@example.org", "lea.tran@example.org")).id();

        assertThat(desk.lines(id, null, 0, 10, NADIA))
                .extracting(LineReport::outcome)
                .containsExactly(Outcome.UPDATE, Outcome.UNCHANGED);
        LineReport changed = desk.lines(id, LineKind.UPDATE, 0, 10, NADIA).get(0);
        assertThat(changed.line()).isEqualTo(2);
        assertThat(changed.memberId()).isNotNull();
        assertThat(changed.changes())
                .containsExactly(new Difference("mail", "lea@example.org", "lea@example.org, lea.tran@example.org"));
        assertThat(desk.lines(id, null, 1, 10, NADIA)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void refusedLinesAreGivenBackWithTheirReasons(TestDatabase database) {
        on(database);

        Upload checked = checked(BAD);

        assertThat(checked.count(LineKind.ERROR)).isEqualTo(1);
        assertThatThrownBy(() -> desk.apply(checked.id(), Mode.ALL, NADIA)).isInstanceOf(Refused.class);
        var faulty = new ArrayList<String>();
        desk.faulty(
                checked.id(),
                NADIA,
                lines -> lines.each((row, line) -> faulty.add(row.line() + " "
                        + row.cells().get(1).text() + " "
                        + line.problems().get(0).why().key())));
        assertThat(faulty).containsExactly("3 Luc Martin members.import.number-twice");

        desk.apply(checked.id(), Mode.GOOD_LINES, NADIA);

        assertThat(fixture.members.sql("select number from greffon_members_member order by number"))
                .containsExactly("1", "3");
    }

    @ParameterizedTest
    @EnumSource
    void aChoiceOfColumnIsRememberedForFilesOfTheSameForm(TestDatabase database) {
        on(database);
        Upload first = sent(GOOD);
        assertThat(desk.columns(first.id(), NADIA).columns().get(3).column().how())
                .isEqualTo(How.UNKNOWN);
        assertThat(desk.columns(first.id(), NADIA).columns().get(3).values()).containsExactly("Lélé");

        desk.choose(first.id(), 3, Assignment.to(Field.NOTES), NADIA);
        Upload second = desk.receive("autre.csv", bytes(GOOD), null, KARIM);

        var column = desk.columns(second.id(), KARIM).columns().get(3).column();
        assertThat(column.how()).isEqualTo(How.CHOSEN);
        assertThat(column.assignment()).isEqualTo(Assignment.to(Field.NOTES));
        assertThatThrownBy(() -> desk.choose(first.id(), 4, Assignment.IGNORE, NADIA))
                .isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @EnumSource
    void columnsThatNameNobodyAreNotChecked(TestDatabase database) {
        on(database);
        Upload upload = sent("Couleur,Taille\nbleu,3\n");

        assertThatThrownBy(() -> desk.check(upload.id(), Options.USUAL, NADIA)).isInstanceOf(InvalidInput.class);

        assertThat(desk.get(upload.id(), NADIA).state()).isEqualTo(UploadState.CHOOSING);
    }

    @ParameterizedTest
    @EnumSource
    void aFileIsOnlyItsSendersAndForgottenAfterAWeek(TestDatabase database) {
        on(database);
        Upload upload = sent(GOOD);

        assertThatThrownBy(() -> desk.get(upload.id(), KARIM)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.apply(upload.id(), Mode.ALL, KARIM)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.columns(upload.id(), KARIM)).isInstanceOf(NotFound.class);
        assertThat(desk.of(KARIM)).isEmpty();
        assertThat(desk.of(NADIA)).extracting(Upload::id).containsExactly(upload.id());

        fixture.members.clock.advance(Duration.ofDays(8));
        assertThatThrownBy(() -> desk.get(upload.id(), NADIA)).isInstanceOf(NotFound.class);
        job.run(new JobContext(MembersFixture.TODAY, NADIA));

        for (var table : List.of("import", "import_part", "import_line")) {
            assertThat(fixture.members.sql("select count(*) from greffon_members_" + table))
                    .containsExactly("0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSentTwiceWithOneKeyIsThereOnce(TestDatabase database) {
        on(database);

        Upload first = desk.receive("a.csv", bytes(GOOD), "key", NADIA);
        Upload again = desk.receive("a.csv", bytes(GOOD), "key", NADIA);

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(fixture.members.sql("select count(*) from greffon_members_import"))
                .containsExactly("1");
        assertThatThrownBy(() -> desk.receive("a.csv", bytes(BAD), "key", NADIA))
                .isInstanceOf(InvalidInput.class);
        assertThat(desk.receive("a.csv", bytes(BAD), "key", KARIM).id()).isNotEqualTo(first.id());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoTableIsRefusedAndNotKept(TestDatabase database) {
        on(database);

        for (var content : List.of("", "\u0000\u0001\u0002\u0003", "PK\u0003\u0004 and then nothing of a workbook")) {
            assertThatThrownBy(() -> sent(content)).as(content).isInstanceOf(InvalidInput.class);
        }
        var wide = String.join(",", Collections.nCopies(10_000, "Nom"));
        assertThatThrownBy(() -> sent(wide + "\n")).isInstanceOf(InvalidInput.class);

        assertThat(fixture.members.sql("select count(*) from greffon_members_import"))
                .containsExactly("0");
    }

    @ParameterizedTest
    @EnumSource
    void aTruncatedLastLineIsAnErrorOfThatLine(TestDatabase database) {
        on(database);

        Upload checked = checked("N° adhérent,Nom,E-mail\n1,Léa Tran,lea@example.org\n2,\"Luc Mar");

        var refused = desk.lines(checked.id(), LineKind.ERROR, 0, 10, NADIA);
        assertThat(refused).extracting(LineReport::line).containsExactly(3L);
        assertThat(checked.count(LineKind.CREATE)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aFileTellsTimesInTheZoneOfWhoeverExportedIt(TestDatabase database) {
        on(database);
        // Half past eleven at night in London is the next day in Paris.
        Upload upload = sent("id,name,create_date\r\nx.1,Léa Tran,2023-03-03 23:30:00\r\n");

        desk.check(upload.id(), new Options(false, false, false, FileZone.of(" Europe/London ")), NADIA);
        assertThat(desk.get(upload.id(), NADIA).options().fileZone()).isEqualTo(ZoneId.of("Europe/London"));
        desk.apply(upload.id(), Mode.ALL, NADIA);

        assertThat(fixture.members.sql("select status_since from greffon_members_member"))
                .containsExactly("2023-03-04");
        assertThat(FileZone.of(null)).isNull();
        assertThatThrownBy(() -> FileZone.of("Europe/Londres"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(FieldError::field)
                                .containsExactly("timeZone"));
    }

    @ParameterizedTest
    @EnumSource
    void aDeviceSeesItsOwnFilesOnly(TestDatabase database) {
        on(database);
        var till = new Actor(Actor.Kind.DEVICE, null, 1L, "Caisse");
        var other = new Actor(Actor.Kind.DEVICE, null, 2L, "Caisse");

        Upload upload = desk.receive("a.csv", bytes(GOOD), "key", till);

        assertThat(desk.get(upload.id(), till).id()).isEqualTo(upload.id());
        assertThatThrownBy(() -> desk.get(upload.id(), other)).isInstanceOf(NotFound.class);
        assertThat(desk.receive("a.csv", bytes(BAD), "key", other).id()).isNotEqualTo(upload.id());
    }

    @ParameterizedTest
    @EnumSource
    void aFileOfTagsIsLearntAtOnce(TestDatabase database) {
        on(database);

        Upload tags = desk.receive(
                "tags.csv",
                bytes("id,name,parent_id/id\n__export__.res_partner_category_1,Équipe,\n"
                        + "__export__.res_partner_category_2,Caisse,__export__.res_partner_category_1\n"),
                null,
                NADIA);
        Upload members = checked("id,name,category_id/id\nx.1,Léa Tran,__export__.res_partner_category_2\n");
        desk.apply(members.id(), Mode.ALL, NADIA);

        assertThat(tags.state()).isEqualTo(UploadState.TAGS);
        assertThat(fixture.members.members.tags()).containsExactly("Équipe / Caisse");
    }
}
