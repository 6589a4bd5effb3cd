package coop.greffon.shifts.internal.rules;

import static coop.greffon.shifts.internal.rules.Given.at;
import static coop.greffon.shifts.internal.rules.Given.day;
import static coop.greffon.shifts.internal.rules.Given.debited;
import static coop.greffon.shifts.internal.rules.Given.rules;
import static coop.greffon.shifts.internal.rules.Given.settled;
import static coop.greffon.shifts.internal.rules.Given.status;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.shifts.internal.rules.change.Parameter;
import coop.greffon.shifts.internal.rules.change.Parameters;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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
            LocalDate day = START.plusDays(random.nextInt(DAYS));
            long until = 0;
            long after = 0;
            for (Entry entry : worker.journal().entries()) {
                if (entry.counter() == Counter.MAIN && entry.effectiveOn().isAfter(day)) {
                    after += entry.amount();
                } else if (entry.counter() == Counter.MAIN) {
                    until += entry.amount();
                }
            }
            assertThat(worker.journal().balance(Counter.MAIN, day)).isEqualTo(until);
            assertThat(worker.journal().balance(Counter.MAIN, LocalDate.MAX)).isEqualTo(until + after);
        }
    }

    /** Outcomes told after the debits they would have met, too. */
    @ParameterizedTest
    @EnumSource
    void whatIsRecordedLateIsSettledInOneRun(Preset preset) {
        var random = new Random(5);
        for (int i = 0; i < WORKERS; i++) {
            Worker worker =
                    debited(Worker.from(START), preset, START.plusDays(DAYS).toString());
            for (int shift = 0; shift < 5; shift++) {
                String on = START.plusDays(35L * shift + random.nextInt(30)).toString();
                worker = settled(worker, preset, on, Origin.FREE, Outcome.ATTENDED, 100);
            }
            Worker once = debited(worker, preset, START.plusDays(DAYS).toString());

            assertThat(debited(once, preset, START.plusDays(DAYS).toString())).isEqualTo(once);
        }
    }

    /** Whatever of somebody is told late, they stand each day as if it had been told in time: what is beyond is lost or saved at its debit. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSurplusDoesNotDependOnWhenShiftsAreTold(boolean saved) {
        var random = new Random(6);
        Rules elefan = Preset.ELEFAN.rules(Given.FOUR_WEEKS);
        Timeline rules = saved
                ? Timeline.of(new Parameters(Map.of(Parameter.SURPLUS, "SAVE", Parameter.KEPT, "60"))
                        .in(elefan, Given.FOUR_WEEKS))
                : Timeline.of(elefan);
        LocalDate last = START.plusDays(DAYS);
        for (int i = 0; i < WORKERS; i++) {
            Worker inTime = Worker.from(START);
            Worker late = inTime.with(Debits.due(inTime, rules, last, at("2026-06-01")));
            for (int number = 0; number < 8; number++) {
                Outcome outcome = random.nextInt(4) == 0 ? Outcome.ABSENT : Outcome.ATTENDED;
                var told = new Entry.Told(Origin.FREE, outcome, 60L * (1 + random.nextInt(6)));
                var shift = new Postings.Settled("s" + number, START.plusDays(random.nextInt(DAYS)), told);
                inTime = inTime.with(Postings.of(inTime, rules, shift, at("2026-05-01")));
                late = late.with(Postings.of(late, rules, shift, at("2026-07-01")));
                late = random.nextBoolean() ? late.with(Debits.due(late, rules, last, at("2026-07-01"))) : late;
            }
            inTime = inTime.with(Debits.due(inTime, rules, last, at("2026-06-01")));
            late = late.with(Debits.due(late, rules, last, at("2026-07-01")));

            for (LocalDate day = START; !day.isAfter(last); day = day.plusDays(1)) {
                assertThat(late.journal().balances(day))
                        .as("%s", day)
                        .isEqualTo(inTime.journal().balances(day));
            }
            assertThat(Debits.due(late, rules, last, at("2026-08-01"))).isEmpty();
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
                    .with(List.of(Entry.of(
                            Counter.MAIN, -900, later, at("2026-12-01"), Cause.MANUAL, "m", AppliedRule.DECIDED)));

            assertThat(status(more, preset, on.toString())).isEqualTo(status(worker, preset, on.toString()));
        }
    }
}
