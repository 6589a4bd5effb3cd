package coop.greffon.shifts.internal.store.booking;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.problem.Refused;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Outcome;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.shifts.internal.store.booking.SheetClosing.Assumed;
import coop.greffon.shifts.internal.store.slot.ShiftState;
import coop.greffon.testing.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A shift on Monday 25 January 2027 from eight to eleven, UTC; BEES rules, flying: told by nobody is absent twice, −1. */
class SheetClosingTest {
    private static final LocalDate JANUARY = LocalDate.parse("2027-01-25");
    private static final long OMAR = 129;
    private static final long LEA = 130;

    private WorkFixture fixture;
    private long shift;

    /** At nine in UTC, an hour after the start: Inès has a seat, Omar keeps the sheet and has one, Léa said that she does not come. */
    private Actor omarAmongThree(TestDatabase database) {
        fixture = new WorkFixture(database);
        fixture.enrol();
        fixture.add(OMAR, Track.FLYING);
        fixture.add(LEA, Track.FLYING);
        fixture.mondays();
        shift = fixture.calendar.between(JANUARY, JANUARY).get(0).shift().id();
        fixture.bookings.book(INES, shift, Comes.THEMSELVES, NADIA);
        fixture.bookings.book(OMAR, shift, Comes.THEMSELVES, NADIA);
        fixture.bookings.announce(
                LEA, fixture.bookings.book(LEA, shift, Comes.THEMSELVES, NADIA).id(), NADIA);
        fixture.goTo("2027-01-25");
        return new Actor(Actor.Kind.ACCOUNT, fixture.accountOf(OMAR), "Omar");
    }

    private long main() {
        return fixture.account("2027-01-25", null).worker().journal().balance(Counter.MAIN, JANUARY);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatClosingWouldTellIsForeseen(TestDatabase database) {
        Actor omar = omarAmongThree(database);

        assertThat(fixture.closing.foresee(shift, true, NADIA))
                .extracting(Assumed::memberId, Assumed::outcome)
                .containsExactly(
                        tuple(INES, Outcome.ABSENT_TWICE),
                        tuple(OMAR, Outcome.ABSENT_TWICE),
                        tuple(LEA, Outcome.ABSENT));
        assertThat(fixture.closing.foresee(shift, true, omar))
                .as("of himself another tells")
                .extracting(Assumed::memberId)
                .containsExactly(INES, LEA);
        assertThat(main()).as("nothing is told yet").isZero();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void nobodyIsAbsentWhileTheyMayStillCome(TestDatabase database) {
        Actor omar = omarAmongThree(database);
        fixture.clock.advance(Duration.ofHours(2).minusMillis(1));

        assertThatThrownBy(() -> fixture.closing.foresee(shift, false, omar))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.title().key()).isEqualTo("shifts.attendance.still-coming"));
        assertThatThrownBy(() -> fixture.closing.close(shift, null, false, omar))
                .isInstanceOf(Refused.class);
        assertThat(main()).isZero();
        assertThat(fixture.calendar.sheet(shift).shift().state()).isEqualTo(ShiftState.PLANNED);

        fixture.clock.advance(Duration.ofMillis(1));
        fixture.closing.close(shift, null, false, omar);
        assertThat(main()).isEqualTo(-100);
        assertThat(fixture.calendar.sheet(shift).shift().state()).isEqualTo(ShiftState.CLOSED);
        assertThat(fixture.closing.foresee(shift, false, omar)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whereEverybodyIsToldOfTheSheetClosesBeforeTheEnd(TestDatabase database) {
        Actor omar = omarAmongThree(database);
        fixture.calendar.sheet(shift).present().stream()
                .filter(seat -> seat.memberId() == INES)
                .forEach(seat ->
                        fixture.attendance.tell(seat.booking().id(), new Told(Outcome.ATTENDED, false, null), omar));
        long announced = fixture.calendar.sheet(shift).gone().get(0).booking().id();
        fixture.attendance.tell(announced, new Told(Outcome.ABSENT, false, null), omar);

        assertThat(fixture.closing.foresee(shift, false, omar)).isEmpty();
        fixture.closing.close(shift, null, false, omar);
        assertThat(main()).isEqualTo(100);
        assertThat(fixture.calendar.sheet(shift).shift().state()).isEqualTo(ShiftState.CLOSED);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theOfficeMayTellThemAbsentAllTheSame(TestDatabase database) {
        omarAmongThree(database);

        fixture.closing.close(shift, null, true, NADIA);
        assertThat(main()).isEqualTo(-100);
    }
}
