package coop.greffon.shifts.internal.store.slot;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static coop.greffon.shifts.internal.store.WorkFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Refused;
import coop.greffon.core.problem.StaleEdit;
import coop.greffon.members.MemberStatus;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.EnrolmentDraft;
import coop.greffon.shifts.internal.store.LeaveDraft;
import coop.greffon.shifts.internal.store.PeriodKind;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.testing.TestDatabase;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * It is Monday 4 January 2027, ten in the morning in Paris; shifts are written down sixty days ahead, until 5 March. A cycle of four weeks
 * begins on 28 December, so that the Mondays of its first week are 25 January and 22 February.
 */
class GenerationTest {
    private static final LocalDate JANUARY = LocalDate.parse("2027-01-25");
    private static final LocalDate FEBRUARY = LocalDate.parse("2027-02-22");
    private static final LocalDate LAST = LocalDate.parse("2027-12-31");

    private static List<LocalDate> days(WorkFixture fixture) {
        return fixture.calendar.between(START, LAST).stream()
                .map(listed -> listed.shift().day())
                .toList();
    }

    private static ListedShift first(WorkFixture fixture) {
        return fixture.calendar.between(START, LAST).get(0);
    }

    private static BookingState state(WorkFixture fixture, LocalDate day) {
        return fixture.calendar.of(INES, day, day).stream()
                .map(own -> own.booking().state())
                .reduce((one, other) -> other)
                .orElse(null);
    }

    private static TemplateDraft draft(LocalTime starts, int seats, Integer week, LocalDate from, LocalDate to) {
        return new TemplateDraft(
                "Caisse",
                week,
                DayOfWeek.MONDAY,
                starts,
                LocalTime.of(12, 0),
                100L,
                2,
                seats,
                1,
                Map.of(),
                from,
                to,
                null);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void shiftsAreWrittenDownAsFarAsTheSettingsSayAndOnlyOnce(TestDatabase database) {
        var fixture = new WorkFixture(database);
        fixture.mondays();

        assertThat(days(fixture)).containsExactly(JANUARY, FEBRUARY);
        assertThat(first(fixture).shift().span().starts()).isEqualTo(Instant.parse("2027-01-25T08:00:00Z"));
        assertThat(first(fixture).seats()).isEqualTo(4);
        assertThat(fixture.generation.write(START)).isEqualTo(new Generation.Done(0, 0, 0));

        // Sixty days after 21 January is 22 March, a Monday of a first week.
        fixture.goTo("2027-01-21");
        assertThat(fixture.generation.write(LocalDate.parse("2027-01-21"))).isEqualTo(new Generation.Done(1, 0, 0));
        assertThat(days(fixture)).containsExactly(JANUARY, FEBRUARY, LocalDate.parse("2027-03-22"));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theSameKeyMakesOneTemplate(TestDatabase database) {
        var fixture = new WorkFixture(database);
        TemplateDraft draft = new TemplateDraft(
                "Caisse",
                null,
                DayOfWeek.MONDAY,
                LocalTime.of(9, 0),
                LocalTime.of(12, 0),
                100L,
                2,
                4,
                1,
                Map.of("caisse", 2),
                START,
                null,
                "once");
        Template one = fixture.templates.add(draft, NADIA);

        assertThat(fixture.templates.add(draft, NADIA).id()).isEqualTo(one.id());
        assertThat(fixture.templates.all()).hasSize(1);
        assertThat(one.skills()).containsExactly(Skills.LEADER, "caisse", "caisse", null);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoeverHasAFixedPlaceHasASeatUnlessTheyGaveItBackOrAreAway(TestDatabase database) {
        var fixture = new WorkFixture(database);
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FIXED, START), NADIA);
        Template mondays = fixture.mondays();
        fixture.places.give(mondays.id(), INES, new FixedPlaceDraft(null, START, null), NADIA);

        assertThat(state(fixture, JANUARY)).isEqualTo(BookingState.BOOKED);
        assertThat(state(fixture, FEBRUARY)).isEqualTo(BookingState.BOOKED);
        assertThat(first(fixture).taken()).isEqualTo(1);

        fixture.leaves.giveLeave(INES, new LeaveDraft(PeriodKind.HOLIDAY, JANUARY, JANUARY, null), NADIA);
        assertThat(state(fixture, JANUARY)).isEqualTo(BookingState.AWAY);
        assertThat(fixture.generation.write(START)).isEqualTo(new Generation.Done(0, 0, 0));
        assertThat(state(fixture, FEBRUARY)).isEqualTo(BookingState.BOOKED);

        fixture.leaves.withdraw(
                INES, fixture.account("2027-01-04", null).periods().get(0).id(), NADIA);
        assertThat(state(fixture, JANUARY)).isEqualTo(BookingState.BOOKED);
    }

    /** A seat somebody chose is theirs no more after a leave: they choose again. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aLeaveFreesWhatSomebodyChose(TestDatabase database) {
        var fixture = new WorkFixture(database);
        fixture.enrol();
        fixture.mondays();
        fixture.bookings.book(INES, first(fixture).shift().id(), Comes.THEMSELVES, NADIA);

        fixture.leaves.giveLeave(INES, new LeaveDraft(PeriodKind.EXEMPTION, START, null, null), NADIA);
        assertThat(state(fixture, JANUARY)).isEqualTo(BookingState.AWAY);
        fixture.leaves.withdraw(
                INES, fixture.account("2027-01-04", null).periods().get(0).id(), NADIA);
        assertThat(state(fixture, JANUARY)).isEqualTo(BookingState.AWAY);
        assertThat(first(fixture).taken()).isZero();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoeverHasLeftFreesSeatsAndPlaces(TestDatabase database) {
        var fixture = new WorkFixture(database);
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FIXED, START), NADIA);
        Template mondays = fixture.mondays();
        fixture.places.give(mondays.id(), INES, new FixedPlaceDraft(null, START, null), NADIA);
        fixture.say(INES, MemberStatus.FORMER, "2027-01-04");
        fixture.cycles.post(START, NADIA);

        assertThat(fixture.departures.followAll()).isEqualTo(1);
        assertThat(fixture.departures.followAll()).isZero();
        assertThat(state(fixture, JANUARY)).isEqualTo(BookingState.AWAY);
        assertThat(fixture.places.of(INES)).extracting(FixedPlace::to).containsExactly(START);
        assertThat(fixture.generation.write(START)).isEqualTo(new Generation.Done(0, 0, 0));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aPlaceEndedAndGivenAgainHasItsSeatsBack(TestDatabase database) {
        var fixture = new WorkFixture(database);
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FIXED, START), NADIA);
        Template mondays = fixture.mondays();
        fixture.places.give(mondays.id(), INES, new FixedPlaceDraft(null, START, null), NADIA);
        long place = fixture.places.of(INES).get(0).id();

        fixture.places.end(place, JANUARY, NADIA);
        assertThat(state(fixture, JANUARY)).isEqualTo(BookingState.BOOKED);
        assertThat(state(fixture, FEBRUARY)).isEqualTo(BookingState.AWAY);

        fixture.places.give(mondays.id(), INES, new FixedPlaceDraft(null, FEBRUARY, null), NADIA);
        assertThat(state(fixture, FEBRUARY)).isEqualTo(BookingState.BOOKED);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aPlaceThatAsksForASkillIsForWhoHasIt(TestDatabase database) {
        var fixture = new WorkFixture(database);
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FIXED, START), NADIA);
        Template mondays = fixture.mondays();
        var leading = new FixedPlaceDraft(Skills.LEADER, START, null);

        assertThatThrownBy(() -> fixture.places.give(mondays.id(), INES, leading, NADIA))
                .isInstanceOf(Refused.class);

        fixture.skills.say(INES, Set.of(Skills.LEADER), NADIA);
        fixture.places.give(mondays.id(), INES, leading, NADIA);
        fixture.places.give(mondays.id(), INES, leading, NADIA);
        assertThat(fixture.places.on(mondays.id()))
                .extracting(FixedPlace::position)
                .containsExactly(0);

        fixture.add(129, Track.FIXED);
        fixture.skills.say(129, Set.of(Skills.LEADER), NADIA);
        assertThatThrownBy(() -> fixture.places.give(mondays.id(), 129, leading, NADIA))
                .isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aChangeIsFollowedByTheShiftsToComeOnly(TestDatabase database) {
        var fixture = new WorkFixture(database);
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FIXED, START), NADIA);
        Template mondays = fixture.mondays();
        fixture.places.give(mondays.id(), INES, new FixedPlaceDraft(null, START, null), NADIA);
        fixture.goTo("2027-01-26");

        Template later =
                fixture.templates.change(mondays.id(), 1, draft(LocalTime.of(10, 0), 2, 1, START, null), NADIA);

        List<ListedShift> shifts = fixture.calendar.between(START, LAST);
        assertThat(shifts.get(0).shift().span().starts()).isEqualTo(Instant.parse("2027-01-25T08:00:00Z"));
        assertThat(shifts.get(0).seats()).isEqualTo(4);
        assertThat(shifts.get(1).shift().span().starts()).isEqualTo(Instant.parse("2027-02-22T09:00:00Z"));
        assertThat(shifts.get(1).seats()).isEqualTo(2);
        assertThat(state(fixture, FEBRUARY)).isEqualTo(BookingState.BOOKED);
        assertThat(fixture.news.moved).as("the one who comes at other hours").containsExactly(INES);
        assertThat(later.revision()).isEqualTo(2);
        assertThatThrownBy(() ->
                        fixture.templates.change(mondays.id(), 1, draft(LocalTime.of(11, 0), 2, 1, START, null), NADIA))
                .isInstanceOf(StaleEdit.class);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatIsEndedTakesPlaceNoMoreAndWhatHasAPastIsNotRemoved(TestDatabase database) {
        var fixture = new WorkFixture(database);
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FIXED, START), NADIA);
        Template mondays = fixture.mondays();
        Template unused = fixture.templates.add(WorkFixture.monday("Rayon", 2), NADIA);
        fixture.places.give(mondays.id(), INES, new FixedPlaceDraft(null, START, null), NADIA);

        assertThatThrownBy(() -> fixture.templates.remove(mondays.id(), NADIA)).isInstanceOf(Refused.class);
        fixture.templates.remove(unused.id(), NADIA);
        assertThat(fixture.templates.all()).extracting(Template::job).containsExactly("Caisse");

        fixture.templates.end(mondays.id(), JANUARY, NADIA);
        List<ListedShift> shifts = fixture.calendar.between(START, LAST);
        assertThat(shifts)
                .extracting(one -> one.shift().state())
                .containsExactly(ShiftState.PLANNED, ShiftState.CANCELLED);
        assertThat(state(fixture, FEBRUARY)).isEqualTo(BookingState.AWAY);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aClosedDayTakesPlaceNoMoreAndComesBackWhenItIsOpenedAgain(TestDatabase database) {
        var fixture = new WorkFixture(database);
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FIXED, START), NADIA);
        Template mondays = fixture.mondays();
        fixture.places.give(mondays.id(), INES, new FixedPlaceDraft(null, START, null), NADIA);

        fixture.closures.add(new ClosureDraft(FEBRUARY, FEBRUARY, "Inventaire", 1), NADIA);
        assertThat(state(fixture, FEBRUARY)).isEqualTo(BookingState.NOT_HELD);
        assertThat(fixture.news.cancelled).containsExactly(INES);

        fixture.closures.withdraw(fixture.closures.all().get(0).id(), NADIA);
        assertThat(state(fixture, FEBRUARY)).isEqualTo(BookingState.BOOKED);
        assertThat(fixture.news.again).containsExactly(INES);
        assertThat(fixture.closures.all()).isEmpty();
        assertThat(fixture.calendar.between(FEBRUARY, FEBRUARY).get(0).shift().state())
                .isEqualTo(ShiftState.PLANNED);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatCannotBeIsRefusedByName(TestDatabase database) {
        var fixture = new WorkFixture(database);

        assertThatThrownBy(() -> fixture.templates.add(draft(LocalTime.of(12, 0), 4, 1, START, null), NADIA))
                .satisfies(refused -> assertThat(
                                ((InvalidInput) refused).errors().get(0).field())
                        .isEqualTo("ends"));
        assertThatThrownBy(() -> fixture.templates.add(draft(LocalTime.of(9, 0), 4, 5, START, null), NADIA))
                .satisfies(refused -> assertThat(
                                ((InvalidInput) refused).errors().get(0).field())
                        .isEqualTo("week"));
        assertThatThrownBy(() -> fixture.templates.add(draft(LocalTime.of(9, 0), 1, 1, START, null), NADIA))
                .satisfies(refused -> assertThat(
                                ((InvalidInput) refused).errors().get(0).field())
                        .isEqualTo("minimum"));
        assertThatThrownBy(
                        () -> fixture.templates.add(draft(LocalTime.of(9, 0), 4, 1, START, START.minusDays(1)), NADIA))
                .satisfies(refused -> assertThat(
                                ((InvalidInput) refused).errors().get(0).field())
                        .isEqualTo("to"));
        assertThat(fixture.templates.all()).isEmpty();
    }
}
