package coop.greffon.shifts.internal.rules;

import static coop.greffon.shifts.internal.rules.Given.at;
import static coop.greffon.shifts.internal.rules.Given.day;
import static coop.greffon.shifts.internal.rules.Given.debited;
import static coop.greffon.shifts.internal.rules.Given.rules;
import static coop.greffon.shifts.internal.rules.Given.settled;
import static coop.greffon.shifts.internal.rules.Given.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of every worker, whatever happens to them: random ones, the same each time. */
class PropertiesTest {
    private static final LocalDate START = day("2025-11-03");
    private static final int WORKERS = 40;
    private static final int DAYS = 200;

    private static Worker random(Preset preset, Random random) {
        Worker worker = Worker.from(START);
        LocalDate leave = START.plusDays(random.nextInt(DAYS));
        LeaveType type = random.nextBoolean() ? LeaveType.HOLIDAY : LeaveType.EXEMPTION;
        worker = worker.with(new Leave(type, leave, leave.plusDays(random.nextInt(40)), at("2025-11-03")));
        LocalDate grace = START.plusDays(random.nextInt(DAYS));
        worker = worker.with(new Grace(grace, grace.plusDays(10), at("2025-11-03")));
        for (int i = 0; i < 6; i++) {
            Outcome outcome = Outcome.values()[random.nextInt(Outcome.values().length)];
            Origin origin = Origin.values()[random.nextInt(Origin.values().length)];
            String on = START.plusDays(30L * i + random.nextInt(30)).toString();
            worker = settled(worker, preset, on, origin, outcome, 50 + 50L * random.nextInt(4));
        }
        return worker;
    }

    @ParameterizedTest
    @EnumSource
    void theSumOfTheJournalIsTheBalance(Preset preset) {
        var random = new Random(1);
        for (int i = 0; i < WORKERS; i++) {
            Worker worker =
                    debited(random(preset, random), preset, START.plusDays(DAYS).toString());
            for (Counter counter : Counter.values()) {
                long sum = worker.journal().entries().stream()
                        .filter(entry -> entry.counter() == counter)
                        .mapToLong(Entry::amount)
                        .sum();
                assertThat(worker.journal().balance(counter, LocalDate.MAX)).isEqualTo(sum);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDayRunAgainChangesNothing(Preset preset) {
        var random = new Random(2);
        for (int i = 0; i < WORKERS; i++) {
            LocalDate until = START.plusDays(random.nextInt(DAYS));
            Worker worker = debited(random(preset, random), preset, until.toString());

            assertThat(Debits.due(worker, rules(preset), until, at("2027-01-01")))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void daysCaughtUpAtOnceComeOutAsDaysOneByOne(Preset preset) {
        var random = new Random(3);
        for (int i = 0; i < WORKERS; i++) {
            Worker worker = random(preset, random);
            Worker daily = worker;
            for (int days = 0; days <= DAYS; days++) {
                daily = daily.with(Debits.due(daily, rules(preset), START.plusDays(days), at("2026-12-01")));
            }
            Worker atOnce = worker.with(Debits.due(worker, rules(preset), START.plusDays(DAYS), at("2026-12-01")));

            assertThat(atOnce.journal().entries()).isEqualTo(daily.journal().entries());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDayDoesNotDependOnWhatComesAfterIt(Preset preset) {
        var random = new Random(4);
        for (int i = 0; i < WORKERS; i++) {
            Worker worker =
                    debited(random(preset, random), preset, START.plusDays(DAYS).toString());
            LocalDate on = START.plusDays(random.nextInt(DAYS));
            LocalDate later = on.plusDays(1 + random.nextInt(20));
            Worker more = settled(worker, preset, later.toString(), Origin.FREE, Outcome.ABSENT_TWICE, 100)
                    .with(new Leave(LeaveType.HOLIDAY, later, null, at("2026-12-01")))
                    .with(new Grace(later, later.plusDays(5), at("2026-12-01")))
                    .with(new Flag(StatusCode.FORMER, later, null, at("2026-12-01")))
                    .with(List.of(new Entry(
                            Counter.MAIN, -900, later, at("2026-12-01"), Cause.MANUAL, "m", AppliedRule.DECIDED)));

            assertThat(status(more, preset, on.toString())).isEqualTo(status(worker, preset, on.toString()));
        }
    }
}
