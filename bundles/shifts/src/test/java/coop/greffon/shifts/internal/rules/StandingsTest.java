package coop.greffon.shifts.internal.rules;

import static coop.greffon.shifts.internal.rules.Given.at;
import static coop.greffon.shifts.internal.rules.Given.balance;
import static coop.greffon.shifts.internal.rules.Given.day;
import static coop.greffon.shifts.internal.rules.Given.debited;
import static coop.greffon.shifts.internal.rules.Given.rules;
import static coop.greffon.shifts.internal.rules.Given.settled;
import static coop.greffon.shifts.internal.rules.Given.status;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.shifts.internal.rules.Simulation.Granted;
import coop.greffon.shifts.internal.rules.Standing.NoVote;
import coop.greffon.shifts.internal.rules.Standing.Reason;
import coop.greffon.shifts.internal.rules.Standing.Remedy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StandingsTest {
    /** A flying worker at BEES who never works: from Monday 1 January 2024, with a grace at the door and one by hand. */
    @ParameterizedTest
    @CsvSource({
        "2024-01-28, UP_TO_DATE, 0",
        "2024-01-29, ALERT, -200",
        "2024-02-26, ALERT, -300",
        "2024-02-27, SUSPENDED, -300",
        "2024-02-28, GRACE, -300",
        "2024-03-09, GRACE, -300",
        "2024-03-10, SUSPENDED, -300",
        "2024-03-12, GRACE, -300",
        "2024-03-25, GRACE, -400",
        "2024-04-09, GRACE, -400",
        "2024-04-10, STRUCK_OFF, -400",
    })
    void flyingAndNeverWorking(String on, StatusCode code, long main) {
        Worker worker = debited(Worker.from(day("2024-01-01")), Preset.BEES_FLYING, "2024-04-10")
                .with(new Grace(day("2024-02-28"), day("2024-03-09"), at("2024-02-28")))
                .with(new Grace(day("2024-03-12"), day("2024-04-09"), at("2024-03-12")));

        assertThat(status(worker, Preset.BEES_FLYING, on)).isEqualTo(code);
        assertThat(worker.journal().balance(Counter.MAIN, day(on))).isEqualTo(main);
    }

    /** From 1 January 2024: of a day before, nothing is due, and the explanation says that they had not begun. */
    @Test
    void beforeTheirFirstDayItIsSaidThatTheyHaveNotBegun() {
        Worker worker = Worker.from(day("2024-01-01"));
        Standing before = Standings.on(worker, rules(Preset.BEES_FLYING), day("2023-12-31"));

        assertThat(before.code()).isEqualTo(StatusCode.UP_TO_DATE);
        assertThat(before.begins()).isEqualTo(day("2024-01-01"));
        assertThat(before.isToCome()).isTrue();
        assertThat(Standings.on(worker, rules(Preset.BEES_FLYING), day("2024-01-01"))
                        .begins())
                .isNull();

        var away = new Leave(LeaveType.EXEMPTION, day("2023-12-01"), day("2024-01-31"), at("2023-11-30"));
        Standing exempt = Standings.on(worker.with(away), rules(Preset.BEES_FLYING), day("2023-12-31"));
        assertThat(exempt.code()).isEqualTo(StatusCode.EXEMPT);
        assertThat(exempt.begins()).as("both are told").isEqualTo(day("2024-01-01"));
        assertThat(exempt.isToCome()).isFalse();
    }

    @Test
    void theSimulationTellsTheSameStory() {
        List<String> story = Simulation.of(
                        Worker.from(day("2024-01-01")),
                        rules(Preset.BEES_FLYING),
                        List.of(
                                new Granted(day("2024-02-28"), day("2024-03-09")),
                                new Granted(day("2024-03-12"), day("2024-04-09"))),
                        day("2024-04-10"))
                .stream()
                .map(line -> line.on() + " " + line.amount() + " " + line.main() + " "
                        + line.standing().code())
                .toList();

        assertThat(story)
                .containsExactly(
                        "2024-01-01 0 0 UP_TO_DATE",
                        "2024-01-29 -200 -200 ALERT",
                        "2024-02-26 -100 -300 ALERT",
                        "2024-02-27 0 -300 SUSPENDED",
                        "2024-02-28 0 -300 GRACE",
                        "2024-03-10 0 -300 SUSPENDED",
                        "2024-03-12 0 -300 GRACE",
                        "2024-03-25 -100 -400 GRACE",
                        "2024-04-10 0 -400 STRUCK_OFF");
    }

    /** An alert from 1 January lasts to the 29th. The model's own grace of 3 January would have ended it on the 13th. */
    @ParameterizedTest
    @CsvSource({
        "2024-01-02, ALERT",
        "2024-01-03, GRACE",
        "2024-01-13, GRACE",
        "2024-01-14, ALERT",
        "2024-01-29, ALERT",
        "2024-01-30, SUSPENDED"
    })
    void anEarlyGraceDoesNotShortenTheAlert(String on, StatusCode code) {
        Worker worker =
                balance("2024-01-01", -100, 0).with(new Grace(day("2024-01-03"), day("2024-01-13"), at("2024-01-03")));

        assertThat(status(worker, Preset.BEES_REGULAR, on)).isEqualTo(code);
    }

    /** One shift may be owed; the 28th day of the alert is a suspension already. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-29, UP_TO_DATE, -100",
        "2026-02-25, UP_TO_DATE, -100",
        "2026-02-26, ALERT, -200",
        "2026-03-25, ALERT, -200",
        "2026-03-26, SUSPENDED, -300",
        "2026-04-22, SUSPENDED, -300",
        "2026-04-23, STRUCK_OFF, -400",
    })
    void atMacavrac(String on, StatusCode code, long main) {
        Worker worker = debited(Worker.from(day("2026-01-01")), Preset.MACAVRAC, "2026-04-23");

        assertThat(status(worker, Preset.MACAVRAC, on)).isEqualTo(code);
        assertThat(worker.journal().balance(Counter.MAIN, day(on))).isEqualTo(main);
    }

    @Test
    void atMacavracAnAlertOnceBegunEndsAtZero() {
        Worker one = settled(
                balance("2026-01-05", -200, 0), Preset.MACAVRAC, "2026-01-10", Origin.FREE, Outcome.ATTENDED, 100);
        Worker two = settled(one, Preset.MACAVRAC, "2026-01-12", Origin.FREE, Outcome.ATTENDED, 100);

        assertThat(status(one, Preset.MACAVRAC, "2026-01-10")).isEqualTo(StatusCode.ALERT);
        assertThat(status(two, Preset.MACAVRAC, "2026-01-12")).isEqualTo(StatusCode.UP_TO_DATE);
    }

    @ParameterizedTest
    @CsvSource({
        "0, -100, UP_TO_DATE",
        "-100, 0, ALERT",
        "-100, -200, ALERT",
        "-200, -200, STRUCK_OFF",
        "0, -400, STRUCK_OFF"
    })
    void bothCountersOfARegularAreLookedAt(long main, long compensation, StatusCode code) {
        assertThat(status(balance("2026-01-05", main, compensation), Preset.BEES_REGULAR, "2026-01-06"))
                .isEqualTo(code);
    }

    @Test
    void graceOutranksStrikingOff() {
        Worker worker =
                balance("2026-01-05", -500, 0).with(new Grace(day("2026-01-06"), day("2026-01-16"), at("2026-01-06")));

        assertThat(status(worker, Preset.BEES_REGULAR, "2026-01-16")).isEqualTo(StatusCode.GRACE);
        assertThat(status(worker, Preset.BEES_REGULAR, "2026-01-17")).isEqualTo(StatusCode.STRUCK_OFF);
    }

    /** The alert began on 5 January; the leave lasts from the 20th to the 31st, twelve days. */
    @ParameterizedTest
    @CsvSource({
        // At BEES all 28 days begin again on 1 February
        "BEES_REGULAR, 2026-01-19, ALERT",
        "BEES_REGULAR, 2026-01-25, ON_LEAVE",
        "BEES_REGULAR, 2026-02-01, ALERT",
        "BEES_REGULAR, 2026-03-01, ALERT",
        "BEES_REGULAR, 2026-03-02, SUSPENDED",
        // At Macavrac and La Louve they go on
        "MACAVRAC, 2026-01-25, ON_LEAVE",
        "MACAVRAC, 2026-02-01, ALERT",
        "MACAVRAC, 2026-02-02, SUSPENDED",
        "LOUVE_ABCD, 2026-02-01, ALERT",
        "LOUVE_ABCD, 2026-02-02, SUSPENDED"
    })
    void aLeavePutsTheEndOfAnAlertOffWhereTheRulesSaySo(Preset preset, String on, StatusCode code) {
        Worker worker = balance("2026-01-05", -200, 0)
                .with(new Leave(LeaveType.HOLIDAY, day("2026-01-20"), day("2026-01-31"), at("2026-01-15")));

        assertThat(status(worker, preset, on)).isEqualTo(code);
    }

    /** At La Louve an exemption is looked at only where nothing is owed, and does not stop the alert, which ends on 1 February. */
    @Test
    void exemptAndInDebtBothAreNamed() {
        var leave = new Leave(LeaveType.EXEMPTION, day("2026-01-10"), null, at("2026-01-10"));
        Worker owing = balance("2026-01-05", -200, 0).with(leave);

        assertThat(status(owing, Preset.LOUVE_ABCD, "2026-02-01")).isEqualTo(StatusCode.ALERT);
        Standing suspended = Standings.on(owing, rules(Preset.LOUVE_ABCD), day("2026-02-02"));
        assertThat(suspended.code()).isEqualTo(StatusCode.SUSPENDED);
        assertThat(suspended.mayShop()).isFalse();
        assertThat(suspended.reasons())
                .containsExactly(
                        new Reason(StatusCode.SUSPENDED, day("2026-02-02"), null),
                        new Reason(StatusCode.EXEMPT, day("2026-01-10"), null));
        assertThat(status(balance("2026-01-05", 0, 0).with(leave), Preset.LOUVE_ABCD, "2026-02-02"))
                .isEqualTo(StatusCode.EXEMPT);
    }

    @Test
    void twoAbsencesInARowEndAPlaceUnlessSomethingWasMadeUp() {
        Worker once = settled(
                balance("2026-01-05", 0, 0), Preset.LOUVE_ABCD, "2026-01-12", Origin.FIXED_PLACE, Outcome.ABSENT, 100);
        Worker madeUp = settled(once, Preset.LOUVE_ABCD, "2026-01-20", Origin.MAKE_UP, Outcome.ATTENDED, 100);

        assertThat(status(once, Preset.LOUVE_ABCD, "2026-01-12")).isEqualTo(StatusCode.ALERT);
        assertThat(status(absentAgain(once), Preset.LOUVE_ABCD, "2026-02-08")).isEqualTo(StatusCode.ALERT);
        assertThat(status(absentAgain(once), Preset.LOUVE_ABCD, "2026-02-09")).isEqualTo(StatusCode.STRUCK_OFF);
        assertThat(status(absentAgain(madeUp), Preset.LOUVE_ABCD, "2026-02-09")).isEqualTo(StatusCode.SUSPENDED);
    }

    private static Worker absentAgain(Worker worker) {
        return settled(worker, Preset.LOUVE_ABCD, "2026-02-09", Origin.FIXED_PLACE, Outcome.ABSENT, 100);
    }

    /** Four are owed since 16 November: more than ten days are over on the 27th. */
    @Test
    void frozenAfterMoreThanTenDaysUnlessEnoughIsBooked() {
        Worker idle = debited(Worker.from(day("2026-08-24")), Preset.SUPERCOOP, "2026-12-01");
        Worker booked = idle.with(new BookedShift(day("2026-12-05"), 100, Origin.FREE, at("2026-11-20")));
        Worker bookedTooFar = idle.with(new BookedShift(day("2027-01-23"), 100, Origin.FREE, at("2026-11-20")));

        assertThat(status(idle, Preset.SUPERCOOP, "2026-11-26")).isEqualTo(StatusCode.UP_TO_DATE);
        assertThat(status(idle, Preset.SUPERCOOP, "2026-11-27")).isEqualTo(StatusCode.FROZEN);
        assertThat(status(booked, Preset.SUPERCOOP, "2026-11-27")).isEqualTo(StatusCode.UP_TO_DATE);
        assertThat(status(bookedTooFar, Preset.SUPERCOOP, "2026-11-27")).isEqualTo(StatusCode.FROZEN);
        assertThat(Standings.on(idle, rules(Preset.SUPERCOOP), day("2026-11-27"))
                        .remedies())
                .containsExactly(new Remedy(Remedy.Kind.WORK, 100, null));
    }

    @Test
    void whatWouldClearItIsTold() {
        Worker worker = balance("2026-01-05", -100, -100);

        assertThat(Standings.on(worker, rules(Preset.BEES_REGULAR), day("2026-01-06"))
                        .remedies())
                .containsExactly(new Remedy(Remedy.Kind.WORK, 200, day("2026-02-02")));
        assertThat(Standings.on(worker, rules(Preset.BEES_REGULAR), day("2026-02-03"))
                        .remedies())
                .containsExactly(
                        new Remedy(Remedy.Kind.WORK, 200, null),
                        new Remedy(Remedy.Kind.ASK_FOR_GRACE, 0, day("2026-02-13")));
        Worker used = worker.with(new Grace(day("2026-02-03"), day("2026-02-13"), at("2026-02-03")));
        assertThat(Standings.on(used, rules(Preset.BEES_REGULAR), day("2026-02-14"))
                        .remedies())
                .containsExactly(new Remedy(Remedy.Kind.WORK, 200, null));
    }

    /** The alert that began on 5 January ended on 1 February; 28 days from the 3rd are the 3rd of March. */
    @Test
    void atLaLouveGraceEndsTheDayAfterTheNextShift() {
        Worker worker = balance("2026-01-05", -200, 0);
        Worker booked = worker.with(new BookedShift(day("2026-02-09"), 100, Origin.FIXED_PLACE, at("2026-01-05")))
                .with(new BookedShift(day("2026-03-09"), 100, Origin.FIXED_PLACE, at("2026-01-05")));

        assertThat(Standings.on(worker, rules(Preset.LOUVE_ABCD), day("2026-02-03"))
                        .remedies())
                .contains(new Remedy(Remedy.Kind.ASK_FOR_GRACE, 0, day("2026-03-03")));
        assertThat(Standings.on(booked, rules(Preset.LOUVE_ABCD), day("2026-02-03"))
                        .remedies())
                .contains(new Remedy(Remedy.Kind.ASK_FOR_GRACE, 0, day("2026-02-10")));
    }

    /** L'éléfàn: below −9 hours one shops and does not vote. */
    @ParameterizedTest
    @CsvSource({"0, true, 0", "-539, true, 0", "-540, true, 0", "-541, false, 1", "-720, false, 180"})
    void atLElefanTheVoteIsLostBelowNineHours(long minutes, boolean votes, long lacking) {
        Standing standing = Standings.on(balance("2026-08-25", minutes, 0), rules(Preset.ELEFAN), day("2026-08-25"));

        assertThat(standing.code()).isEqualTo(StatusCode.UP_TO_DATE);
        assertThat(standing.mayShop()).isTrue();
        assertThat(standing.mayVote()).isEqualTo(votes);
        assertThat(standing.noVote()).isEqualTo(votes ? null : new NoVote(NoVote.Because.COUNTER, null, -540, lacking));
    }

    /** −4 since 16 November: more than ten days are over on the 27th. */
    @Test
    void atSuperCoopWhoIsFrozenDoesNotVote() {
        Worker idle = debited(Worker.from(day("2026-08-24")), Preset.SUPERCOOP, "2026-11-30");

        assertThat(Standings.on(idle, rules(Preset.SUPERCOOP), day("2026-11-26"))
                        .mayVote())
                .isTrue();
        assertThat(Standings.on(idle, rules(Preset.SUPERCOOP), day("2026-11-27"))
                        .noVote())
                .isEqualTo(new NoVote(NoVote.Because.STANDING, StatusCode.FROZEN, 0, 0));
    }

    @Test
    void aLeaveGivesWhoIsFrozenNoVoteBack() {
        Worker idle = debited(Worker.from(day("2026-08-24")), Preset.SUPERCOOP, "2026-11-30");
        Worker onLeave = idle.with(new Leave(LeaveType.HOLIDAY, day("2026-11-27"), null, at("2026-11-27")));
        Standing standing = Standings.on(onLeave, rules(Preset.SUPERCOOP), day("2026-11-27"));

        assertThat(standing.code()).isEqualTo(StatusCode.ON_LEAVE);
        assertThat(standing.noVote()).isEqualTo(new NoVote(NoVote.Because.STANDING, StatusCode.FROZEN, 0, 0));
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void whoLeftDoesNotVoteAndWhoOwesLittleDoes(Preset preset) {
        Worker owing = balance("2026-01-05", -100, 0);
        Worker gone = owing.with(new Flag(StatusCode.FORMER, day("2026-02-02"), null, at("2026-02-02")));

        assertThat(Standings.on(gone, rules(preset), day("2026-02-01")).mayVote())
                .isTrue();
        assertThat(Standings.on(gone, rules(preset), day("2026-02-02")).mayVote())
                .isFalse();
    }

    /** What shopping is open to is not what the counter says: exempt, and ten hours below. */
    @Test
    void anExemptionGivesNoVoteBack() {
        Worker exempt = balance("2026-08-25", -600, 0)
                .with(new Leave(LeaveType.EXEMPTION, day("2026-08-25"), null, at("2026-08-25")));

        Standing standing = Standings.on(exempt, rules(Preset.ELEFAN), day("2026-08-26"));

        assertThat(standing.code()).isEqualTo(StatusCode.EXEMPT);
        assertThat(standing.noVote()).isEqualTo(new NoVote(NoVote.Because.COUNTER, null, -540, 60));
    }

    private static Timeline pausing() {
        Rules macavrac = Preset.MACAVRAC.rules(Given.FOUR_WEEKS);
        return Timeline.of(new Rules(
                macavrac.unit(),
                macavrac.duty(),
                macavrac.debit(),
                macavrac.outcomes(),
                new Alert(-200, 0, 28, false, Alert.OnLeave.PAUSES),
                macavrac.grace(),
                macavrac.exit(),
                macavrac.freeze(),
                macavrac.booking(),
                macavrac.attendance(),
                macavrac.order(),
                macavrac.shopping(),
                macavrac.voting()));
    }

    /** 28 days from the 5th of January end on the 1st of February; twelve days of leave put that off to the 13th. */
    @Test
    void theDaysOfALeaveAreNotCountedWhereAnAlertPauses() {
        Worker worker = balance("2026-01-05", -200, 0)
                .with(new Leave(LeaveType.HOLIDAY, day("2026-01-20"), day("2026-01-31"), at("2026-01-15")));
        // On the 10th of March in a leave of that month, so that the first day of the 28 is the 1st of April.
        Worker within = balance("2026-03-10", -200, 0)
                .with(new Leave(LeaveType.HOLIDAY, day("2026-03-01"), day("2026-03-31"), at("2026-02-15")));

        assertThat(Standings.on(worker, pausing(), day("2026-02-13")).code()).isEqualTo(StatusCode.ALERT);
        assertThat(Standings.on(worker, pausing(), day("2026-02-14")).code()).isEqualTo(StatusCode.SUSPENDED);
        assertThat(Standings.on(within, pausing(), day("2026-04-28")).code()).isEqualTo(StatusCode.ALERT);
        assertThat(Standings.on(within, pausing(), day("2026-04-29")).code()).isEqualTo(StatusCode.SUSPENDED);
    }

    @Test
    void aMissedMakeUpDoesNotComeBetweenTwoAbsences() {
        Worker once = settled(
                balance("2026-01-05", 0, 0), Preset.LOUVE_ABCD, "2026-01-12", Origin.FIXED_PLACE, Outcome.ABSENT, 100);
        Worker missed = settled(once, Preset.LOUVE_ABCD, "2026-01-20", Origin.MAKE_UP, Outcome.ABSENT, 100);

        assertThat(status(absentAgain(missed), Preset.LOUVE_ABCD, "2026-02-09")).isEqualTo(StatusCode.STRUCK_OFF);
    }

    @Test
    void whoWasTakenBackBeginsANewRow() {
        Worker once = settled(
                balance("2026-01-05", 0, 0), Preset.LOUVE_ABCD, "2026-01-12", Origin.FIXED_PLACE, Outcome.ABSENT, 100);
        Worker takenBack = absentAgain(once)
                .with(new Flag(StatusCode.STRUCK_OFF, day("2026-02-09"), day("2026-02-28"), at("2026-02-28")));

        assertThat(status(takenBack, Preset.LOUVE_ABCD, "2026-02-28")).isEqualTo(StatusCode.STRUCK_OFF);
        assertThat(status(takenBack, Preset.LOUVE_ABCD, "2026-03-01")).isEqualTo(StatusCode.SUSPENDED);
    }

    @Test
    void aBoundThatChangesMakesNoDebtOfFormerDays() {
        var changed = new Timeline(List.of(
                new Timeline.Version(day("2026-01-01"), Preset.SUPERCOOP.rules(Given.FOUR_WEEKS)),
                new Timeline.Version(day("2026-10-01"), Preset.LOUVE_FTOP.rules(Given.FOUR_WEEKS))));
        Worker worker = balance("2026-08-24", -100, 0);

        assertThat(Standings.on(worker, changed, day("2026-09-30")).code()).isEqualTo(StatusCode.UP_TO_DATE);
        assertThat(Standings.on(worker, changed, day("2026-10-01")).code()).isEqualTo(StatusCode.ALERT);
        // 27 days after the first
        assertThat(Standings.on(worker, changed, day("2026-10-28")).code()).isEqualTo(StatusCode.ALERT);
        assertThat(Standings.on(worker, changed, day("2026-10-29")).code()).isEqualTo(StatusCode.SUSPENDED);
    }

    @Test
    void compensationsOfAFormerFixedPlaceStrikeNoFlyingWorkerOff() {
        assertThat(status(balance("2026-01-05", -300, -100), Preset.BEES_FLYING, "2026-01-06"))
                .isEqualTo(StatusCode.ALERT);
        assertThat(status(balance("2026-01-05", 0, -100), Preset.BEES_FLYING, "2026-01-06"))
                .isEqualTo(StatusCode.UP_TO_DATE);
    }

    @Test
    void twoShiftsOfOneDayCountTwice() {
        var shift = new Simulation.Shift(day("2026-12-05"), Origin.FREE, Outcome.ATTENDED, 180);

        assertThat(Simulation.of(
                        Worker.from(day("2026-12-01")), rules(Preset.ELEFAN), List.of(shift, shift), day("2026-12-05")))
                .last()
                .satisfies(line -> assertThat(line.main()).isEqualTo(360));
    }
}
