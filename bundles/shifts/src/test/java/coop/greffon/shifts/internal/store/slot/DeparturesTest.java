package coop.greffon.shifts.internal.store.slot;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static coop.greffon.shifts.internal.store.WorkFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.job.JobContext;
import coop.greffon.members.MemberStatus;
import coop.greffon.shifts.internal.jobs.GenerationJob;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.EnrolmentDraft;
import coop.greffon.shifts.internal.store.JpaTracks;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.testing.TestDatabase;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.aries.jpa.template.TransactionType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** It is Monday 4 January 2027; the Mondays of a first week are 25 January, 22 February and 22 March. */
class DeparturesTest {
    private static final LocalDate JANUARY = LocalDate.parse("2027-01-25");
    private static final LocalDate FEBRUARY = LocalDate.parse("2027-02-22");
    private static final LocalDate MARCH = LocalDate.parse("2027-03-01");
    private static final LocalDate LAST = LocalDate.parse("2027-12-31");

    private static ListedShift first(WorkFixture fixture) {
        return fixture.calendar.between(START, LAST).get(0);
    }

    private static BookingState state(WorkFixture fixture, LocalDate day) {
        return fixture.calendar.of(INES, day, day).stream()
                .map(own -> own.booking().state())
                .reduce((one, other) -> other)
                .orElse(null);
    }

    /** Sixty days after 21 January is 22 March, a Monday of a first week. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void oneTemplateThatCannotBeReadKeepsNoOtherFromBeingWritten(TestDatabase database) {
        var fixture = new WorkFixture(database);
        Template broken = fixture.mondays();
        fixture.templates.add(WorkFixture.monday("Rayon", 2), NADIA);
        fixture.sql("update greffon_shifts_template set weekday = 9 where id = " + broken.id());
        fixture.goTo("2027-01-21");

        assertThatThrownBy(() -> fixture.generation.write(LocalDate.parse("2027-01-21")))
                .isInstanceOf(IllegalStateException.class);

        assertThat(fixture.calendar.between(MARCH, LAST))
                .extracting(listed -> listed.shift().job())
                .containsExactly("Rayon");
    }

    /** Inès, whose template cannot be read, and Omar leave; the night frees the seats of both and writes down what can be. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void oneWhoCannotBeFollowedKeepsNoOtherFromIt(TestDatabase database) {
        var fixture = new WorkFixture(database);
        Template broken = fixture.mondays();
        Template mondays = fixture.templates.add(WorkFixture.monday("Rayon", 2), NADIA);
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FIXED, START), NADIA);
        fixture.add(129, Track.FIXED);
        fixture.places.give(broken.id(), INES, new FixedPlaceDraft(null, START, null), NADIA);
        fixture.places.give(mondays.id(), 129, new FixedPlaceDraft(null, START, null), NADIA);
        fixture.sql("update greffon_shifts_template set weekday = 9 where id = " + broken.id());
        fixture.goTo("2027-01-21");
        LocalDate day = LocalDate.parse("2027-01-21");
        fixture.say(INES, MemberStatus.FORMER, "2027-01-21");
        fixture.say(129, MemberStatus.FORMER, "2027-01-21");
        fixture.cycles.post(day, NADIA);
        var job = new GenerationJob(fixture.generation, fixture.departures);

        assertThatThrownBy(() -> job.run(new JobContext(day, NADIA)))
                .as("who was left out is what the run ends with")
                .hasMessageContaining("members [" + INES + "]");

        assertThat(fixture.calendar.of(129, JANUARY, JANUARY))
                .extracting(own -> own.booking().state())
                .containsExactly(BookingState.AWAY);
        assertThat(fixture.calendar.between(MARCH, LAST))
                .extracting(listed -> listed.shift().job())
                .containsExactly("Rayon");
    }

    /** What a stop left half done: the end is written down, and nothing followed. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theNightFreesWhatLiesAfterAnEnd(TestDatabase database) {
        var fixture = new WorkFixture(database);
        Template mondays = fixture.mondays();
        fixture.enrol();
        fixture.add(129, Track.FIXED);
        fixture.places.give(mondays.id(), 129, new FixedPlaceDraft(null, START, null), NADIA);
        fixture.bookings.book(INES, first(fixture).shift().id(), Comes.THEMSELVES, NADIA);
        var unfollowed = new JpaTracks(fixture.changes, fixture.rules, worker -> {}, fixture.clock);
        unfollowed.end(INES, JANUARY, NADIA);
        unfollowed.end(129, FEBRUARY, NADIA);

        assertThat(fixture.departures.followAll()).isEqualTo(2);
        assertThat(fixture.departures.followAll()).isZero();

        assertThat(state(fixture, JANUARY)).isEqualTo(BookingState.AWAY);
        assertThat(fixture.calendar.of(129, START, LAST))
                .extracting(own -> own.booking().state())
                .containsExactly(BookingState.BOOKED, BookingState.AWAY);
        assertThat(fixture.places.of(129)).extracting(FixedPlace::to).containsExactly(FEBRUARY.minusDays(1));
    }

    /** The end is known, the place of Inès is not ended yet. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoWorksNoMoreIsGivenNoSeatUntilTheyBeginAgain(TestDatabase database) {
        var fixture = new WorkFixture(database);
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FIXED, START), NADIA);
        var unfollowed = new JpaTracks(fixture.changes, fixture.rules, worker -> {}, fixture.clock);
        unfollowed.end(INES, JANUARY, NADIA);
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FIXED, FEBRUARY), NADIA);

        fixture.places.give(fixture.mondays().id(), INES, new FixedPlaceDraft(null, START, null), NADIA);

        assertThat(state(fixture, JANUARY)).as("between the two").isNull();
        assertThat(state(fixture, FEBRUARY)).isEqualTo(BookingState.BOOKED);
    }

    /** Inès has a place at the later shifts and chose an earlier one; a leave frees both while somebody locks them in their order. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void shiftsAreLockedInTheirOrderWhateverFreesThem(TestDatabase database) throws Exception {
        var fixture = new WorkFixture(database);
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FIXED, START), NADIA);
        fixture.mondays();
        Template later = fixture.templates.add(
                new TemplateDraft(
                        "Rayon",
                        1,
                        DayOfWeek.TUESDAY,
                        LocalTime.of(9, 0),
                        LocalTime.of(12, 0),
                        100L,
                        2,
                        2,
                        1,
                        Map.of(),
                        START,
                        null,
                        null),
                NADIA);
        fixture.places.give(later.id(), INES, new FixedPlaceDraft(null, START, null), NADIA);
        long low = first(fixture).shift().id();
        fixture.sql(
                "insert into greffon_shifts_booking (id, shift_id, seat_id, worker_id, origin, state, comes, late, told,"
                        + " taken_seat, present_worker, revision, recorded_at) select 9001, s.shift_id, s.id, w.id, 'MAKE_UP',"
                        + " 'BOOKED', 'THEMSELVES', false, false, s.id, w.id, 0, w.recorded_at from greffon_shifts_seat s,"
                        + " greffon_shifts_worker w where s.shift_id = " + low
                        + " and s.position = 3 and w.member_id = " + INES);
        var unfollowed = new JpaTracks(fixture.changes, fixture.rules, worker -> {}, fixture.clock);
        unfollowed.end(INES, JANUARY, NADIA);
        long high = fixture.calendar
                .of(INES, JANUARY.plusDays(1), JANUARY.plusDays(1))
                .get(0)
                .shift()
                .id();
        var pool = Executors.newSingleThreadExecutor();

        Future<?> followed = fixture.store.jpa("shifts").txExpr(TransactionType.Required, em -> {
            Slots.locked(em, low);
            Future<?> started = pool.submit(() -> fixture.departures.follow(fixture.changes.workerOf(INES)));
            assertThatThrownBy(() -> started.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            Slots.locked(em, high);
            return started;
        });

        followed.get(10, TimeUnit.SECONDS);
        pool.shutdown();
        assertThat(fixture.calendar.of(INES, START, LAST))
                .extracting(own -> own.booking().state())
                .containsExactly(BookingState.AWAY, BookingState.AWAY, BookingState.AWAY);
    }
}
