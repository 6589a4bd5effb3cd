package coop.greffon.shifts.internal.rules;

import static coop.greffon.shifts.internal.rules.Given.FOUR_WEEKS;
import static coop.greffon.shifts.internal.rules.Given.at;
import static coop.greffon.shifts.internal.rules.Given.balance;
import static coop.greffon.shifts.internal.rules.Given.day;
import static coop.greffon.shifts.internal.rules.Given.debited;
import static coop.greffon.shifts.internal.rules.Given.rules;
import static coop.greffon.shifts.internal.rules.Given.settled;
import static coop.greffon.shifts.internal.rules.Given.status;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.shifts.internal.rules.Entry.Told;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DebitsTest {
    private static List<String> debits(Worker worker) {
        return worker.journal().entries().stream()
                .filter(entry -> entry.cause() != Cause.BOOKING && entry.cause() != Cause.OPENING)
                .map(entry -> entry.effectiveOn() + " " + entry.amount() + " " + entry.rule())
                .toList();
    }

    @Test
    void flyingAtBeesThePenaltyIsTakenOnceUntilADebitIsMet() {
        Worker idle = debited(Worker.from(day("2026-01-01")), Preset.BEES_FLYING, "2026-02-26");

        assertThat(debits(idle)).containsExactly("2026-01-29 -200 DEBIT_WITH_PENALTY", "2026-02-26 -100 DEBIT_UNMET");

        // Four shifts bring -300 to 100, which meets the debit of 26 March; nothing meets that of 23 April.
        Worker busy = idle;
        for (String on : List.of("2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05")) {
            busy = settled(busy, Preset.BEES_FLYING, on, Origin.FREE, Outcome.ATTENDED, 100);
        }
        assertThat(debits(debited(busy, Preset.BEES_FLYING, "2026-04-23")))
                .endsWith("2026-03-26 -100 DEBIT", "2026-04-23 -200 DEBIT_WITH_PENALTY");
    }

    @Test
    void aShiftRecordedLateGivesThePenaltyBackAndRepairsHistory() {
        Worker debited = debited(Worker.from(day("2026-01-01")), Preset.BEES_FLYING, "2026-01-29");
        assertThat(status(debited, Preset.BEES_FLYING, "2026-01-29")).isEqualTo(StatusCode.ALERT);

        var late = new Postings.Settled("1", day("2026-01-20"), new Told(Origin.FREE, Outcome.ATTENDED, 100));
        Worker recorded = debited.with(Postings.of(debited, rules(Preset.BEES_FLYING), late, at("2026-02-05")));
        Worker repaired = debited(recorded, Preset.BEES_FLYING, "2026-02-05");

        assertThat(debits(repaired))
                .containsExactly("2026-01-29 -200 DEBIT_WITH_PENALTY", "2026-01-29 100 PENALTY_RETURNED");
        assertThat(repaired.journal().balance(Counter.MAIN, day("2026-01-29"))).isZero();
        assertThat(status(repaired, Preset.BEES_FLYING, "2026-01-29")).isEqualTo(StatusCode.UP_TO_DATE);
        assertThat(status(repaired.known(at("2026-02-04")), Preset.BEES_FLYING, "2026-01-29"))
                .isEqualTo(StatusCode.ALERT);
        assertThat(debited(repaired, Preset.BEES_FLYING, "2026-02-05")).isEqualTo(repaired);
    }

    /** Absent on 20 January: an alert runs on the 29th, and no penalty is taken. Told on 5 February it comes to the same. */
    @Test
    void anAbsenceRecordedLateSparesThePenaltyOfADebitWithinItsAlert() {
        Worker start = Worker.from(day("2026-01-01"));
        Worker inTime = debited(
                settled(start, Preset.BEES_FLYING, "2026-01-20", Origin.FREE, Outcome.ABSENT_TWICE, 100),
                Preset.BEES_FLYING,
                "2026-02-26");
        Worker late = told(
                debited(start, Preset.BEES_FLYING, "2026-01-29"),
                rules(Preset.BEES_FLYING),
                "2026-01-20",
                Outcome.ABSENT_TWICE,
                100,
                "2026-02-05");
        Worker later = debited(late, Preset.BEES_FLYING, "2026-02-26");

        assertThat(debits(inTime)).containsExactly("2026-01-29 -100 DEBIT_UNMET", "2026-02-26 -100 DEBIT_UNMET");
        assertThat(debits(later))
                .containsExactly(
                        "2026-01-29 -200 DEBIT_WITH_PENALTY",
                        "2026-01-29 100 PENALTY_SPARED",
                        "2026-02-26 -100 DEBIT_UNMET");
        assertThat(later.journal().balance(Counter.MAIN, day("2026-02-26"))).isEqualTo(-300);
        assertThat(inTime.journal().balance(Counter.MAIN, day("2026-02-26"))).isEqualTo(-300);
    }

    @Test
    void theFlyingTeamOfLaLouveIsOutAtTheFourthMissedClosing() {
        Worker idle = debited(Worker.from(day("2026-08-24")), Preset.LOUVE_FTOP, "2026-12-14");

        assertThat(debits(idle))
                .containsExactly(
                        "2026-08-24 -200 DEBIT_WITH_PENALTY",
                        "2026-09-21 -200 DEBIT_WITH_PENALTY",
                        "2026-10-19 -200 DEBIT_WITH_PENALTY",
                        "2026-11-16 -200 DEBIT_WITH_PENALTY",
                        "2026-12-14 0 SKIPPED_STRUCK_OFF");
        assertThat(status(idle, Preset.LOUVE_FTOP, "2026-11-15")).isEqualTo(StatusCode.SUSPENDED);
        assertThat(status(idle, Preset.LOUVE_FTOP, "2026-11-16")).isEqualTo(StatusCode.STRUCK_OFF);
    }

    @Test
    void halfAPointDoesNotMeetTheClosingOfLaLouve() {
        Worker half = debited(balance("2026-08-25", 50, 0), Preset.LOUVE_FTOP, "2026-09-21");
        Worker one = debited(balance("2026-08-25", 100, 0), Preset.LOUVE_FTOP, "2026-09-21");

        assertThat(debits(half)).containsExactly("2026-09-21 -200 DEBIT_WITH_PENALTY");
        assertThat(debits(one)).containsExactly("2026-09-21 -100 DEBIT");
    }

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

    /** A shift, as it is told on another day; told again, otherwise. */
    private static Worker told(Worker worker, Timeline rules, String on, Outcome outcome, long value, String recorded) {
        var settled = new Postings.Settled("of-" + on, day(on), new Told(Origin.FREE, outcome, value));
        Worker so = worker.with(Postings.of(worker, rules, settled, at(recorded)));
        Worker repaired = so.with(Debits.due(so, rules, day(recorded), at(recorded)));
        assertThat(Debits.due(repaired, rules, day(recorded), at("2027-01-01")))
                .as("run again")
                .isEmpty();
        return repaired;
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

    private static Timeline savings() {
        Rules elefan = Preset.ELEFAN.rules(FOUR_WEEKS);
        Debit debit = elefan.debit();
        return Timeline.of(new Rules(
                elefan.unit(),
                elefan.duty(),
                new Debit(debit.cycle(), debit.due(), null, debit.skippedIn(), new Debit.Surplus(0, true)),
                elefan.outcomes(),
                elefan.alert(),
                elefan.grace(),
                elefan.exit(),
                elefan.freeze(),
                elefan.booking(),
                elefan.attendance(),
                elefan.order(),
                elefan.shopping(),
                elefan.voting()));
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

    @Test
    void whoIsFrozenOwesNoMore() {
        Worker idle = debited(Worker.from(day("2026-08-24")), Preset.SUPERCOOP, "2026-12-14");

        assertThat(debits(idle))
                .containsExactly(
                        "2026-08-24 -100 DEBIT_UNMET",
                        "2026-09-21 -100 DEBIT_UNMET",
                        "2026-10-19 -100 DEBIT_UNMET",
                        "2026-11-16 -100 DEBIT_UNMET",
                        "2026-12-14 0 SKIPPED_FROZEN");
    }

    @Test
    void aLeaveSkipsTheDebitAndSaysSo() {
        Worker away = Worker.from(day("2026-01-01"))
                .with(new Leave(LeaveType.HOLIDAY, day("2026-01-29"), day("2026-01-29"), at("2026-01-02")))
                .with(new Leave(LeaveType.EXEMPTION, day("2026-02-20"), null, at("2026-01-02")));

        assertThat(debits(debited(away, Preset.BEES_FLYING, "2026-02-26")))
                .containsExactly("2026-01-29 0 SKIPPED_ON_LEAVE", "2026-02-26 0 SKIPPED_EXEMPT");
        // Macavrac debits during holidays, and not during exemptions.
        assertThat(debits(debited(away, Preset.MACAVRAC, "2026-02-26")))
                .containsExactly("2026-01-29 -100 DEBIT_UNMET", "2026-02-26 0 SKIPPED_EXEMPT");
    }

    @Test
    void rulesThatChangeAreThoseOfTheDay() {
        var changed = new Timeline(List.of(
                new Timeline.Version(day("2026-01-01"), Preset.SUPERCOOP.rules(FOUR_WEEKS)),
                new Timeline.Version(day("2026-10-01"), Preset.LOUVE_FTOP.rules(FOUR_WEEKS))));
        Worker worker = Worker.from(day("2026-08-24"));

        assertThat(debits(worker.with(Debits.due(worker, changed, day("2026-10-19"), at("2026-10-19")))))
                .containsExactly(
                        "2026-08-24 -100 DEBIT_UNMET",
                        "2026-09-21 -100 DEBIT_UNMET",
                        "2026-10-19 -200 DEBIT_WITH_PENALTY");
    }

    @Test
    void aSeasonOwesItsHalfDays() {
        assertThat(debits(debited(Worker.from(day("2026-01-10")), Preset.GARDEN, "2027-03-01")))
                .containsExactly("2026-03-01 -400 DEBIT_UNMET", "2027-03-01 -400 DEBIT_UNMET");
    }

    /** Two shifts of early September recorded after two missed closings meet both of them. */
    @Test
    void aPenaltyGivenBackMayMeetTheNextDebitToo() {
        Worker idle = debited(Worker.from(day("2026-08-25")), Preset.LOUVE_FTOP, "2026-10-19");
        Worker late = idle;
        for (String on : List.of("2026-09-01", "2026-09-02")) {
            var told = new Told(Origin.FREE, Outcome.ATTENDED, 100);
            late = late.with(Postings.of(
                    late, rules(Preset.LOUVE_FTOP), new Postings.Settled(on, day(on), told), at("2026-10-20")));
        }

        Worker repaired = debited(late, Preset.LOUVE_FTOP, "2026-10-20");

        assertThat(repaired.journal().balance(Counter.MAIN, day("2026-10-20"))).isZero();
        assertThat(debited(repaired, Preset.LOUVE_FTOP, "2026-10-20")).isEqualTo(repaired);
    }

    @Test
    void aLeaveThatEndedTheEveningBeforeHidesNothing() {
        Worker out = balance("2026-01-01", -400, 0)
                .with(new Leave(LeaveType.HOLIDAY, day("2026-01-20"), day("2026-01-28"), at("2026-01-02")));
        Worker frozen = Worker.from(day("2026-08-24"))
                .with(new Leave(LeaveType.EXEMPTION, day("2026-12-01"), day("2026-12-13"), at("2026-08-24")));

        assertThat(debits(debited(out, Preset.BEES_FLYING, "2026-01-29")))
                .containsExactly("2026-01-29 0 SKIPPED_STRUCK_OFF");
        assertThat(debits(debited(frozen, Preset.SUPERCOOP, "2026-12-14"))).endsWith("2026-12-14 0 SKIPPED_FROZEN");
    }

    @Test
    void ofTwoLeavesAtOnceTheOneThatCountsIsFound() {
        var holiday = new Leave(LeaveType.HOLIDAY, day("2026-01-20"), day("2026-02-10"), at("2026-01-02"));
        var exemption = new Leave(LeaveType.EXEMPTION, day("2026-01-25"), null, at("2026-01-02"));
        Worker worker = Worker.from(day("2026-01-01")).with(holiday).with(exemption);

        assertThat(debits(debited(worker, Preset.MACAVRAC, "2026-01-29")))
                .containsExactly("2026-01-29 0 SKIPPED_EXEMPT");
    }

    @Test
    void whoHasLeftOwesNothingFromThatDay() {
        Worker gone = Worker.from(day("2026-01-01"))
                .with(new Flag(StatusCode.FORMER, day("2026-01-29"), null, at("2026-01-20")));

        assertThat(debits(debited(gone, Preset.MACAVRAC, "2026-01-29"))).containsExactly("2026-01-29 0 SKIPPED_FORMER");
    }

    @Test
    void aSurplusIsLostEvenWhereTheDebitIsSkipped() {
        Worker exempt = balance("2026-08-25", 180, 0)
                .with(new Leave(LeaveType.EXEMPTION, day("2026-09-21"), day("2026-09-30"), at("2026-08-25")));

        assertThat(debits(debited(exempt, Preset.ELEFAN, "2026-09-21")))
                .containsExactly("2026-09-21 0 SKIPPED_EXEMPT", "2026-09-21 -180 SURPLUS_LOST");
    }

    @Test
    void aCorrectedAbsenceDoesNotKeepSavingsFromPaying() {
        Worker saved = balance("2026-08-25", 360, 0);
        saved = saved.with(Debits.due(saved, savings(), day("2026-09-21"), at("2026-09-21")));
        Worker absent = settled(saved, Preset.ELEFAN, "2026-10-01", Origin.FREE, Outcome.ABSENT, 90);
        Worker corrected = settled(absent, Preset.ELEFAN, "2026-10-01", Origin.FREE, Outcome.ATTENDED, 90);
        Worker paid = corrected.with(Debits.due(corrected, savings(), day("2026-10-19"), at("2026-10-19")));

        assertThat(paid.journal().balance(Counter.MAIN, day("2026-10-19"))).isZero();
        assertThat(paid.journal().balance(Counter.SAVINGS, day("2026-10-19"))).isEqualTo(90);
    }

    @Test
    void keysAreUniqueWithinAnAccount() {
        Worker start = balance("2026-08-25", 360, 0);
        Worker saved = start.with(Debits.due(start, savings(), day("2026-10-19"), at("2026-10-19")));
        Worker absent =
                settled(saved, Preset.BEES_REGULAR, "2026-10-20", Origin.FIXED_PLACE, Outcome.ABSENT_TWICE, 100);

        assertThat(absent.journal().entries()).extracting(Entry::causeKey).doesNotHaveDuplicates();
    }
}
