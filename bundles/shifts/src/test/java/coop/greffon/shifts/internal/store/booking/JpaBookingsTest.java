package coop.greffon.shifts.internal.store.booking;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static coop.greffon.shifts.internal.store.WorkFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.shifts.internal.rules.AlertForecast;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Origin;
import coop.greffon.shifts.internal.rules.Outcome;
import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.rules.booking.Refusal;
import coop.greffon.shifts.internal.store.EnrolmentDraft;
import coop.greffon.shifts.internal.store.ListedWorker;
import coop.greffon.shifts.internal.store.Registration;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.shifts.internal.store.WorkerList;
import coop.greffon.shifts.internal.store.slot.Booking;
import coop.greffon.shifts.internal.store.slot.BookingState;
import coop.greffon.shifts.internal.store.slot.FixedPlaceDraft;
import coop.greffon.shifts.internal.store.slot.ListedShift;
import coop.greffon.shifts.internal.store.slot.Skills;
import coop.greffon.shifts.internal.store.slot.Template;
import coop.greffon.shifts.internal.store.slot.TemplateDraft;
import coop.greffon.testing.TestDatabase;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Four seats, one of which is for somebody who leads, on 25 January and 22 February 2027; it is 4 January. BEES rules. */
class JpaBookingsTest {
    private static final LocalDate JANUARY = LocalDate.parse("2027-01-25");
    private static final LocalDate FEBRUARY = LocalDate.parse("2027-02-22");
    private static final long OMAR = 129;

    private static WorkFixture flying(TestDatabase database) {
        var fixture = new WorkFixture(database);
        fixture.enrol();
        fixture.mondays();
        return fixture;
    }

    private static ListedShift on(WorkFixture fixture, LocalDate day) {
        return fixture.calendar.between(day, day).get(0);
    }

    private static long shift(WorkFixture fixture, LocalDate day) {
        return on(fixture, day).shift().id();
    }

    private static Booking book(WorkFixture fixture, long member, LocalDate day) {
        return fixture.bookings.book(member, shift(fixture, day), Comes.THEMSELVES, NADIA);
    }

    private static BookingState state(WorkFixture fixture, long member, LocalDate day) {
        return fixture.calendar.of(member, day, day).get(0).booking().state();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aSeatTakenTwiceIsOneAndCountsForTheNextAlert(TestDatabase database) {
        WorkFixture fixture = flying(database);

        Booking booking = book(fixture, INES, JANUARY);
        assertThat(book(fixture, INES, JANUARY).id()).isEqualTo(booking.id());
        assertThat(booking.origin()).isEqualTo(Origin.FREE);
        assertThat(on(fixture, JANUARY).taken()).isEqualTo(1);

        // Due on 1 February and 1 March: the shift of January meets the first.
        AlertForecast forecast = fixture.account("2027-01-04", null).forecast();
        assertThat(forecast.ifNothing()).contains(LocalDate.parse("2027-02-01"));
        assertThat(forecast.withBooked()).contains(LocalDate.parse("2027-03-01"));
        assertThat(forecast.isRegistered()).isTrue();
        assertThat(fixture.list.find(new WorkerList.Filter(null, null, Registration.BOOKED, null), 0, 10))
                .extracting(ListedWorker::nextAlert)
                .containsExactly(LocalDate.parse("2027-02-01"));
        fixture.bookings.giveBack(INES, booking.id(), NADIA);
        assertThat(fixture.list.count(new WorkerList.Filter(null, null, Registration.BOOKED, null)))
                .isZero();
        assertThat(fixture.list.count(new WorkerList.Filter(null, null, Registration.UNBOOKED, null)))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoeverHasAFixedPlaceMakesUp(TestDatabase database) {
        var fixture = new WorkFixture(database);
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FIXED, START), NADIA);
        fixture.mondays();

        assertThat(book(fixture, INES, JANUARY).origin()).isEqualTo(Origin.MAKE_UP);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theSeatOfWhoLeadsIsForWhoCan(TestDatabase database) {
        WorkFixture fixture = flying(database);
        for (long other = 201; other <= 203; other++) {
            fixture.add(other, Track.FLYING);
            book(fixture, other, JANUARY);
        }

        assertThat(fixture.bookings.refusals(INES, shift(fixture, JANUARY)))
                .extracting(Refusal::kind)
                .containsExactly(Refusal.Kind.SKILL);
        assertThatThrownBy(() -> book(fixture, INES, JANUARY)).isInstanceOf(Refused.class);

        fixture.skills.say(INES, Set.of(Skills.LEADER), NADIA);
        assertThat(book(fixture, INES, JANUARY).state()).isEqualTo(BookingState.BOOKED);
        assertThat(on(fixture, JANUARY).free()).isZero();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatIsGivenBackIsFreeAndNotGivenAgain(TestDatabase database) {
        var fixture = new WorkFixture(database);
        fixture.enrol();
        Template mondays = fixture.mondays();
        Booking booking = book(fixture, INES, JANUARY);

        fixture.bookings.giveBack(INES, booking.id(), NADIA);
        fixture.bookings.giveBack(INES, booking.id(), NADIA);
        assertThat(state(fixture, INES, JANUARY)).isEqualTo(BookingState.CANCELLED);
        assertThat(on(fixture, JANUARY).taken()).isZero();

        fixture.places.give(mondays.id(), INES, new FixedPlaceDraft(null, START, null), NADIA);
        assertThat(on(fixture, JANUARY).taken()).isZero();
        assertThat(on(fixture, FEBRUARY).taken()).isEqualTo(1);
    }

    /** Two hours before nine in Paris it is still possible, a second later no more. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void tooLateToGiveBack(TestDatabase database) {
        WorkFixture fixture = flying(database);
        Booking booking = book(fixture, INES, JANUARY);
        Booking other = fixture.bookings.book(INES, shift(fixture, FEBRUARY), Comes.THEMSELVES, NADIA);
        fixture.goTo("2027-02-22");
        fixture.clock.advance(Duration.ofHours(-3));
        fixture.bookings.giveBack(INES, other.id(), NADIA);
        assertThat(state(fixture, INES, FEBRUARY)).isEqualTo(BookingState.CANCELLED);

        fixture.goTo("2027-01-25");
        fixture.clock.advance(Duration.ofHours(-3).plusSeconds(1));
        assertThatThrownBy(() -> fixture.bookings.giveBack(INES, booking.id(), NADIA))
                .isInstanceOf(Refused.class);
        assertThat(state(fixture, INES, JANUARY)).isEqualTo(BookingState.BOOKED);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aFixedPlaceIsSwappedForAnotherDay(TestDatabase database) {
        var fixture = new WorkFixture(database);
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FIXED, START), NADIA);
        Template mondays = fixture.mondays();
        fixture.templates.add(WorkFixture.monday("Rayon", 3), NADIA);
        fixture.places.give(mondays.id(), INES, new FixedPlaceDraft(null, START, JANUARY), NADIA);
        Booking own = fixture.calendar.of(INES, JANUARY, JANUARY).get(0).booking();
        long other = fixture.calendar.between(FEBRUARY, FEBRUARY).get(1).shift().id();

        Booking moved = fixture.bookings.move(INES, own.id(), other, NADIA);
        assertThat(fixture.bookings.move(INES, own.id(), other, NADIA).id()).isEqualTo(moved.id());

        assertThat(moved.origin()).isEqualTo(Origin.FIXED_PLACE);
        assertThat(state(fixture, INES, JANUARY)).isEqualTo(BookingState.CANCELLED);
        assertThatThrownBy(() -> fixture.bookings.giveBack(INES, moved.id(), NADIA))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void somebodyStandsInAndTheShiftIsTheirs(TestDatabase database) {
        WorkFixture fixture = flying(database);
        fixture.add(OMAR, Track.FLYING);
        fixture.add(130, Track.FLYING);
        Booking booking = book(fixture, INES, JANUARY);

        assertThatThrownBy(() -> fixture.bookings.standIn(OMAR, booking.id(), NADIA))
                .isInstanceOf(Refused.class);
        fixture.bookings.seek(INES, booking.id(), true, NADIA);
        assertThat(on(fixture, JANUARY).seeking()).isEqualTo(1);
        Booking taken = fixture.bookings.standIn(OMAR, booking.id(), NADIA);

        assertThat(fixture.bookings.standIn(OMAR, booking.id(), NADIA).id()).isEqualTo(taken.id());
        assertThat(state(fixture, INES, JANUARY)).isEqualTo(BookingState.TAKEN_OVER);
        assertThat(fixture.news.stoodInFor).as("she is told once").containsExactly(INES);
        assertThat(state(fixture, OMAR, JANUARY)).isEqualTo(BookingState.BOOKED);
        assertThatThrownBy(() -> fixture.bookings.standIn(130, booking.id(), NADIA))
                .isInstanceOf(Refused.class);
        assertThat(on(fixture, JANUARY).taken()).isEqualTo(1);
    }

    /** Omar had said that he does not come; he comes instead of Inès, and has one booking. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoeverSaidTheyDoNotComeMayStandInAfterAll(TestDatabase database) {
        WorkFixture fixture = flying(database);
        fixture.add(OMAR, Track.FLYING);
        Booking omars = book(fixture, OMAR, JANUARY);
        fixture.bookings.announce(OMAR, omars.id(), NADIA);
        Booking ines = book(fixture, INES, JANUARY);
        fixture.bookings.seek(INES, ines.id(), true, NADIA);

        assertThat(fixture.bookings.standIn(OMAR, ines.id(), NADIA).id()).isEqualTo(omars.id());
        assertThat(state(fixture, OMAR, JANUARY)).isEqualTo(BookingState.BOOKED);
        assertThat(state(fixture, INES, JANUARY)).isEqualTo(BookingState.TAKEN_OVER);
        assertThat(on(fixture, JANUARY).taken()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void nobodyActsOnTheSeatOfAnother(TestDatabase database) {
        WorkFixture fixture = flying(database);
        fixture.add(OMAR, Track.FLYING);
        Booking booking = book(fixture, INES, JANUARY);

        assertThatThrownBy(() -> fixture.bookings.giveBack(OMAR, booking.id(), NADIA))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fixture.bookings.seek(OMAR, booking.id(), true, NADIA))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fixture.bookings.book(OMAR, 999, Comes.THEMSELVES, NADIA))
                .isInstanceOf(NotFound.class);
        assertThat(state(fixture, INES, JANUARY)).isEqualTo(BookingState.BOOKED);
    }

    /**
     * Flying: one shift is due on 1 February. If Inès comes there is one on the counter on the evening of 25 January, if she gives the seat
     * back none; absent with one to make up costs nothing of itself at BEES. Coming meets the debit of February, so that the next alert
     * begins on 1 March.
     */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void eachWayIsToldWithWhatItMeans(TestDatabase database) {
        WorkFixture fixture = flying(database);
        Booking booking = book(fixture, INES, JANUARY);

        Ways ways = fixture.bookings.ways(INES, booking.id());

        assertThat(ways.givingBack()).isEmpty();
        assertThat(ways.coming().main()).isEqualTo(100);
        assertThat(ways.coming().forecast().withBooked()).contains(LocalDate.parse("2027-03-01"));
        assertThat(ways.without().main()).isZero();
        assertThat(ways.without().forecast().withBooked()).contains(LocalDate.parse("2027-02-01"));
        assertThat(ways.absent().main()).isZero();
        assertThat(ways.absent().forecast().withBooked()).contains(LocalDate.parse("2027-02-01"));
    }

    /** A fixed place at BEES: absent costs one make-up, and an alert begins the same evening. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoeverSaysTheyDoNotComeFreesTheSeatAndIsAbsent(TestDatabase database) {
        var fixture = new WorkFixture(database);
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FIXED, START), NADIA);
        fixture.places.give(fixture.mondays().id(), INES, new FixedPlaceDraft(null, START, null), NADIA);
        for (long other = 201; other <= 203; other++) {
            fixture.add(other, Track.FLYING);
        }
        book(fixture, 201, JANUARY);
        book(fixture, 202, JANUARY);
        long shift = shift(fixture, JANUARY);
        Booking own = fixture.calendar.of(INES, JANUARY, JANUARY).get(0).booking();

        Ways ways = fixture.bookings.ways(INES, own.id());
        assertThat(ways.givingBack()).extracting(Refusal::kind).containsExactly(Refusal.Kind.FIXED_PLACE);
        assertThat(ways.coming().main()).isZero();
        assertThat(ways.absent().main()).isEqualTo(-100);
        assertThat(ways.absent().standing()).isEqualTo(StatusCode.ALERT);

        fixture.bookings.announce(INES, own.id(), NADIA);
        assertThat(book(fixture, INES, JANUARY).id()).as("she comes after all").isEqualTo(own.id());
        fixture.bookings.announce(INES, own.id(), NADIA);
        fixture.bookings.announce(INES, own.id(), NADIA);
        book(fixture, 203, JANUARY);
        assertThatThrownBy(() -> book(fixture, INES, JANUARY)).isInstanceOf(Refused.class);

        fixture.goTo("2027-01-25");
        fixture.closing.close(shift, null, true, NADIA);
        assertThat(state(fixture, INES, JANUARY)).isEqualTo(BookingState.ABSENT);
        assertThat(state(fixture, 203, JANUARY)).isEqualTo(BookingState.ABSENT_TWICE);
        assertThat(fixture.account("2027-01-25", null).worker().journal().balance(Counter.MAIN, JANUARY))
                .isEqualTo(-100);
    }

    /** Caisse from nine to twelve, of which she was told to be absent; Rayon from eleven to two. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aShiftThatIsToldToBeMissedLeavesTheTimeFree(TestDatabase database) {
        var fixture = new WorkFixture(database);
        fixture.enrol();
        fixture.mondays();
        var until = new TemplateDraft(
                "Rayon",
                1,
                DayOfWeek.MONDAY,
                LocalTime.of(11, 0),
                LocalTime.of(14, 0),
                100L,
                2,
                4,
                1,
                Map.of(),
                WorkFixture.START,
                null,
                null);
        fixture.templates.add(until, NADIA);
        LocalDate day = LocalDate.parse("2027-01-25");
        long caisse = fixture.calendar.between(day, day).get(0).shift().id();
        long rayon = fixture.calendar.between(day, day).get(1).shift().id();
        long booked =
                fixture.bookings.book(INES, caisse, Comes.THEMSELVES, NADIA).id();
        fixture.goTo("2027-01-25");
        assertThat(fixture.bookings.refusals(INES, rayon))
                .extracting(Refusal::kind)
                .contains(Refusal.Kind.OVERLAP);

        fixture.attendance.tell(booked, new Told(Outcome.ABSENT, false, null), NADIA);

        assertThat(fixture.bookings.refusals(INES, rayon))
                .extracting(Refusal::kind)
                .doesNotContain(Refusal.Kind.OVERLAP);
    }
}
