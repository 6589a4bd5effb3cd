package coop.greffon.shifts.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.shifts.internal.rules.CycleCalendar.Anchor;
import coop.greffon.shifts.internal.rules.SolidarityPool.Need;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** It is Monday 4 January 2027. An ordinary shift counts 100 at BEES, and 180 minutes at L'éléfàn. */
class SolidarityPoolTest {
    private static final LocalDate TODAY = LocalDate.parse("2027-01-04");
    private static final CycleCalendar CYCLES = new CycleCalendar(List.of(new Anchor(TODAY, 4)));

    private static Worker worker(Counter counter, long amount, LocalDate on) {
        return Worker.from(TODAY)
                .with(List.of(Entry.of(
                        counter, amount, on, Instant.EPOCH, Cause.MANUAL, counter + "/" + on, AppliedRule.DECIDED)));
    }

    @ParameterizedTest
    @CsvSource({"250, 250", "1, 1", "0, 0", "-100, 0"})
    void onlyWhatIsAboveZeroIsGiven(long balance, long above) {
        assertThat(SolidarityPool.above(worker(Counter.MAIN, balance, TODAY), TODAY))
                .isEqualTo(above);
    }

    @Test
    void whatIsTakenAwayLaterIsNotGivenAndWhatComesLaterIsNotThereYet() {
        Worker now = worker(Counter.MAIN, 250, TODAY);

        assertThat(SolidarityPool.above(now.with(later(-100)), TODAY)).isEqualTo(150);
        assertThat(SolidarityPool.above(now.with(later(100)), TODAY)).isEqualTo(250);
        assertThat(SolidarityPool.above(worker(Counter.SAVINGS, 500, TODAY), TODAY))
                .isZero();
    }

    /** Two and a half shifts above, one to make up: one and a half are beyond what was due. */
    @Test
    void whatIsOwedOnTheOtherCounterIsNotGiven() {
        Worker both = worker(Counter.MAIN, 250, TODAY)
                .with(worker(Counter.COMPENSATION, -100, TODAY).journal().entries());
        Worker ahead = worker(Counter.MAIN, 250, TODAY)
                .with(worker(Counter.COMPENSATION, 100, TODAY).journal().entries());

        assertThat(SolidarityPool.above(both, TODAY)).isEqualTo(150);
        assertThat(SolidarityPool.above(ahead, TODAY)).isEqualTo(250);
    }

    private static List<Entry> later(long amount) {
        return worker(Counter.MAIN, amount, TODAY.plusDays(1)).journal().entries();
    }

    @ParameterizedTest
    @CsvSource({
        "BEES_REGULAR, MAIN, -250, MAIN, 100",
        "BEES_REGULAR, MAIN, -50, MAIN, 50",
        "BEES_REGULAR, COMPENSATION, -100, COMPENSATION, 100",
        "ELEFAN, MAIN, -540, MAIN, 180",
        "ELEFAN, MAIN, -60, MAIN, 60"
    })
    void anOrdinaryShiftIsNeededOrTheDebtWhereThatIsLess(
            Preset preset, Counter counter, long balance, Counter helped, long amount) {
        assertThat(SolidarityPool.need(worker(counter, balance, TODAY), preset.rules(CYCLES), TODAY))
                .contains(new Need(helped, amount));
    }

    @Test
    void theMainCounterComesFirstAndWhoeverOwesNothingNeedsNothing() {
        Rules rules = Preset.BEES_REGULAR.rules(CYCLES);
        Worker both = worker(Counter.COMPENSATION, -100, TODAY)
                .with(worker(Counter.MAIN, -30, TODAY).journal().entries());

        assertThat(SolidarityPool.need(both, rules, TODAY)).contains(new Need(Counter.MAIN, 30));
        assertThat(SolidarityPool.need(worker(Counter.MAIN, 10, TODAY), rules, TODAY))
                .isEmpty();
    }
}
