package coop.greffon.shifts.internal.store.booking;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static coop.greffon.shifts.internal.store.WorkFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Refused;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Outcome;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.EnrolmentDraft;
import coop.greffon.shifts.internal.store.Posted;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.shifts.internal.store.slot.Booking;
import coop.greffon.shifts.internal.store.slot.BookingState;
import coop.greffon.shifts.internal.store.slot.ClosureDraft;
import coop.greffon.shifts.internal.store.slot.FixedPlaceDraft;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.BookedSeat;
import coop.greffon.shifts.internal.store.slot.ShiftState;
import coop.greffon.testing.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A shift on Monday 25 January 2027 from nine to twelve in Paris; BEES rules: told by nobody is absent twice. */
class JpaAttendanceTest {
    private static final LocalDate JANUARY = LocalDate.parse("2027-01-25");
    private static final long OMAR = 129;
    private static final Told CAME = new Told(Outcome.ATTENDED, false, null);

    private static long shift(WorkFixture fixture) {
        return fixture.calendar.between(JANUARY, JANUARY).get(0).shift().id();
    }

    private static WorkFixture flying(TestDatabase database) {
        var fixture = new WorkFixture(database);
        fixture.enrol();
        fixture.mondays();
        return fixture;
    }

    private static Booking book(WorkFixture fixture) {
        return fixture.bookings.book(INES, shift(fixture), Comes.THEMSELVES, NADIA);
    }

    private static long main(WorkFixture fixture, Counter counter) {
        return fixture.account("2027-01-25", null).worker().journal().balance(counter, JANUARY);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theSheetIsReadyAQuarterOfAnHourBefore(TestDatabase database) {
        WorkFixture fixture = flying(database);
        Booking booking = book(fixture);
        fixture.goTo("2027-01-25");
        fixture.clock.advance(Duration.ofMinutes(-75).minusMillis(1));

        assertThatThrownBy(() -> fixture.attendance.tell(booking.id(), CAME, NADIA))
                .isInstanceOf(Refused.class);
        fixture.clock.advance(Duration.ofMillis(1));
        fixture.attendance.tell(booking.id(), CAME, NADIA);
        fixture.attendance.tell(booking.id(), CAME, NADIA);

        assertThat(main(fixture, Counter.MAIN)).isEqualTo(100);
        assertThat(fixture.account("2027-01-25", null).worker().booked()).isEmpty();
    }

    /** Flying: attended +1, absent without a word −1, absent with one to make up 0, excused +1. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void toldOtherwiseTheCountersStandAsIfItHadAlwaysBeenSo(TestDatabase database) {
        WorkFixture fixture = flying(database);
        Booking booking = book(fixture);
        fixture.goTo("2027-01-25");

        fixture.attendance.tell(booking.id(), CAME, NADIA);
        assertThat(main(fixture, Counter.MAIN)).isEqualTo(100);
        assertThat(fixture.calendar.attended(JANUARY, JANUARY))
                .as("one person from nine to twelve")
                .isEqualTo(Map.of("Caisse", 180L));
        assertThat(fixture.calendar.attended(JANUARY.plusDays(1), JANUARY.plusDays(1)))
                .isEmpty();
        fixture.attendance.tell(booking.id(), new Told(Outcome.ABSENT_TWICE, false, null), NADIA);
        assertThat(main(fixture, Counter.MAIN)).isEqualTo(-100);
        assertThat(fixture.calendar.attended(JANUARY, JANUARY)).isEmpty();
        fixture.attendance.tell(booking.id(), new Told(Outcome.ABSENT, false, null), NADIA);
        assertThat(main(fixture, Counter.MAIN)).isZero();
        fixture.attendance.tell(booking.id(), new Told(Outcome.EXCUSED, false, null), NADIA);
        assertThat(main(fixture, Counter.MAIN)).isEqualTo(100);
        fixture.attendance.tell(booking.id(), new Told(Outcome.TAKEN_BACK, false, null), NADIA);
        assertThat(main(fixture, Counter.MAIN)).isZero();
        assertThat(fixture.account("2027-01-25", null).worker().booked()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoeverNobodySawIsAbsentWhenTheSheetIsClosedAndAClosedSheetNeedsANote(TestDatabase database) {
        var fixture = new WorkFixture(database);
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FIXED, START), NADIA);
        fixture.places.give(fixture.mondays().id(), INES, new FixedPlaceDraft(null, START, null), NADIA);
        long shift = shift(fixture);
        long booking = fixture.calendar.sheet(shift).present().get(0).booking().id();

        assertThatThrownBy(() -> fixture.closing.close(shift, null, true, NADIA))
                .isInstanceOf(Refused.class);
        fixture.goTo("2027-01-25");
        fixture.closing.close(shift, null, true, NADIA);
        assertThat(fixture.calendar.sheet(shift).shift().remark()).isNull();
        fixture.closing.close(shift, "Assez de monde", true, NADIA);
        fixture.closing.close(shift, "Assez de monde", true, NADIA);
        fixture.closing.close(shift, null, true, NADIA);
        assertThatThrownBy(() -> fixture.closing.close(shift, "Trop peu de monde", true, NADIA))
                .as("a second remark is not dropped in silence")
                .isInstanceOf(Refused.class);

        assertThat(fixture.calendar.sheet(shift).shift().state()).isEqualTo(ShiftState.CLOSED);
        assertThat(fixture.calendar.sheet(shift).shift().remark()).isEqualTo("Assez de monde");
        assertThat(main(fixture, Counter.MAIN)).isEqualTo(-100);
        assertThat(main(fixture, Counter.COMPENSATION)).isEqualTo(-100);

        assertThatThrownBy(() -> fixture.attendance.tell(booking, CAME, NADIA)).isInstanceOf(InvalidInput.class);
        var absentAndLate = new Told(Outcome.ABSENT, true, "Vue par Nadia");
        assertThatThrownBy(() -> fixture.attendance.tell(booking, absentAndLate, NADIA))
                .isInstanceOf(InvalidInput.class);
        var unanswered = new Told(Outcome.TAKEN_BACK, false, "Je ne sais plus");
        assertThatThrownBy(() -> fixture.attendance.tell(booking, unanswered, NADIA))
                .as("nobody would be asked again")
                .isInstanceOf(InvalidInput.class);
        fixture.attendance.tell(booking, new Told(Outcome.ATTENDED, true, "Vue par Nadia"), NADIA);
        assertThat(main(fixture, Counter.MAIN)).isZero();
        assertThat(main(fixture, Counter.COMPENSATION)).isZero();
        Booking told = fixture.calendar.sheet(shift).present().get(0).booking();
        assertThat(told.state()).isEqualTo(BookingState.ATTENDED);
        assertThat(told.late()).isTrue();
        assertThat(told.note()).isEqualTo("Vue par Nadia");
        assertThat(fixture.account("2027-01-25", null).posted())
                .extracting(Posted::note)
                .as("the correction says why, what was told first needs no reason")
                .containsExactlyInAnyOrder(null, null, "Vue par Nadia", "Vue par Nadia");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoeverComesWithoutASeatIsWrittenDownBeyondTheSeats(TestDatabase database) {
        WorkFixture fixture = flying(database);
        long shift = shift(fixture);
        for (long member = 201; member <= 203; member++) {
            fixture.add(member, Track.FLYING);
            fixture.bookings.book(member, shift, Comes.THEMSELVES, NADIA);
        }
        fixture.add(OMAR, Track.FIXED);
        fixture.goTo("2027-01-25");

        fixture.attendance.walkIn(shift, INES, NADIA);
        fixture.attendance.walkIn(shift, INES, NADIA);
        fixture.attendance.walkIn(shift, OMAR, NADIA);

        // Three seats are for anybody, the fourth is for who leads: the two who came have one more each.
        assertThat(fixture.calendar.sheet(shift).seats()).hasSize(6);
        assertThat(fixture.calendar.sheet(shift).present())
                .extracting(BookedSeat::memberId)
                .containsExactly(201L, 202L, 203L, INES, OMAR);
        assertThat(main(fixture, Counter.MAIN)).isEqualTo(100);
    }

    /** It was the number of somebody else: closing the sheet would have told her absent. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoeverWasWrittenDownByMistakeLeavesTheSheet(TestDatabase database) {
        WorkFixture fixture = flying(database);
        fixture.goTo("2027-01-25");
        fixture.attendance.walkIn(shift(fixture), INES, NADIA);
        long booking = fixture.calendar
                .sheet(shift(fixture))
                .present()
                .get(0)
                .booking()
                .id();

        fixture.attendance.tell(booking, new Told(Outcome.TAKEN_BACK, false, null), NADIA);
        fixture.closing.close(shift(fixture), null, true, NADIA);

        assertThat(fixture.calendar.sheet(shift(fixture)).present()).isEmpty();
        assertThat(main(fixture, Counter.MAIN)).isZero();
        assertThat(fixture.account("2027-01-25", null).posted())
                .extracting(posted -> posted.entry().amount())
                .containsExactly(100L, -100L);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void nobodyTellsOfThemselves(TestDatabase database) {
        WorkFixture fixture = flying(database);
        Booking booking = book(fixture);
        var herself = new Actor(Actor.Kind.ACCOUNT, fixture.accountOf(INES), "Inès");
        fixture.goTo("2027-01-25");

        assertThatThrownBy(() -> fixture.attendance.tell(booking.id(), CAME, herself))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> fixture.attendance.walkIn(shift(fixture), INES, herself))
                .isInstanceOf(Refused.class);
        assertThat(main(fixture, Counter.MAIN)).isZero();
    }

    /** A closed day of BEES with one shift to make up: its fixed places owe one that evening, and once. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatDidNotTakePlaceIsToldOnceWhenItsDayHasCome(TestDatabase database) {
        var fixture = new WorkFixture(database);
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FIXED, START), NADIA);
        fixture.places.give(fixture.mondays().id(), INES, new FixedPlaceDraft(null, START, null), NADIA);
        fixture.closures.add(new ClosureDraft(JANUARY, JANUARY, "Inventaire", 1), NADIA);

        assertThat(fixture.settlement.settle(NADIA)).isEqualTo(new Settlement.Done(0, 0, List.of()));
        fixture.goTo("2027-01-25");
        assertThat(fixture.settlement.settle(NADIA)).isEqualTo(new Settlement.Done(1, 0, List.of()));
        assertThat(fixture.settlement.settle(NADIA)).isEqualTo(new Settlement.Done(0, 0, List.of()));
        assertThat(main(fixture, Counter.MAIN)).isEqualTo(-100);
        assertThatThrownBy(() -> fixture.closing.close(shift(fixture), null, true, NADIA))
                .isInstanceOf(Refused.class);
    }

    /** The shift ends at eleven in UTC; the co-op closes sheets a day later. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aSheetNobodyClosedIsClosedByItself(TestDatabase database) {
        WorkFixture fixture = flying(database);
        book(fixture);
        fixture.goTo("2027-01-26");
        fixture.clock.advance(Duration.ofHours(2).minusSeconds(1));

        assertThat(fixture.settlement.settle(NADIA).closed()).isZero();
        fixture.clock.advance(Duration.ofSeconds(1));
        assertThat(fixture.settlement.settle(NADIA).closed()).isEqualTo(1);
        assertThat(main(fixture, Counter.MAIN)).isEqualTo(-100);
        assertThat(fixture.calendar.sheet(shift(fixture)).shift().state()).isEqualTo(ShiftState.CLOSED);
    }

    /** Inès said that she does not come, and somebody has her seat: whatever is told of her then, that seat stays theirs. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoeverSaidTheyDoNotComeIsToldOfWithoutTakingTheSeatBack(TestDatabase database) {
        WorkFixture fixture = flying(database);
        Booking own = book(fixture);
        long shift = shift(fixture);
        fixture.bookings.announce(INES, own.id(), NADIA);
        for (long member = 201; member <= 203; member++) {
            fixture.add(member, Track.FLYING);
            fixture.bookings.book(member, shift, Comes.THEMSELVES, NADIA);
        }
        fixture.goTo("2027-01-25");

        fixture.attendance.tell(own.id(), new Told(Outcome.ABSENT_TWICE, false, null), NADIA);
        assertThat(main(fixture, Counter.MAIN)).isEqualTo(-100);
        fixture.attendance.tell(own.id(), new Told(Outcome.TAKEN_BACK, false, null), NADIA);
        assertThat(main(fixture, Counter.MAIN)).isZero();
        assertThat(fixture.calendar.of(INES, JANUARY, JANUARY).get(0).booking().state())
                .isEqualTo(BookingState.ANNOUNCED);

        fixture.attendance.walkIn(shift, INES, NADIA);
        assertThat(main(fixture, Counter.MAIN)).isEqualTo(100);
        assertThat(fixture.calendar.of(INES, JANUARY, JANUARY)).hasSize(1);
        assertThat(fixture.calendar.sheet(shift).present())
                .extracting(BookedSeat::memberId)
                .containsExactly(201L, 202L, 203L);
    }
}
