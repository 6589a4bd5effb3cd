package coop.greffon.shifts.internal.store;

import static coop.greffon.shifts.internal.store.Home.PAUL;
import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.problem.Problem;
import coop.greffon.core.problem.Refused;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.slot.Booking;
import coop.greffon.shifts.internal.store.slot.Skills;
import coop.greffon.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who comes of a household: Inès holds it, Paul works for it, Alma shops, and Zoé is a child. */
class HouseholdSeatsTest {
    private static final long OMAR = 132;
    private static final LocalDate JANUARY = LocalDate.parse("2027-01-25");

    private WorkFixture fixture;

    private void on(TestDatabase database) {
        fixture = new WorkFixture(database);
        fixture.add(PAUL);
        fixture.home.ofFour(null, null);
    }

    private Booking book(Comes comes) {
        fixture.enrol();
        fixture.mondays();
        long shift = fixture.calendar.between(JANUARY, JANUARY).get(0).shift().id();
        return fixture.bookings.book(INES, shift, comes, NADIA);
    }

    private List<Comes> coming(long shift) {
        return fixture.calendar.of(INES, JANUARY, JANUARY).stream()
                .filter(seat -> seat.shift().id() == shift && seat.booking().seated())
                .map(seat -> seat.booking().comes())
                .toList();
    }

    private long seats(long shift) {
        return fixture.calendar.sheet(shift).present().size();
    }

    /** Of two who would come to a last seat neither is booked, and they are told to choose. */
    @ParameterizedTest
    @EnumSource
    void oneSeatIsNotEnoughForTwo(TestDatabase database) {
        on(database);
        fixture.perHousehold();
        fixture.enrol();
        fixture.templates.add(WorkFixture.monday("Étal", 3), NADIA);
        long shift = fixture.calendar.between(JANUARY, JANUARY).get(0).shift().id();
        fixture.add(OMAR, Track.FLYING);
        fixture.bookings.book(OMAR, shift, Comes.THEMSELVES, NADIA);

        assertThatThrownBy(() -> fixture.bookings.book(INES, shift, Comes.BOTH, NADIA))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(((Problem) refused).title().key()).isEqualTo("shifts.refusal.ONE_LEFT"));
        assertThat(seats(shift)).isEqualTo(1);
        fixture.bookings.book(INES, shift, Comes.PARTNER, NADIA);
        assertThat(seats(shift)).isEqualTo(2);
    }

    /** A second seat is for another adult without an account: a child is none, and whoever has an account books on it. */
    @ParameterizedTest
    @EnumSource
    void aSecondSeatNeedsASecondAdultWithoutAnAccount(TestDatabase database) {
        on(database);
        Booking booking = book(Comes.THEMSELVES);
        fixture.bookings.book(INES, booking.shiftId(), Comes.BOTH, NADIA);
        assertThat(seats(booking.shiftId()))
                .as("each person an account, Paul has none")
                .isEqualTo(2);

        fixture.home.ofFour(null, JANUARY.minusDays(1));
        fixture.bookings.giveBack(INES, booking.id(), NADIA);
        assertThatThrownBy(() -> fixture.bookings.book(INES, booking.shiftId(), Comes.BOTH, NADIA))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(((Problem) refused).title().key()).isEqualTo("shifts.booking.no-other"));
        assertThat(coming(booking.shiftId())).containsExactly(Comes.PARTNER);
    }

    private long anotherAtTheSameHours(Booking booking) {
        fixture.templates.add(WorkFixture.monday("Étal", 4), NADIA);
        return fixture.calendar.between(JANUARY, JANUARY).stream()
                .map(listed -> listed.shift().id())
                .filter(id -> id != booking.shiftId())
                .findFirst()
                .orElseThrow();
    }

    /** Paul books on the account of the household: he comes, and Inès may at the same hours be elsewhere, but he may not. */
    @ParameterizedTest
    @EnumSource
    void whoBooksComesAndEachIsInOnePlaceAtATime(TestDatabase database) {
        on(database);
        fixture.perHousehold();
        Booking ines = book(Comes.THEMSELVES);
        long other = anotherAtTheSameHours(ines);

        assertThatThrownBy(() -> fixture.bookings.book(INES, other, Comes.THEMSELVES, NADIA))
                .isInstanceOf(Refused.class);
        Booking paul = fixture.bookings.book(INES, other, Comes.PARTNER, NADIA);
        assertThatThrownBy(() -> fixture.bookings.comes(INES, ines.id(), Comes.PARTNER, NADIA))
                .as("Paul is elsewhere")
                .isInstanceOf(Refused.class);
        fixture.bookings.giveBack(INES, paul.id(), NADIA);
        fixture.bookings.comes(INES, ines.id(), Comes.PARTNER, NADIA);
        fixture.bookings.comes(INES, ines.id(), Comes.PARTNER, NADIA);
        assertThat(coming(ines.shiftId())).containsExactly(Comes.PARTNER);
    }

    /** Paul has left: whatever she calls it, it is she who would come to both. */
    @ParameterizedTest
    @EnumSource
    void whoeverIsLeftAloneIsInOnePlaceAtATime(TestDatabase database) {
        on(database);
        fixture.perHousehold();
        fixture.home.ofFour(null, JANUARY.minusDays(1));
        Booking ines = book(Comes.THEMSELVES);
        long other = anotherAtTheSameHours(ines);

        assertThatThrownBy(() -> fixture.bookings.book(INES, other, Comes.PARTNER, NADIA))
                .isInstanceOf(Refused.class);
        assertThat(seats(other)).isZero();
    }

    /** What Inès can do, Paul cannot for that: the seat left is that of who leads. */
    @ParameterizedTest
    @EnumSource
    void theSeatOfWhoLeadsIsNotForAnotherOfTheHousehold(TestDatabase database) {
        on(database);
        fixture.perHousehold();
        fixture.enrol();
        fixture.skills.say(INES, Set.of(Skills.LEADER), NADIA);
        fixture.templates.add(WorkFixture.monday("Étal", 2), NADIA);
        long shift = fixture.calendar.between(JANUARY, JANUARY).get(0).shift().id();
        fixture.add(OMAR, Track.FLYING);
        fixture.bookings.book(OMAR, shift, Comes.THEMSELVES, NADIA);

        assertThatThrownBy(() -> fixture.bookings.book(INES, shift, Comes.PARTNER, NADIA))
                .isInstanceOf(Refused.class);
        Booking ines = fixture.bookings.book(INES, shift, Comes.THEMSELVES, NADIA);
        assertThatThrownBy(() -> fixture.bookings.comes(INES, ines.id(), Comes.PARTNER, NADIA))
                .isInstanceOf(Refused.class);
        assertThat(coming(shift)).containsExactly(Comes.THEMSELVES);
    }
}
