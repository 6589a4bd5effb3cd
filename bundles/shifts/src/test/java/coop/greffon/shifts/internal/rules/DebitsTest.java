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
import static coop.greffon.shifts.internal.rules.Given.status;
import static coop.greffon.shifts.internal.rules.Given.told;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.shifts.internal.rules.Entry.Told;
import coop.greffon.shifts.internal.rules.change.Parameter;
import coop.greffon.shifts.internal.rules.change.Parameters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DebitsTest {
    /** BEES took 2 on the morning of 1 February; that day another minimum is chosen by which there was no penalty to take. */
    @Test
    void aPenaltyTakenInTheMorningIsNotGivenBackByRulesChosenThatDay() {
        Worker idle = debited(Worker.from(day("2027-01-04")), Preset.BEES_FLYING, "2027-02-01");
        var chosen = new Timeline(List.of(
                new Timeline.Version(day("2026-01-01"), Preset.BEES_FLYING.rules(FOUR_WEEKS)),
                new Timeline.Version(day("2027-02-01"), Preset.LOUVE_FTOP.rules(FOUR_WEEKS))));
        Worker told = Given.told(idle, chosen, "2027-01-20", Outcome.ATTENDED, 100, "2027-02-02");

        assertThat(Given.debits(told)).containsExactly("2027-02-01 -200 DEBIT_WITH_PENALTY");
    }

    /** That day the co-op only chose until when one may book: a day before is told on the 2nd, and meets the debit. */
    @Test
    void rulesOfAnotherKindChosenThatDayKeepNoPenalty() {
        Worker idle = debited(Worker.from(day("2027-01-04")), Preset.BEES_FLYING, "2027-02-01");
        Rules bees = Preset.BEES_FLYING.rules(FOUR_WEEKS);
        Rules booked = new Parameters(Map.of(Parameter.BOOK, "24")).in(bees, FOUR_WEEKS);
        assertThat(booked).isNotEqualTo(bees);
        var chosen = new Timeline(List.of(
                new Timeline.Version(day("2026-01-01"), bees), new Timeline.Version(day("2027-02-01"), booked)));
        Worker told = Given.told(idle, chosen, "2027-01-20", Outcome.ATTENDED, 100, "2027-02-02");

        assertThat(Given.debits(told))
                .containsExactly("2027-02-01 -200 DEBIT_WITH_PENALTY", "2027-02-01 100 PENALTY_RETURNED");
    }

    /** SuperCoop's until 20 September, La Louve's from the 21st on, by which 2 were taken that day; a shift of the 10th is told on the 22nd. */
    @ParameterizedTest
    @CsvSource({"2026-09-01, true", "2026-09-22, false", ", false"})
    void aPenaltyTakenByRulesThatWereChosenBeforeIsGivenBack(String recorded, boolean isReturned) {
        var planned = new Timeline(List.of(
                new Timeline.Version(day("2026-01-01"), Preset.SUPERCOOP.rules(FOUR_WEEKS)),
                new Timeline.Version(
                        day("2026-09-21"),
                        Preset.LOUVE_FTOP.rules(FOUR_WEEKS),
                        null,
                        recorded == null ? null : at(recorded))));
        Worker start = Worker.from(day("2026-08-25"));
        Worker idle = start.with(Debits.due(start, planned, day("2026-09-21"), at("2026-09-21")));
        Worker told = Given.told(idle, planned, "2026-09-10", Outcome.ATTENDED, 100, "2026-09-22");

        assertThat(debits(told)).startsWith("2026-09-21 -200 DEBIT_WITH_PENALTY");
        assertThat(debits(told).contains("2026-09-21 100 PENALTY_RETURNED")).isEqualTo(isReturned);
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

    /** Told by mistake on 5 February and taken back on the 6th, told again on the 7th: each time as if nothing else had been told. */
    @ParameterizedTest
    @CsvSource({"ATTENDED, PENALTY_RETURNED", "ABSENT_TWICE, PENALTY_SPARED"})
    void aPenaltyGivenBackByMistakeIsTakenAgain(Outcome mistaken, String rule) {
        Timeline rules = rules(Preset.BEES_FLYING);
        Worker debited = debited(Worker.from(day("2026-01-01")), Preset.BEES_FLYING, "2026-01-29");
        Worker mistake = told(debited, rules, "2026-01-20", mistaken, 100, "2026-02-05");
        Worker corrected = told(mistake, rules, "2026-01-20", Outcome.TAKEN_BACK, 100, "2026-02-06");
        Worker told = told(corrected, rules, "2026-01-20", mistaken, 100, "2026-02-07");

        assertThat(debits(told))
                .containsExactly(
                        "2026-01-29 -200 DEBIT_WITH_PENALTY",
                        "2026-01-29 100 " + rule,
                        "2026-01-29 -100 PENALTY_RESTORED",
                        "2026-01-29 100 " + rule);
        assertThat(corrected.journal().balance(Counter.MAIN, day("2026-01-29"))).isEqualTo(-200);
        assertThat(told.journal().balance(Counter.MAIN, day("2026-01-29")))
                .isEqualTo(mistake.journal().balance(Counter.MAIN, day("2026-01-29")));
        assertThat(debits(debited(corrected, Preset.BEES_FLYING, "2026-02-26")))
                .endsWith("2026-02-26 -100 DEBIT_UNMET");
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
