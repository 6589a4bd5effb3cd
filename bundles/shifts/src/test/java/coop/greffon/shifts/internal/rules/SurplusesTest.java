package coop.greffon.shifts.internal.rules;

import static coop.greffon.shifts.internal.rules.Given.FOUR_WEEKS;
import static coop.greffon.shifts.internal.rules.Given.at;
import static coop.greffon.shifts.internal.rules.Given.balance;
import static coop.greffon.shifts.internal.rules.Given.day;
import static coop.greffon.shifts.internal.rules.Given.debited;
import static coop.greffon.shifts.internal.rules.Given.debits;
import static coop.greffon.shifts.internal.rules.Given.rules;
import static coop.greffon.shifts.internal.rules.Given.savings;
import static coop.greffon.shifts.internal.rules.Given.settled;
import static coop.greffon.shifts.internal.rules.Given.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurplusesTest {
    @Test
    void minutesBeyondAreLostAndOneShiftInAdvanceIsNot() {
        Worker two = debited(Worker.from(day("2026-08-24")), Preset.ELEFAN, "2026-08-24");
        for (String on : List.of("2026-08-26", "2026-08-27")) {
            two = settled(two, Preset.ELEFAN, on, Origin.FREE, Outcome.ATTENDED, 180);
        }
        Worker three = settled(two, Preset.ELEFAN, "2026-08-28", Origin.FREE, Outcome.ATTENDED, 180);

        assertThat(debits(debited(two, Preset.ELEFAN, "2026-09-21")))
                .containsExactly("2026-08-24 -180 DEBIT_UNMET", "2026-09-21 -180 DEBIT");
        assertThat(debits(debited(three, Preset.ELEFAN, "2026-09-21")))
                .containsExactly(
                        "2026-08-24 -180 DEBIT_UNMET", "2026-09-21 -180 DEBIT", "2026-09-21 -180 SURPLUS_LOST");
    }

    @Test
    void savingsPayTheNextCycleUnlessAShiftWasMissed() {
        Worker start = balance("2026-08-25", 360, 0);
        Worker saved = start.with(Debits.due(start, savings(), day("2026-09-21"), at("2026-09-21")));
        Worker paid = saved.with(Debits.due(saved, savings(), day("2026-10-19"), at("2026-10-19")));
        Worker missed = settled(saved, Preset.ELEFAN, "2026-10-01", Origin.FREE, Outcome.ABSENT, 180);
        Worker unpaid = missed.with(Debits.due(missed, savings(), day("2026-10-19"), at("2026-10-19")));

        assertThat(saved.journal().balance(Counter.MAIN, day("2026-09-21"))).isZero();
        assertThat(saved.journal().balance(Counter.SAVINGS, day("2026-09-21"))).isEqualTo(180);
        assertThat(paid.journal().balance(Counter.MAIN, day("2026-10-19"))).isZero();
        assertThat(paid.journal().balance(Counter.SAVINGS, day("2026-10-19"))).isZero();
        assertThat(unpaid.journal().balance(Counter.MAIN, day("2026-10-19"))).isEqualTo(-180);
        assertThat(unpaid.journal().balance(Counter.SAVINGS, day("2026-10-19"))).isEqualTo(180);
    }

    /** The debit of the morning saved 180; at ten the co-op chooses that what is beyond is lost, and then a shift of before is told. */
    @Test
    void whatTheDebitOfADayPostedIsNotCountedAgainByRulesChosenThatDay() {
        Worker start = balance("2026-08-25", 360, 0);
        Worker saved = start.with(Debits.due(start, savings(), day("2026-09-21"), at("2026-09-21")));
        var losing = new Timeline(List.of(
                new Timeline.Version(LocalDate.MIN, savings().on(day("2026-09-20"))),
                new Timeline.Version(day("2026-09-21"), Preset.ELEFAN.rules(FOUR_WEEKS))));
        Worker late = told(saved, losing, "2026-09-10", Outcome.ATTENDED, 180, "2026-09-22");

        assertThat(late.journal().balance(Counter.SAVINGS, day("2026-09-22"))).isEqualTo(180);
        assertThat(late.journal().balance(Counter.MAIN, day("2026-09-22"))).isEqualTo(180);
    }

    /** The same morning another setting was changed: the rules are those of the day before, and what is told late is saved. */
    @Test
    void rulesChosenAgainAsTheyWereAreNoOthers() {
        Worker start = balance("2026-08-25", 360, 0);
        Worker saved = start.with(Debits.due(start, savings(), day("2026-09-21"), at("2026-09-21")));
        Rules same = savings().on(day("2026-09-20"));
        var again = new Timeline(
                List.of(new Timeline.Version(LocalDate.MIN, same), new Timeline.Version(day("2026-09-21"), same)));
        Worker late = told(saved, again, "2026-09-10", Outcome.ATTENDED, 180, "2026-09-22");

        assertThat(late.journal().balance(Counter.SAVINGS, day("2026-09-22"))).isEqualTo(360);
        assertThat(late.journal().balance(Counter.MAIN, day("2026-09-22"))).isZero();
    }

    /**
     * L'éléfàn: 180 at the beginning, or nothing, and a shift of 10 September told on the 25th. Of what is above the 180 minutes due on the 21st
     * everything is lost, as if it had been known.
     */
    @ParameterizedTest
    @CsvSource({
        // 180 + 180 - 180 = 180 too many
        "180, 180, -180, 0",
        // 0 + 300 - 180 = 120 too many
        "0, 300, -120, 0",
        // 90 + 120 - 180 = 30 too many
        "90, 120, -30, 0",
        // 0 + 180 - 180: nothing
        "0, 180, 0, 0",
        // 0 + 90 - 180: still owed
        "0, 90, 0, -90",
    })
    void whatAShiftToldLateBringsBeyondIsLostAtItsDebit(long before, long value, long lost, long after) {
        Timeline rules = rules(Preset.ELEFAN);
        Worker late = told(
                debited(balance("2026-08-25", before, 0), Preset.ELEFAN, "2026-09-21"),
                rules,
                "2026-09-10",
                Outcome.ATTENDED,
                value,
                "2026-09-25");

        assertThat(debits(late).stream().skip(1).toList())
                .isEqualTo(lost == 0 ? List.of() : List.of("2026-09-21 " + lost + " SURPLUS_RECOUNTED"));
        assertThat(late.journal().balance(Counter.MAIN, day("2026-09-21"))).isEqualTo(after);
        assertThat(late.known(at("2026-09-24")).journal().balance(Counter.MAIN, day("2026-09-21")))
                .as("as it was known before")
                .isEqualTo(before - 180);
    }

    /** It filled the debt of 21 September; the 180 that were on the counter then are beyond what was due on 19 October. */
    @Test
    void whatAShiftToldLateBringsIsLostAtTheDebitWhereItIsBeyond() {
        Worker one = debited(balance("2026-08-25", 0, 0), Preset.ELEFAN, "2026-09-21");
        Worker two = debited(
                settled(one, Preset.ELEFAN, "2026-10-01", Origin.FREE, Outcome.ATTENDED, 360),
                Preset.ELEFAN,
                "2026-10-19");
        assertThat(debits(two)).containsExactly("2026-09-21 -180 DEBIT_UNMET", "2026-10-19 -180 DEBIT");

        Worker late = told(two, rules(Preset.ELEFAN), "2026-09-10", Outcome.ATTENDED, 180, "2026-10-25");

        assertThat(debits(late))
                .containsExactly(
                        "2026-09-21 -180 DEBIT_UNMET", "2026-10-19 -180 DEBIT", "2026-10-19 -180 SURPLUS_RECOUNTED");
        assertThat(late.journal().balance(Counter.MAIN, day("2026-09-21"))).isZero();
        assertThat(late.journal().balance(Counter.MAIN, day("2026-10-19"))).isZero();
    }

    /** 180 and a shift of 1 September: 180 were lost on the 21st. Nobody had come, so nothing was to be lost; told a third time, it is again. */
    @Test
    void whatWasLostOfAShiftThatWasNotDoneIsGivenBack() {
        Worker lost = debited(
                settled(balance("2026-08-25", 180, 0), Preset.ELEFAN, "2026-09-01", Origin.FREE, Outcome.ATTENDED, 180),
                Preset.ELEFAN,
                "2026-09-21");
        Worker absent = told(lost, rules(Preset.ELEFAN), "2026-09-01", Outcome.ABSENT, 180, "2026-10-01");
        Worker again = told(absent, rules(Preset.ELEFAN), "2026-09-01", Outcome.ATTENDED, 180, "2026-10-02");

        assertThat(debits(again))
                .containsExactly(
                        "2026-09-21 -180 DEBIT",
                        "2026-09-21 -180 SURPLUS_LOST",
                        "2026-09-21 180 SURPLUS_RECOUNTED",
                        "2026-09-21 -180 SURPLUS_RECOUNTED");
        assertThat(absent.journal().balance(Counter.MAIN, day("2026-10-01"))).isZero();
        assertThat(again.journal().balance(Counter.MAIN, day("2026-10-02"))).isZero();
        assertThat(again.journal().entries()).extracting(Entry::causeKey).doesNotHaveDuplicates();
    }

    /** What is beyond on 21 September is saved at that day; the savings pay on 19 October what had been owed until it was told. */
    @Test
    void whatAShiftToldLateBringsBeyondIsSavedAndPays() {
        Worker start = balance("2026-08-25", 180, 0);
        Worker one = start.with(Debits.due(start, savings(), day("2026-09-21"), at("2026-09-21")));
        Worker soon = told(one, savings(), "2026-09-10", Outcome.ATTENDED, 180, "2026-09-25");
        Worker two = one.with(Debits.due(one, savings(), day("2026-10-19"), at("2026-10-19")));
        Worker late = told(two, savings(), "2026-09-10", Outcome.ATTENDED, 180, "2026-10-25");

        assertThat(soon.journal().balances(day("2026-09-21")))
                .containsEntry(Counter.MAIN, 0L)
                .containsEntry(Counter.SAVINGS, 180L);
        assertThat(two.journal().balance(Counter.MAIN, day("2026-10-19"))).isEqualTo(-180);
        assertThat(debits(late))
                .containsExactly(
                        "2026-09-21 -180 DEBIT",
                        "2026-09-21 -180 SAVINGS_RECOUNTED",
                        "2026-09-21 180 SAVINGS_RECOUNTED",
                        "2026-10-19 -180 DEBIT_UNMET",
                        "2026-10-19 180 SAVINGS_RECOUNTED",
                        "2026-10-19 -180 SAVINGS_RECOUNTED");
        assertThat(late.journal().balances(day("2026-10-19")))
                .containsEntry(Counter.MAIN, 0L)
                .containsEntry(Counter.SAVINGS, 0L);
    }

    /** Savings of 180 paid on 19 October; then a shift of 1 October turns out to have been missed, and savings pay after none. */
    @Test
    void whatSavingsPaidBeforeAnAbsenceWasToldGoesBack() {
        Worker start = balance("2026-08-25", 360, 0);
        Worker paid = start.with(Debits.due(start, savings(), day("2026-10-19"), at("2026-10-19")));
        assertThat(paid.journal().balance(Counter.SAVINGS, day("2026-10-19"))).isZero();

        Worker missed = told(paid, savings(), "2026-10-01", Outcome.ABSENT, 180, "2026-10-25");

        assertThat(missed.journal().balances(day("2026-10-19")))
                .containsEntry(Counter.MAIN, -180L)
                .containsEntry(Counter.SAVINGS, 180L);
    }
}
