package coop.greffon.shifts.internal.neighbour;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static coop.greffon.shifts.internal.store.WorkFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.identity.Account;
import coop.greffon.core.message.Text;
import coop.greffon.members.arrival.Arrival;
import coop.greffon.members.arrival.DutyRoster.Duty;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.EnrolmentDraft;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.shifts.internal.store.booking.Roster;
import coop.greffon.shifts.internal.store.slot.Booking;
import coop.greffon.shifts.internal.store.slot.FixedPlaceDraft;
import coop.greffon.shifts.internal.store.slot.Skills;
import coop.greffon.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inès has a seat on 25 January 2027 from nine to twelve in Paris, which is eight to eleven in UTC. */
class ShiftsAtTheDoorTest {
    private static final LocalDate JANUARY = LocalDate.parse("2027-01-25");

    private final WorkFixture fixture = new WorkFixture(TestDatabase.H2);
    private final ShiftsAtTheDoor door =
            new ShiftsAtTheDoor(fixture.calendar, fixture.attendance, fixture.workers, fixture.duties, fixture.clock);

    private Booking book() {
        fixture.enrol();
        fixture.mondays();
        long shift = fixture.calendar.between(JANUARY, JANUARY).get(0).shift().id();
        return fixture.bookings.book(INES, shift, Comes.THEMSELVES, NADIA);
    }

    private WhoIsOnDuty onDuty() {
        return new WhoIsOnDuty(new Roster(fixture.store.jpa("shifts")), fixture.duties, fixture.clock);
    }

    private List<Text> comes(String time, Map<String, String> answers) {
        Instant at = Instant.parse("2027-01-25T" + time + "Z");
        fixture.clock.advance(Duration.between(fixture.clock.instant(), at));
        return door.record(new Arrival("arrival-" + time, INES, at, "Entrée"), answers);
    }

    @ParameterizedTest
    @CsvSource({
        "07:44:59, shifts.arrival.too-soon, 0",
        "07:45:00, shifts.arrival.noted, 100",
        "08:15:00, shifts.arrival.noted, 100",
        "08:15:01, shifts.arrival.late, 100",
        "10:59:59, shifts.arrival.late, 100"
    })
    void whoeverComesInTimeIsNoted(String time, String said, long counter) {
        book();

        assertThat(comes(time, Map.of())).extracting(Text::key).containsExactly(said);
        assertThat(fixture.account("2027-01-25", null).worker().journal().balance(Counter.MAIN, JANUARY))
                .isEqualTo(counter);
    }

    @Test
    void whoeverComesTwiceIsNotedOnceAndWhoeverShopsIsNot() {
        book();

        assertThat(comes("07:50:00", Map.of("shifts.purpose", "shop"))).isEmpty();
        assertThat(comes("07:55:00", Map.of("shifts.purpose", "both")))
                .extracting(Text::key)
                .containsExactly("shifts.arrival.noted");
        assertThat(comes("08:30:00", Map.of())).extracting(Text::key).containsExactly("shifts.arrival.already");
        assertThat(comes("11:00:00", Map.of())).isEmpty();
        assertThat(fixture.account("2027-01-25", null).worker().journal().balance(Counter.MAIN, JANUARY))
                .isEqualTo(100);
    }

    @Test
    void itIsAskedWhatBringsThemOnlyAroundTheirShift() {
        book();

        assertThat(door.questions(INES, Instant.parse("2027-01-25T07:44:59Z"), "Entrée"))
                .isEmpty();
        assertThat(door.questions(INES, Instant.parse("2027-01-25T07:45:00Z"), "Entrée"))
                .hasSize(1);
        assertThat(door.questions(999, Instant.parse("2027-01-25T07:45:00Z"), "Entrée"))
                .isEmpty();
    }

    /** The desk opens twenty minutes before, and closes as long after. */
    @ParameterizedTest
    @CsvSource({
        "07:39:59, false, false",
        "07:40:00, true, false",
        "08:00:00, true, true",
        "10:59:59, true, true",
        "11:00:00, true, false",
        "11:20:00, true, false",
        "11:20:01, false, false"
    })
    void whoeverIsOnDutyKeepsTheSheet(String time, boolean mayTell, boolean isOnDuty) {
        book();
        var duty = onDuty();
        Account ines = fixture.accounts.find(fixture.accountOf(INES)).orElseThrow();
        Instant at = Instant.parse("2027-01-25T" + time + "Z");

        assertThat(duty.permissions(ines, at).contains("shifts.attendance.tell"))
                .isEqualTo(mayTell);
        assertThat(duty.onDuty(at)).extracting(Duty::memberId).isEqualTo(isOnDuty ? List.of(INES) : List.of());
    }

    @Test
    void whoeverIsOnDutyFindsPeopleAndSeesNoList() {
        book();
        Account ines = fixture.accounts.find(fixture.accountOf(INES)).orElseThrow();

        assertThat(onDuty().permissions(ines, Instant.parse("2027-01-25T08:30:00Z")))
                .containsExactlyInAnyOrder("shifts.attendance.tell", "members.member.find", "members.arrival.record");
    }

    /** Whoever led closes the sheet up to two days after the end, and keeps no desk then. */
    @ParameterizedTest
    @CsvSource({"2027-01-27T10:59:59Z, true", "2027-01-27T11:00:01Z, false"})
    void whoeverLedClosesTheSheetAfterwards(Instant at, boolean mayTell) {
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FIXED, START), NADIA);
        fixture.skills.say(INES, Set.of(Skills.LEADER), NADIA);
        fixture.places.give(fixture.mondays().id(), INES, new FixedPlaceDraft(Skills.LEADER, START, null), NADIA);
        var duty = onDuty();
        Account ines = fixture.accounts.find(fixture.accountOf(INES)).orElseThrow();

        assertThat(duty.permissions(ines, at)).isEqualTo(mayTell ? Set.of("shifts.attendance.tell") : Set.of());
    }

    /** Ten minutes before her shift she says that she does not come: nothing is kept of it for half a minute. */
    @Test
    void aRightThatEndedIsNoneAtOnce() {
        book();
        var duty = onDuty();
        Account ines = fixture.accounts.find(fixture.accountOf(INES)).orElseThrow();
        Instant at = Instant.parse("2027-01-25T07:50:00Z");
        assertThat(duty.permissions(ines, at)).contains("shifts.attendance.tell");
        LocalDate day = LocalDate.parse("2027-01-25");

        fixture.bookings.announce(
                INES, fixture.calendar.of(INES, day, day).get(0).booking().id(), NADIA);

        assertThat(duty.permissions(ines, at)).isEmpty();
    }
}
