package coop.greffon.shifts.internal.importing.run;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static coop.greffon.shifts.internal.store.WorkFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.tabular.TabularOutput;
import coop.greffon.shifts.internal.importing.Kind;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.EnrolmentDraft;
import coop.greffon.shifts.internal.store.slot.Skills;
import coop.greffon.testing.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people can do, what is written and read back, and files that are of another kind. */
class ShiftImportTest extends ImportOfATest {
    /** Everybody has the same mail here: an address that several have is nobody's. */
    @ParameterizedTest
    @EnumSource
    void skillsAreAddedToWhatPeopleCanDoByNumberOrName(TestDatabase database) throws IOException {
        on(database);
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FIXED, START), NADIA);
        fixture.workers.enrol(OMAR, new EnrolmentDraft(Track.FIXED, START), NADIA);
        fixture.skills.say(INES, Set.of("Fromage"), NADIA);
        String[] lines = {
            "numéro,nom,courriel,compétence",
            "128,,,fromage",
            ",Inès Marchand,,responsable",
            "129,,,Transpalette",
            "130,,,Transpalette",
            ",Personne,,Fromage",
            ",,ines@example.org,Fromage",
            ",,,Fromage",
            "129,,,"
        };

        ImportReport report = report(Kind.SKILLS, false, lines);

        assertThat(report.lines())
                .extracting(LineReport::deed)
                .containsExactly(
                        Deed.UNCHANGED,
                        Deed.ADDED,
                        Deed.ADDED,
                        Deed.REFUSED,
                        Deed.REFUSED,
                        Deed.REFUSED,
                        Deed.REFUSED,
                        Deed.REFUSED);
        assertThat(errors(report))
                .containsExactly(
                        tuple(5L, "numéro", "130", "shifts.import.no-worker"),
                        tuple(6L, "nom", "Personne", "shifts.import.nobody"),
                        tuple(7L, "courriel", "ines@example.org", "shifts.import.several-people"),
                        tuple(8L, "numéro", null, "shifts.import.empty"),
                        tuple(9L, "compétence", null, "shifts.import.empty"));
        assertThat(fixture.skills.of(INES)).containsExactlyInAnyOrder("Fromage", Skills.LEADER);
        assertThat(fixture.skills.of(OMAR)).containsExactly("Transpalette");
        assertThat(errors(report(Kind.SKILLS, false, "numéro,compétence", "128," + "x".repeat(61))))
                .containsExactly(tuple(2L, "compétence", "x".repeat(61), "shifts.skill.long"));
    }

    /** Three weeks later, after a shift was due: the counters that are written are those of that day. */
    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsReadBackAndChangesNothing(TestDatabase database) throws IOException {
        on(database);
        report(Kind.SLOTS, false, SLOTS);
        report(
                Kind.COUNTERS,
                false,
                "member,track,start,on,main,compensation",
                "128,flying,2026-12-15,2027-01-04,\"1,25\",",
                "129,fixed,2027-01-04,,-1,-1",
                "130,exempt,2027-01-04,,,");
        report(Kind.PLACES, false, "member,slot,leads", "129,AMar. - 08:30,yes");
        fixture.goTo("2027-01-26");
        fixture.cycles.post(LocalDate.parse("2027-01-26"), NADIA);
        var export = new ShiftExport(
                fixture.templates,
                fixture.places,
                fixture.accountsOfAll,
                fixture.skills,
                fixture.members,
                fixture.rules,
                fixture.clock);

        for (Kind kind : Kind.values()) {
            for (TabularOutput format : List.of(TabularOutput.CSV, TabularOutput.ODS, TabularOutput.XLSX)) {
                Path file = folder.resolve(kind.id() + "." + format.extension());
                try (OutputStream out = Files.newOutputStream(file)) {
                    export.write(kind, format, out);
                }
                assertThat(imports.run(kind, file, false, NADIA).lines())
                        .as(file.toString())
                        .isNotEmpty()
                        .extracting(LineReport::deed)
                        .containsOnly(Deed.UNCHANGED);
            }
        }
        assertThat(Files.readAllLines(folder.resolve("counters.csv")))
                .as("of Inès a shift was due on 12 January")
                .contains("128,flying,2026-12-15,2027-01-26,0.25,0,0");
    }

    @ParameterizedTest
    @EnumSource
    void aFileOfAnotherKindChangesNothing(TestDatabase database) throws IOException {
        on(database);
        Path counters = file("member,track,start,main", "128,volant,2027-01-04,2");

        assertThatThrownBy(() -> imports.run(Kind.SLOTS, counters, false, NADIA))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors())
                                .extracting(FieldError::field)
                                .containsOnly("file"));
        assertThat(fixture.workers.isEnrolled(INES)).isFalse();
    }
}
