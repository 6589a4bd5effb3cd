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
import coop.greffon.members.MemberStatus;
import coop.greffon.shifts.internal.importing.Kind;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.EnrolmentDraft;
import coop.greffon.shifts.internal.store.WorkAccount;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.shifts.internal.store.slot.FixedPlace;
import coop.greffon.shifts.internal.store.slot.Skills;
import coop.greffon.shifts.internal.store.slot.Template;
import coop.greffon.testing.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On Monday 4 January 2027; cycles of four weeks, BEES rules: a flying worker owes a shift each 28 days. */
class ShiftImportTest {
    private static final long OMAR = 129;
    private static final long LEA = 130;

    @TempDir
    private Path folder;

    private WorkFixture fixture;
    private ShiftImport imports;

    private void on(TestDatabase database) {
        fixture = new WorkFixture(database);
        fixture.add(OMAR);
        fixture.add(LEA);
        imports = new ShiftImport(
                fixture.store.jpa("shifts"),
                new SlotImport(fixture.templates, fixture.rules, fixture.clock),
                new PlaceImport(
                        fixture.members,
                        fixture.workers,
                        fixture.templates,
                        fixture.places,
                        fixture.skills,
                        fixture.clock),
                new CounterImport(fixture.members, fixture.openings, fixture.rules),
                new SkillImport(fixture.members, fixture.workers, fixture.skills));
    }

    private Path file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("file.csv"), String.join("\n", lines) + "\n");
    }

    private List<Deed> deeds(Kind kind, boolean isTrial, String... lines) throws IOException {
        return report(kind, isTrial, lines).lines().stream()
                .map(LineReport::deed)
                .toList();
    }

    private ImportReport report(Kind kind, boolean isTrial, String... lines) throws IOException {
        return imports.run(kind, file(lines), isTrial, NADIA);
    }

    private static Tuple[] errors(ImportReport report) {
        return report.lines().stream()
                .flatMap(line -> line.errors().stream()
                        .map(error -> tuple(
                                line.line(),
                                error.field(),
                                error.value(),
                                error.message().key())))
                .toArray(Tuple[]::new);
    }

    private long balance(long member, Counter counter, String on) {
        WorkAccount account =
                fixture.workers.account(member, LocalDate.parse(on), null).orElseThrow();
        return account.worker().journal().balance(counter, LocalDate.parse(on));
    }

    private static final String[] SLOTS = {
        "shift_type_id,week_number,weekday,start_time,end_time,seats_max,seats_min,responsables",
        "Caisse,A,mardi,8.5,11.25,4,2,1",
        "Caisse,B,mardi,8.5,11.25,4,2,1",
        "Rayons,,samedi,09:00,12:00,3,1,0"
    };

    @ParameterizedTest
    @EnumSource
    void slotsAreAddedOnceAndTheirShiftsWithThem(TestDatabase database) throws IOException {
        on(database);

        assertThat(deeds(Kind.SLOTS, true, SLOTS)).containsOnly(Deed.ADDED);
        assertThat(fixture.templates.all()).as("a trial").isEmpty();

        assertThat(deeds(Kind.SLOTS, false, SLOTS)).containsOnly(Deed.ADDED);
        assertThat(fixture.templates.all())
                .extracting(Template::job, Template::seats, Template::minimum, Template::leaders, Template::worth)
                .containsExactlyInAnyOrder(
                        tuple("Caisse", 4, 2, 1, 100L), tuple("Caisse", 4, 2, 1, 100L), tuple("Rayons", 3, 1, 0, 100L));
        assertThat(fixture.calendar.between(START, START.plusDays(6)))
                .as("Saturday 9 January; that week is the second one, so Tuesday is Caisse too")
                .hasSize(2);

        assertThat(deeds(Kind.SLOTS, false, SLOTS)).containsOnly(Deed.UNCHANGED);
        assertThat(fixture.templates.all()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void aSlotFollowsWhatALineSaysAndKeepsTheRest(TestDatabase database) throws IOException {
        on(database);
        report(Kind.SLOTS, false, SLOTS);
        String[] changed = {
            "job,week,weekday,start,end,seats,value,to",
            "caisse,1,tue,08:30,12:00,6,1.5,",
            "Rayons,,sa,9,12,3,,2027-03-31"
        };

        assertThat(deeds(Kind.SLOTS, true, changed)).containsOnly(Deed.CHANGED);
        assertThat(deeds(Kind.SLOTS, false, changed)).containsOnly(Deed.CHANGED);
        assertThat(deeds(Kind.SLOTS, false, changed)).containsOnly(Deed.UNCHANGED);

        Template first = fixture.templates.all().stream()
                .filter(template ->
                        Integer.valueOf(1).equals(template.recurrence().week()))
                .findFirst()
                .orElseThrow();
        assertThat(first.job()).isEqualTo("Caisse");
        assertThat(first.seats()).isEqualTo(6);
        assertThat(first.worth()).isEqualTo(150);
        assertThat(first.minimum()).as("not in the file").isEqualTo(2);
        assertThat(first.recurrence().ends()).isEqualTo(LocalTime.NOON);
    }

    @ParameterizedTest
    @EnumSource
    void goodLinesOfSlotsAreAppliedAndWrongOnesNamed(TestDatabase database) throws IOException {
        on(database);
        ImportReport report = report(
                Kind.SLOTS,
                false,
                "job,week,weekday,start,end,seats,minimum",
                "Caisse,1,lundi,09:00,12:00,4,2",
                "Caisse,7,lundi,09:00,12:00,4,2",
                "Caisse,1,lundi,9h,12:00,5,2",
                "Caisse,2,lundi,09:00,12:00,4,5",
                "Caisse,3,lundi,09:00,,4,1");

        assertThat(errors(report))
                .containsExactly(
                        tuple(3L, "week", "7", "shifts.template.week"),
                        tuple(4L, "", null, "shifts.import.again"),
                        tuple(5L, "minimum", "5", "shifts.template.minimum"),
                        tuple(6L, "end", null, "shifts.import.empty"));
        assertThat(report.count(Deed.ADDED)).isEqualTo(1);
        assertThat(fixture.templates.all()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void countersEnrolAndAreBroughtAlongOnce(TestDatabase database) throws IOException {
        on(database);
        String[] lines = {
            "member,track,start,main,compensation",
            "128,volant,2027-01-04,\"1,5\",",
            "partner_129,fixe,2027-01-04,-1,-1",
            "130 - DUPONT Léa,exempté,2027-01-04,,"
        };

        assertThat(deeds(Kind.COUNTERS, true, lines)).containsOnly(Deed.ADDED);
        assertThat(fixture.workers.isEnrolled(INES)).as("a trial").isFalse();

        assertThat(deeds(Kind.COUNTERS, false, lines)).containsOnly(Deed.ADDED);
        assertThat(balance(INES, Counter.MAIN, "2027-01-04")).isEqualTo(150);
        assertThat(balance(OMAR, Counter.MAIN, "2027-01-04")).isEqualTo(-100);
        assertThat(balance(OMAR, Counter.COMPENSATION, "2027-01-04")).isEqualTo(-100);
        assertThat(fixture.workers
                        .account(LEA, START, null)
                        .orElseThrow()
                        .enrolment()
                        .track())
                .isEqualTo(Track.EXEMPT);

        assertThat(deeds(Kind.COUNTERS, false, lines)).containsOnly(Deed.UNCHANGED);
        fixture.goTo("2027-02-02");
        assertThat(fixture.cycles.post(LocalDate.parse("2027-02-02"), NADIA).failed())
                .isEmpty();
        assertThat(balance(INES, Counter.MAIN, "2027-02-02"))
                .as("one was due on 1 February")
                .isEqualTo(50);
        assertThat(deeds(Kind.COUNTERS, false, lines)).containsOnly(Deed.UNCHANGED);
    }

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

    /** From 2 November, a shift each 28 days: 30 November and 28 December are in the balance of 4 January, 25 January is next. */
    @ParameterizedTest
    @EnumSource
    void whoeverHasCyclesOfTheirOwnKeepsThem(TestDatabase database) throws IOException {
        on(database);
        String[] lines = {"member,track,start,on,main", "128,flying,2026-11-02,2027-01-04,-1"};

        assertThat(deeds(Kind.COUNTERS, false, lines)).containsExactly(Deed.ADDED);
        assertThat(balance(INES, Counter.MAIN, "2027-01-04")).isEqualTo(-100);
        assertThat(fixture.account("2027-01-04", null).enrolment().start()).isEqualTo(LocalDate.parse("2026-12-28"));
        assertThat(deeds(Kind.COUNTERS, false, lines)).containsExactly(Deed.UNCHANGED);
        fixture.goTo("2027-01-26");
        fixture.cycles.post(LocalDate.parse("2027-01-26"), NADIA);

        assertThat(balance(INES, Counter.MAIN, "2027-01-26")).isEqualTo(-200);
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeBroughtAlongIsNamed(TestDatabase database) throws IOException {
        on(database);
        fixture.say(LEA, MemberStatus.FORMER, "2026-06-01");
        report(Kind.COUNTERS, false, "member,track,start,main", "128,volant,2027-01-04,2");

        assertThat(errors(report(
                        Kind.COUNTERS,
                        false,
                        "member,track,start,main",
                        "128,volant,2027-01-04,3",
                        "129,fixe,2027-01-04,1.005",
                        "130,fixe,2027-01-04,0",
                        "99999,fixe,2027-01-04,0")))
                .containsExactly(
                        tuple(2L, "main", "3", "shifts.opening.other"),
                        tuple(3L, "main", "1.005", "shifts.import.unit.HUNDREDTHS_OF_A_SHIFT"),
                        tuple(4L, "", null, "shifts.worker.no-member"),
                        tuple(5L, "member", "99999", "shifts.import.member-unknown"));
        assertThat(errors(report(Kind.COUNTERS, false, "member,track,start,main", "128,fixe,2027-01-04,2")))
                .containsExactly(tuple(2L, "track", "FIXED", "shifts.opening.track"));
        assertThat(balance(INES, Counter.MAIN, "2027-01-04")).isEqualTo(200);
        assertThat(fixture.workers.isEnrolled(OMAR)).isFalse();
    }

    /** Enrolled by hand sixty days ago: −2 fell due on 3 December, −1 on the 31st. */
    @ParameterizedTest
    @EnumSource
    void aCounterWithAPastIsCorrectedByADecision(TestDatabase database) throws IOException {
        on(database);
        report(Kind.COUNTERS, false, "member,track,start", "128,volant,2026-11-05");

        assertThat(errors(report(
                        Kind.COUNTERS, false, "member,track,start,on,main", "128,volant,2026-11-05,2027-01-04,1")))
                .containsExactly(tuple(2L, "main", "1", "shifts.opening.past"));
        assertThat(deeds(Kind.COUNTERS, false, "member,track,start,on,main", "128,volant,2026-11-05,2027-01-04,-3"))
                .as("it stands so already")
                .containsExactly(Deed.UNCHANGED);
    }

    @ParameterizedTest
    @EnumSource
    void placesAreGivenOnceAndEndWithTheFile(TestDatabase database) throws IOException {
        on(database);
        report(Kind.SLOTS, false, SLOTS);
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FIXED, START), NADIA);
        fixture.workers.enrol(OMAR, new EnrolmentDraft(Track.FIXED, START), NADIA);
        String[] lines = {
            "partner_id/barcode_base,shift_template_id,date_begin,responsable",
            "128,AMar. - 08:30,2027-01-04,oui",
            "129,AMar. - 08:30,2027-01-04,non"
        };

        assertThat(deeds(Kind.PLACES, true, lines)).containsOnly(Deed.ADDED);
        assertThat(fixture.places.of(INES)).as("a trial").isEmpty();
        assertThat(deeds(Kind.PLACES, false, lines)).containsOnly(Deed.ADDED);
        assertThat(deeds(Kind.PLACES, false, lines)).containsOnly(Deed.UNCHANGED);
        assertThat(fixture.places.of(INES)).extracting(FixedPlace::position).containsExactly(0);
        assertThat(fixture.places.of(OMAR)).extracting(FixedPlace::position).containsExactly(1);

        String[] ended = {"member,week,weekday,start,to", "128,1,TUESDAY,08:30,2027-02-28"};
        assertThat(deeds(Kind.PLACES, false, ended)).containsExactly(Deed.CHANGED);
        assertThat(deeds(Kind.PLACES, false, ended)).containsExactly(Deed.UNCHANGED);
        assertThat(fixture.places.of(INES)).extracting(FixedPlace::to).containsExactly(LocalDate.parse("2027-02-28"));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoPlaceIsNamed(TestDatabase database) throws IOException {
        on(database);
        report(Kind.SLOTS, false, SLOTS);
        report(Kind.SLOTS, false, "job,week,weekday,start,end,seats", "Rayons,1,mardi,08:30,11:15,2");
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FIXED, START), NADIA);

        assertThat(errors(report(
                        Kind.PLACES,
                        false,
                        "member,slot",
                        "128,AMar. - 08:30",
                        "129,BMar. - 08:30",
                        "128,ALun. - 08:30",
                        "128,anywhere",
                        "99999,BMar. - 08:30")))
                .containsExactly(
                        tuple(2L, "slot", "1 TUESDAY 08:30", "shifts.import.slot-several"),
                        tuple(3L, "member", "129", "shifts.import.no-worker"),
                        tuple(4L, "slot", "1 MONDAY 08:30", "shifts.import.slot-unknown"),
                        tuple(5L, "slot", "anywhere", "shifts.import.slot-name"),
                        tuple(6L, "member", "99999", "shifts.import.member-unknown"));
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
