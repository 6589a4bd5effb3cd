package coop.greffon.shifts.internal.store.booking;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static coop.greffon.shifts.internal.store.WorkFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Preset;
import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.DecisionDraft;
import coop.greffon.shifts.internal.store.EnrolmentDraft;
import coop.greffon.shifts.internal.store.LeaveDraft;
import coop.greffon.shifts.internal.store.PeriodKind;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.shifts.internal.store.booking.JpaAttendance.Added;
import coop.greffon.testing.TestDatabase;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Somebody comes without a seat to the shift of Monday 25 January or 22 February 2027, or instead of Omar, who has one. BEES rules. */
class WalkInTest {
    private static final LocalDate JANUARY = LocalDate.parse("2027-01-25");
    private static final LocalDate FEBRUARY = LocalDate.parse("2027-02-22");
    private static final long OMAR = 129;

    private final WorkFixture fixture = new WorkFixture(TestDatabase.H2);

    private Added walkIn(LocalDate day) {
        fixture.goTo(day.toString());
        return fixture.attendance.walkIn(shift(day), INES, NADIA);
    }

    private long shift(LocalDate day) {
        return fixture.calendar.between(day, day).get(0).shift().id();
    }

    private void flying() {
        fixture.enrol();
        fixture.mondays();
    }

    private void away(PeriodKind kind, LocalDate to) {
        fixture.leaves.giveLeave(INES, new LeaveDraft(kind, START, to, null), NADIA);
    }

    private long main(LocalDate on) {
        return fixture.account(on.toString(), null).worker().journal().balance(Counter.MAIN, on);
    }

    private static void refuses(ThrowingCallable deed, String key, boolean hasRemedy) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(InvalidInput.class, refused -> {
            FieldError error = refused.errors().get(0);
            assertThat(error.field()).isEqualTo("memberId");
            assertThat(error.message().key()).isEqualTo(key);
            assertThat(error.remedy() != null).isEqualTo(hasRemedy);
        });
    }

    /** In neither way, and in the same words. */
    private void refusesBoth(String key, boolean hasRemedy) {
        fixture.add(OMAR, Track.FLYING);
        long seat = fixture.bookings
                .book(OMAR, shift(JANUARY), Comes.THEMSELVES, NADIA)
                .id();

        refuses(() -> walkIn(JANUARY), key, hasRemedy);
        refuses(() -> fixture.replacements.replace(seat, INES, NADIA), key, hasRemedy);
        assertThat(fixture.calendar.sheet(shift(JANUARY)).present())
                .extracting(present -> present.memberId())
                .containsExactly(OMAR);
        assertThat(fixture.account("2027-01-25", null).worker().booked()).isEmpty();
    }

    /** Four shifts short. */
    @Test
    void whoeverIsStruckOffDoesNotWork() {
        flying();
        fixture.workers.decide(INES, new DecisionDraft(Counter.MAIN, -400L, START, "repris", null), NADIA);
        assertThat(fixture.account("2027-01-25", null).standing().code()).isEqualTo(StatusCode.STRUCK_OFF);

        refusesBoth("shifts.refusal.other.LEFT", false);
    }

    @Test
    void whoeverIsOnLeaveDoesNotWork() {
        flying();
        away(PeriodKind.HOLIDAY, LocalDate.parse("2027-01-31"));

        refusesBoth("shifts.refusal.other.ON_LEAVE.with", true);
    }

    @Test
    void whoeverHasNotBegunDoesNotWork() {
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FLYING, LocalDate.parse("2027-02-01")), NADIA);
        fixture.mondays();

        refusesBoth("shifts.refusal.other.BEFORE_START.with", true);
    }

    /** One short since 4 January, and one more on 1 February: the alert is over on that day, and to work is what helps. */
    @Test
    void whoeverIsSuspendedMakesUpForIt() {
        flying();
        fixture.workers.decide(INES, new DecisionDraft(Counter.MAIN, -100L, START, "repris", null), NADIA);
        assertThat(fixture.account("2027-02-22", null).standing().code()).isEqualTo(StatusCode.SUSPENDED);

        assertThat(walkIn(FEBRUARY)).isEqualTo(new Added(false, true));
        assertThat(main(FEBRUARY)).isEqualTo(-100);
    }

    /** Nothing was due, and BEES counts it all the same: one shift ahead. */
    @Test
    void whoeverIsExemptMayWorkAndItIsSaid() {
        flying();
        away(PeriodKind.EXEMPTION, LocalDate.parse("2027-12-31"));

        assertThat(walkIn(JANUARY)).isEqualTo(new Added(true, true));
        assertThat(fixture.attendance.walkIn(shift(JANUARY), INES, NADIA)).isEqualTo(new Added(true, true));
        assertThat(main(JANUARY)).isEqualTo(100);
    }

    /** At La Louve a make-up fills a counter up to zero and no further. */
    @Test
    void whereItCountsNothingItIsSaid() {
        fixture.settings.set("fixedRules", Preset.LOUVE_ABCD);
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FIXED, START), NADIA);
        fixture.mondays();

        assertThat(walkIn(JANUARY)).isEqualTo(new Added(false, false));
        assertThat(main(JANUARY)).isZero();
    }
}
