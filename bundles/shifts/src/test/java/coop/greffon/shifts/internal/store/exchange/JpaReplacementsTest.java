package coop.greffon.shifts.internal.store.exchange;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static coop.greffon.shifts.internal.store.WorkFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Origin;
import coop.greffon.shifts.internal.rules.Outcome;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.EnrolmentDraft;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.shifts.internal.store.booking.Told;
import coop.greffon.shifts.internal.store.slot.Booking;
import coop.greffon.shifts.internal.store.slot.BookingState;
import coop.greffon.shifts.internal.store.slot.FixedPlaceDraft;
import coop.greffon.shifts.internal.store.slot.Skills;
import coop.greffon.testing.TestDatabase;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Inès has a fixed place and leads on Monday 25 January 2027; Omar flies. It is 4 January. BEES rules. */
class JpaReplacementsTest {
    private static final LocalDate JANUARY = LocalDate.parse("2027-01-25");
    private static final long OMAR = 129;

    private WorkFixture fixture;
    private Booking seat;

    private void given(TestDatabase database) {
        fixture = new WorkFixture(database);
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FIXED, START), NADIA);
        fixture.skills.say(INES, Set.of(Skills.LEADER), NADIA);
        fixture.add(OMAR, Track.FLYING);
        fixture.places.give(fixture.mondays().id(), INES, new FixedPlaceDraft(Skills.LEADER, START, null), NADIA);
        seat = fixture.calendar.of(INES, JANUARY, JANUARY).get(0).booking();
    }

    private long main(long member) {
        return fixture.workers
                .account(member, JANUARY, null)
                .orElseThrow()
                .worker()
                .journal()
                .balance(Counter.MAIN, JANUARY);
    }

    /** Flying: attended is one shift more. A fixed place that somebody else takes costs nothing. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatBecomesOfTheShiftIsToldOfWhoComes(TestDatabase database) {
        given(database);
        Booking taken = fixture.replacements.replace(seat.id(), OMAR, NADIA);
        assertThat(fixture.replacements.replace(seat.id(), OMAR, NADIA).id()).isEqualTo(taken.id());

        assertThat(taken.origin()).isEqualTo(Origin.FREE);
        assertThat(fixture.calendar.of(INES, JANUARY, JANUARY).get(0).booking().state())
                .isEqualTo(BookingState.TAKEN_OVER);
        assertThat(fixture.personNews.heard).containsExactly("129 replaces 128");
        assertThat(fixture.news.stoodInFor).containsExactly(INES);

        fixture.goTo("2027-01-25");
        fixture.attendance.tell(taken.id(), new Told(Outcome.ATTENDED, false, null), NADIA);
        assertThat(main(OMAR)).isEqualTo(100);
        assertThat(main(INES)).isZero();
    }

    /** All four seats are taken, and that of who leads is the one that changes hands: staff may decide so. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whileTheShiftRunsTheVerySeatChangesHands(TestDatabase database) {
        given(database);
        for (long other = 201; other <= 203; other++) {
            fixture.add(other, Track.FLYING);
            fixture.bookings.book(other, seat.shiftId(), Comes.THEMSELVES, NADIA);
        }
        fixture.goTo("2027-01-25");

        assertThat(fixture.replacements.replace(seat.id(), OMAR, NADIA).seatId())
                .isEqualTo(seat.seatId());
        assertThat(fixture.calendar.sheet(seat.shiftId()).present()).hasSize(4);
        fixture.closing.close(seat.shiftId(), null, true, NADIA);
        assertThatThrownBy(() -> fixture.replacements.replace(seat.id(), 201, NADIA))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoeverIsThereOrDoesNoShiftsReplacesNobody(TestDatabase database) {
        given(database);
        fixture.bookings.book(OMAR, seat.shiftId(), Comes.THEMSELVES, NADIA);
        fixture.add(200);

        assertThatThrownBy(() -> fixture.replacements.replace(seat.id(), OMAR, NADIA))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> fixture.replacements.replace(seat.id(), 200, NADIA))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fixture.replacements.replace(999, OMAR, NADIA)).isInstanceOf(NotFound.class);
        assertThat(fixture.calendar.of(INES, JANUARY, JANUARY).get(0).booking().state())
                .isEqualTo(BookingState.BOOKED);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void nobodyWritesThemselvesDownNorAway(TestDatabase database) {
        given(database);
        var ines = new Actor(Actor.Kind.ACCOUNT, fixture.accountOf(INES), "Inès");

        assertThatThrownBy(() -> fixture.replacements.replace(seat.id(), OMAR, ines))
                .isInstanceOf(Refused.class);
        fixture.replacements.replace(seat.id(), OMAR, NADIA);
        long omars =
                fixture.calendar.of(OMAR, JANUARY, JANUARY).get(0).booking().id();
        assertThatThrownBy(() -> fixture.replacements.replace(omars, INES, ines))
                .isInstanceOf(Refused.class);
    }
}
