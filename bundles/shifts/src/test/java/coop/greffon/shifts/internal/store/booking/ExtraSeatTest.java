package coop.greffon.shifts.internal.store.booking;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.problem.Refused;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Outcome;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.shifts.internal.store.slot.FixedPlaceDraft;
import coop.greffon.shifts.internal.store.slot.ListedShift;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.BookedSeat;
import coop.greffon.shifts.internal.store.slot.Skills;
import coop.greffon.shifts.internal.store.slot.Template;
import coop.greffon.shifts.internal.store.slot.TemplateDraft;
import coop.greffon.testing.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Inès comes without a seat to the shift of Monday 25 January 2027, whose two seats are taken. It begins at nine in Paris. */
class ExtraSeatTest {
    private static final LocalDate JANUARY = LocalDate.parse("2027-01-25");
    private static final long OMAR = 129;
    private static final long LEA = 130;
    private static final long MALO = 131;

    private WorkFixture fixture;
    private Template mondays;

    private void given(TestDatabase database) {
        fixture = new WorkFixture(database);
        fixture.enrol();
        for (long member = OMAR; member <= MALO; member++) {
            fixture.add(member, Track.FLYING);
        }
        mondays = fixture.templates.add(WorkFixture.monday("Caisse", 2), NADIA);
        fixture.skills.say(OMAR, Set.of(Skills.LEADER), NADIA);
        book(LEA);
        book(OMAR);
        fixture.goTo("2027-01-25");
        fixture.clock.advance(Duration.ofMinutes(-61));
    }

    private void book(long member) {
        fixture.bookings.book(member, listed().shift().id(), Comes.THEMSELVES, NADIA);
    }

    private ListedShift listed() {
        return fixture.calendar.between(JANUARY, JANUARY).get(0);
    }

    private void walkIn() {
        fixture.attendance.walkIn(listed().shift().id(), INES, NADIA);
    }

    private void takeBack() {
        long booking = fixture.calendar.sheet(listed().shift().id()).present().stream()
                .filter(seat -> seat.memberId() == INES)
                .findFirst()
                .orElseThrow()
                .booking()
                .id();
        fixture.attendance.tell(booking, new Told(Outcome.TAKEN_BACK, false, null), NADIA);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatAWalkInWasGivenIsNobodysOnceItIsTakenBack(TestDatabase database) {
        given(database);
        walkIn();
        assertThat(listed()).extracting(ListedShift::seats, ListedShift::taken).containsExactly(3, 3);

        takeBack();

        assertThat(listed())
                .extracting(ListedShift::seats, ListedShift::taken, ListedShift::free)
                .containsExactly(2, 2, 0);
        assertThat(fixture.calendar.sheet(listed().shift().id()).seats()).hasSize(2);
        assertThatThrownBy(() -> book(MALO)).isInstanceOf(Refused.class);
        walkIn();
        assertThat(fixture.calendar.sheet(listed().shift().id()).present())
                .extracting(BookedSeat::memberId)
                .containsExactlyInAnyOrder(OMAR, LEA, INES);
    }

    /** Nor is it a fixed place's: the template has two seats, of which both are taken. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void noFixedPlaceIsGivenIt(TestDatabase database) {
        given(database);
        walkIn();
        takeBack();
        long nora = 132;
        fixture.add(nora, Track.FIXED);

        fixture.places.give(mondays.id(), nora, new FixedPlaceDraft(null, JANUARY, null), NADIA);

        assertThat(fixture.calendar.of(nora, JANUARY, JANUARY)).isEmpty();
    }

    /** From then on a shift has three seats: what was one more is one of them. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aTemplateThatHasOneMoreSeatTakesItOver(TestDatabase database) {
        given(database);
        walkIn();
        takeBack();
        TemplateDraft three = WorkFixture.monday("Caisse", 3);

        fixture.templates.change(mondays.id(), mondays.revision(), three, NADIA);

        assertThat(listed()).extracting(ListedShift::seats, ListedShift::free).containsExactly(3, 1);
        book(MALO);
        assertThat(listed().free()).isZero();
    }
}
