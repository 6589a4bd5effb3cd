package coop.greffon.shifts.internal.store.booking;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.rules.booking.Refusal;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.shifts.internal.store.slot.Booking;
import coop.greffon.shifts.internal.store.slot.BookingState;
import coop.greffon.shifts.internal.store.slot.Hold;
import coop.greffon.shifts.internal.store.slot.HoldState;
import coop.greffon.shifts.internal.store.slot.ListedShift;
import coop.greffon.shifts.internal.store.slot.Skills;
import coop.greffon.testing.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Mondays of every fourth week, written down 60 days ahead: 25 January and 22 February 2027 on 4 January, and on 21 January 22 March as well,
 * whose seats are those of 22 February a cycle earlier. Seats are kept for three days, that is until the 24th.
 */
class JpaHoldsTest {
    private static final LocalDate FEBRUARY = LocalDate.parse("2027-02-22");
    private static final LocalDate MARCH = LocalDate.parse("2027-03-22");
    private static final LocalDate THAT_DAY = LocalDate.parse("2027-01-21");
    private static final long OMAR = 129;
    private static final long LEA = 130;

    private WorkFixture fixture;
    private Booking before;
    private Hold hold;

    /** Inès flies and chose the Monday of February; Omar has a fixed place, and makes one up there. */
    private void given(TestDatabase database) {
        fixture = new WorkFixture(database);
        fixture.settings.set("holdDays", 3);
        fixture.enrol();
        fixture.add(OMAR, Track.FIXED);
        fixture.add(LEA, Track.FLYING);
        fixture.mondays();
        before = book(INES, FEBRUARY);
        book(OMAR, FEBRUARY);
        fixture.goTo("2027-01-21");
        fixture.generation.write(THAT_DAY);
        fixture.generation.write(THAT_DAY);
        hold = fixture.heldFor.get(0);
    }

    private Booking book(long member, LocalDate day) {
        return fixture.bookings.book(member, shift(day).shift().id(), Comes.THEMSELVES, NADIA);
    }

    private ListedShift shift(LocalDate day) {
        return fixture.calendar.between(day, day).get(0);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoeverChoseTheSameSeatACycleEarlierIsAskedFirst(TestDatabase database) {
        given(database);

        assertThat(fixture.heldFor).as("once, and Omar is not").hasSize(1);
        assertThat(hold.memberId()).isEqualTo(INES);
        assertThat(hold.shift().day()).isEqualTo(MARCH);
        assertThat(hold.until()).isEqualTo(LocalDate.parse("2027-01-24"));
        assertThat(fixture.heldSeats.open(INES)).containsExactly(hold);
        assertThat(shift(MARCH).free()).as("of four seats").isEqualTo(3);
        assertThat(fixture.calendar.sheet(hold.shift().id()).heldUntil()).isEqualTo(hold.until());

        Booking taken = fixture.heldSeats.accept(INES, hold.id(), NADIA);
        assertThat(fixture.heldSeats.accept(INES, hold.id(), NADIA).id()).isEqualTo(taken.id());
        assertThat(fixture.calendar.sheet(hold.shift().id()).seats())
                .filteredOn(seat -> seat.booking() != null)
                .extracting(seat -> seat.position())
                .containsExactly(fixture.calendar.sheet(before.shiftId()).seats().stream()
                        .filter(seat -> seat.id() == before.seatId())
                        .findFirst()
                        .orElseThrow()
                        .position());
        assertThat(shift(MARCH).free()).isEqualTo(3);
        assertThat(fixture.heldSeats.open(INES)).isEmpty();
        assertThatThrownBy(() -> fixture.heldSeats.refuse(INES, hold.id(), NADIA))
                .isInstanceOf(Refused.class);
    }

    /** Three seats are for anybody: two others have theirs, the third is kept. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void othersReadUntilWhenItIsKeptAndThenItIsFree(TestDatabase database) {
        given(database);
        for (long other = 201; other <= 202; other++) {
            fixture.add(other, Track.FLYING);
            book(other, MARCH);
        }

        assertThat(fixture.bookings.refusals(LEA, hold.shift().id()))
                .extracting(Refusal::kind)
                .containsExactly(Refusal.Kind.SKILL);
        fixture.skills.say(LEA, Set.of(Skills.LEADER), NADIA);
        book(LEA, MARCH);
        fixture.add(203, Track.FLYING);
        assertThat(fixture.bookings.refusals(203, hold.shift().id()))
                .containsExactly(new Refusal(Refusal.Kind.HELD, List.of(hold.until())));
        assertThatThrownBy(() -> book(203, MARCH)).isInstanceOf(Refused.class);

        fixture.goTo("2027-01-24");
        assertThatThrownBy(() -> book(203, MARCH)).isInstanceOf(Refused.class);
        fixture.goTo("2027-01-25");
        assertThat(book(203, MARCH).state()).isEqualTo(BookingState.BOOKED);
        assertThatThrownBy(() -> fixture.heldSeats.accept(INES, hold.id(), NADIA))
                .isInstanceOf(Refused.class);
        assertThat(fixture.overdue.end()).isEqualTo(1);
        assertThat(fixture.overdue.end()).isZero();
        assertThat(fixture.heldSeats.get(INES, hold.id()).state()).isEqualTo(HoldState.LAPSED);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatIsLeftToOthersIsFreeAtOnce(TestDatabase database) {
        given(database);
        assertThatThrownBy(() -> fixture.heldSeats.refuse(LEA, hold.id(), NADIA))
                .isInstanceOf(NotFound.class);
        fixture.heldSeats.refuse(INES, hold.id(), NADIA);
        fixture.heldSeats.refuse(INES, hold.id(), NADIA);

        assertThat(shift(MARCH).free()).isEqualTo(4);
        assertThatThrownBy(() -> fixture.heldSeats.accept(INES, hold.id(), NADIA))
                .isInstanceOf(Refused.class);
        assertThat(book(INES, MARCH).state()).as("as anybody").isEqualTo(BookingState.BOOKED);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoeverTakesASeatOtherwiseHasTheOneThatIsKept(TestDatabase database) {
        given(database);

        assertThat(book(INES, MARCH).state()).isEqualTo(BookingState.BOOKED);
        assertThat(shift(MARCH).free()).isEqualTo(3);
        assertThat(fixture.heldSeats.open(INES)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whereTheCoopDoesNotWantItNothingIsKept(TestDatabase database) {
        fixture = new WorkFixture(database);
        fixture.enrol();
        fixture.mondays();
        book(INES, FEBRUARY);
        fixture.goTo("2027-01-21");
        fixture.generation.write(THAT_DAY);

        assertThat(fixture.heldFor).isEmpty();
        assertThat(shift(MARCH).free()).isEqualTo(4);
    }

    /** Inès says yes twice at once, while others take what is free. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whateverOthersTakeAtOnceTheSeatIsHers(TestDatabase database) throws Exception {
        given(database);
        List<Callable<Boolean>> all = new ArrayList<>();
        for (long member = 201; member <= 206; member++) {
            fixture.add(member, Track.FLYING);
            long who = member;
            all.add(() -> isDone(() -> book(who, MARCH)));
        }
        all.add(() -> isDone(() -> fixture.heldSeats.accept(INES, hold.id(), NADIA)));
        all.add(() -> isDone(() -> fixture.heldSeats.accept(INES, hold.id(), NADIA)));

        var pool = Executors.newFixedThreadPool(8);
        List<Boolean> done = new ArrayList<>();
        for (Future<Boolean> one : pool.invokeAll(all)) {
            done.add(one.get());
        }
        pool.shutdown();

        assertThat(done.subList(6, 8)).containsExactly(true, true);
        assertThat(done)
                .filteredOn(one -> one)
                .as("two seats for others, hers twice")
                .hasSize(4);
        assertThat(shift(MARCH).taken()).isEqualTo(3);
    }

    private static boolean isDone(Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (Refused late) {
            return false;
        }
    }
}
