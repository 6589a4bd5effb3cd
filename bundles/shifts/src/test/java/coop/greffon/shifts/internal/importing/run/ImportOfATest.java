package coop.greffon.shifts.internal.importing.run;

import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static org.assertj.core.api.Assertions.tuple;

import coop.greffon.shifts.internal.importing.Kind;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.store.WorkAccount;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.io.TempDir;

/** On Monday 4 January 2027; cycles of four weeks, BEES rules: a flying worker owes a shift each 28 days. */
abstract class ImportOfATest {
    static final long OMAR = 129;
    static final long LEA = 130;

    @TempDir
    Path folder;

    WorkFixture fixture;
    ShiftImport imports;

    static final String[] SLOTS = {
        "shift_type_id,week_number,weekday,start_time,end_time,seats_max,seats_min,responsables",
        "Caisse,A,mardi,8.5,11.25,4,2,1",
        "Caisse,B,mardi,8.5,11.25,4,2,1",
        "Rayons,,samedi,09:00,12:00,3,1,0"
    };

    void on(TestDatabase database) {
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

    Path file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("file.csv"), String.join("\n", lines) + "\n");
    }

    List<Deed> deeds(Kind kind, boolean isTrial, String... lines) throws IOException {
        return report(kind, isTrial, lines).lines().stream()
                .map(LineReport::deed)
                .toList();
    }

    ImportReport report(Kind kind, boolean isTrial, String... lines) throws IOException {
        return imports.run(kind, file(lines), isTrial, NADIA);
    }

    static Tuple[] errors(ImportReport report) {
        return report.lines().stream()
                .flatMap(line -> line.errors().stream()
                        .map(error -> tuple(
                                line.line(),
                                error.field(),
                                error.value(),
                                error.message().key())))
                .toArray(Tuple[]::new);
    }

    long balance(long member, Counter counter, String on) {
        WorkAccount account =
                fixture.workers.account(member, LocalDate.parse(on), null).orElseThrow();
        return account.worker().journal().balance(counter, LocalDate.parse(on));
    }
}
