package coop.greffon.shifts.internal.rules;

import static coop.greffon.shifts.internal.rules.Given.balance;
import static coop.greffon.shifts.internal.rules.Given.day;
import static coop.greffon.shifts.internal.rules.Given.settled;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomesTest {
    private static final String START = "2026-01-05";
    private static final String DAY = "2026-01-12";

    /** Each row of the tables: the balances before, the value of the shift, and the balances after. */
    @ParameterizedTest
    @CsvSource({
        // A fixed place at BEES: 0, 0, one, one of each
        "BEES_REGULAR, FIXED_PLACE, ATTENDED, 100, 0, 0, 0, 0",
        "BEES_REGULAR, FIXED_PLACE, EXCUSED, 100, 0, 0, 0, 0",
        "BEES_REGULAR, FIXED_PLACE, ABSENT, 100, 0, 0, -100, 0",
        "BEES_REGULAR, FIXED_PLACE, ABSENT_TWICE, 100, 0, 0, -100, -100",
        // A make-up repays the main counter, then the other, then is a bonus
        "BEES_REGULAR, MAKE_UP, ATTENDED, 100, -100, -100, 0, -100",
        "BEES_REGULAR, MAKE_UP, ATTENDED, 100, 0, -100, 0, 0",
        "BEES_REGULAR, MAKE_UP, ATTENDED, 100, 0, 0, 100, 0",
        "BEES_REGULAR, MAKE_UP, EXCUSED, 100, -100, 0, -100, 0",
        "BEES_REGULAR, MAKE_UP, ABSENT, 100, -100, 0, -200, 0",
        "BEES_REGULAR, MAKE_UP, ABSENT_TWICE, 100, -100, 0, -200, -100",
        // Flying at BEES: an excused shift counts as done
        "BEES_FLYING, FREE, ATTENDED, 100, 0, 0, 100, 0",
        "BEES_FLYING, FREE, EXCUSED, 100, 0, 0, 100, 0",
        "BEES_FLYING, FREE, ABSENT, 100, 0, 0, 0, 0",
        "BEES_FLYING, FREE, ABSENT_TWICE, 100, 0, 0, -100, 0",
        // Macavrac: what the slot counts, both ways
        "MACAVRAC, FREE, ATTENDED, 100, 0, 0, 100, 0",
        "MACAVRAC, FREE, ATTENDED, 150, 0, 0, 150, 0",
        "MACAVRAC, FREE, EXCUSED, 150, 0, 0, 0, 0",
        "MACAVRAC, FREE, ABSENT, 150, 0, 0, -150, 0",
        "MACAVRAC, FIXED_PLACE, ABSENT, 100, 0, 0, -100, 0",
        // The teams of La Louve: never above zero, some slots repay more
        "LOUVE_ABCD, FIXED_PLACE, ATTENDED, 100, 0, 0, 0, 0",
        "LOUVE_ABCD, FIXED_PLACE, EXCUSED, 100, 0, 0, -100, 0",
        "LOUVE_ABCD, FIXED_PLACE, ABSENT, 100, 0, 0, -200, 0",
        "LOUVE_ABCD, MAKE_UP, ATTENDED, 100, -200, 0, -100, 0",
        "LOUVE_ABCD, MAKE_UP, ATTENDED, 50, -200, 0, -150, 0",
        "LOUVE_ABCD, MAKE_UP, ATTENDED, 200, -100, 0, 0, 0",
        "LOUVE_ABCD, MAKE_UP, ATTENDED, 100, 0, 0, 0, 0",
        // Its flying team
        "LOUVE_FTOP, FREE, ATTENDED, 100, 0, 0, 100, 0",
        "LOUVE_FTOP, FREE, EXCUSED, 100, 0, 0, 0, 0",
        "LOUVE_FTOP, FREE, ABSENT, 100, 0, 0, -100, 0",
        "LOUVE_FTOP, FIXED_PLACE, EXCUSED, 100, 0, 0, -100, 0",
        "LOUVE_FTOP, FIXED_PLACE, ABSENT, 100, 0, 0, -100, 0",
        // Minutes
        "ELEFAN, FREE, ATTENDED, 180, -180, 0, 0, 0",
        "ELEFAN, FREE, ATTENDED, 90, -180, 0, -90, 0",
        "ELEFAN, FREE, EXCUSED, 180, -180, 0, -180, 0",
        "ELEFAN, FREE, ABSENT, 180, -180, 0, -180, 0",
        "SUPERCOOP, FREE, ATTENDED, 100, 0, 0, 100, 0",
        "SUPERCOOP, FREE, EXCUSED, 100, 0, 0, 100, 0",
        "SUPERCOOP, FREE, ABSENT, 100, 0, 0, -100, 0",
        "GARDEN, FREE, ATTENDED, 200, -400, 0, -200, 0",
        "GARDEN, FREE, EXCUSED, 100, -400, 0, -400, 0",
        "GARDEN, FREE, ABSENT, 100, -400, 0, -400, 0",
    })
    void anOutcomeMovesTheCountersOnce(
            Preset preset,
            Origin origin,
            Outcome outcome,
            long value,
            long main,
            long comp,
            long mainAfter,
            long compAfter) {
        Worker before = balance(START, main, comp);

        Worker after = settled(before, preset, DAY, origin, outcome, value);
        Worker again = settled(after, preset, DAY, origin, outcome, value);

        assertThat(after.journal().balance(Counter.MAIN, day(DAY))).isEqualTo(mainAfter);
        assertThat(after.journal().balance(Counter.COMPENSATION, day(DAY))).isEqualTo(compAfter);
        assertThat(again).isEqualTo(after);
        assertThat(after.journal().entries())
                .hasSizeGreaterThan(before.journal().entries().size());
    }

    @Test
    void anotherOutcomePostsTheDifferenceAndTakesNothingOut() {
        Worker absent =
                settled(balance(START, 0, 0), Preset.BEES_REGULAR, DAY, Origin.FIXED_PLACE, Outcome.ABSENT_TWICE, 100);

        Worker corrected = settled(absent, Preset.BEES_REGULAR, DAY, Origin.FIXED_PLACE, Outcome.ABSENT, 100);
        Worker attended = settled(corrected, Preset.BEES_REGULAR, DAY, Origin.FIXED_PLACE, Outcome.ATTENDED, 100);
        Worker absentAgain = settled(attended, Preset.BEES_REGULAR, DAY, Origin.FIXED_PLACE, Outcome.ABSENT, 100);

        assertThat(corrected.journal().entries()).containsAll(absent.journal().entries());
        assertThat(corrected.journal().balance(Counter.MAIN, day(DAY))).isEqualTo(-100);
        assertThat(corrected.journal().balance(Counter.COMPENSATION, day(DAY))).isZero();
        assertThat(attended.journal().balance(Counter.MAIN, day(DAY))).isZero();
        assertThat(absentAgain.journal().balance(Counter.MAIN, day(DAY))).isEqualTo(-100);
    }

    @Test
    void correctingAMakeUpFindsTheDebtItHadPaid() {
        Worker paid = settled(balance(START, 0, -100), Preset.BEES_REGULAR, DAY, Origin.MAKE_UP, Outcome.ATTENDED, 100);

        Worker excused = settled(paid, Preset.BEES_REGULAR, DAY, Origin.MAKE_UP, Outcome.EXCUSED, 100);
        Worker attended = settled(excused, Preset.BEES_REGULAR, DAY, Origin.MAKE_UP, Outcome.ATTENDED, 100);

        assertThat(paid.journal().balance(Counter.COMPENSATION, day(DAY))).isZero();
        assertThat(excused.journal().balance(Counter.COMPENSATION, day(DAY))).isEqualTo(-100);
        assertThat(attended.journal().balance(Counter.COMPENSATION, day(DAY))).isZero();
        assertThat(attended.journal().balance(Counter.MAIN, day(DAY))).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "BEES_REGULAR, MAKE_UP, EXCUSED, ABSENT, -200, 0",
        "BEES_REGULAR, MAKE_UP, ABSENT, EXCUSED, -100, 0",
        "BEES_REGULAR, MAKE_UP, ABSENT, ABSENT_TWICE, -200, -100",
        "SUPERCOOP, MAKE_UP, EXCUSED, ABSENT, -200, 0",
    })
    void aMissedMakeUpIsCorrectedLikeAnyShift(
            Preset preset, Origin origin, Outcome first, Outcome then, long main, long comp) {
        Worker missed = settled(balance(START, -100, 0), preset, DAY, origin, first, 100);

        Worker corrected = settled(missed, preset, DAY, origin, then, 100);

        assertThat(corrected.journal().balance(Counter.MAIN, day(DAY))).isEqualTo(main);
        assertThat(corrected.journal().balance(Counter.COMPENSATION, day(DAY))).isEqualTo(comp);
    }

    @Test
    void anotherValueOrOriginPostsTheDifference() {
        Worker one = settled(balance(START, 0, 0), Preset.MACAVRAC, DAY, Origin.FREE, Outcome.ATTENDED, 100);
        Worker excused = settled(balance(START, 0, 0), Preset.LOUVE_FTOP, DAY, Origin.FREE, Outcome.EXCUSED, 100);

        Worker more = settled(one, Preset.MACAVRAC, DAY, Origin.FREE, Outcome.ATTENDED, 150);
        Worker own = settled(excused, Preset.LOUVE_FTOP, DAY, Origin.FIXED_PLACE, Outcome.EXCUSED, 100);

        assertThat(more.journal().balance(Counter.MAIN, day(DAY))).isEqualTo(150);
        assertThat(own.journal().balance(Counter.MAIN, day(DAY))).isEqualTo(-100);
    }

    @Test
    void takingAnAbsenceBackFillsNoCounterBeyondItsLimit() {
        Worker absent = settled(balance(START, 0, 0), Preset.LOUVE_ABCD, DAY, Origin.FIXED_PLACE, Outcome.ABSENT, 100);
        Worker madeUp = settled(absent, Preset.LOUVE_ABCD, "2026-01-20", Origin.MAKE_UP, Outcome.ATTENDED, 100);

        Worker corrected = settled(madeUp, Preset.LOUVE_ABCD, DAY, Origin.FIXED_PLACE, Outcome.ATTENDED, 100);

        assertThat(corrected.journal().balance(Counter.MAIN, day("2026-01-20"))).isZero();
    }
}
