package coop.greffon.shifts.internal.store;

import static coop.greffon.shifts.internal.store.Home.PAUL;
import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.message.Text;
import coop.greffon.members.arrival.Arrival;
import coop.greffon.shifts.internal.neighbour.ShiftsAtTheDoor;
import coop.greffon.shifts.internal.neighbour.WhoIsOnDuty;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Outcome;
import coop.greffon.shifts.internal.store.booking.Roster;
import coop.greffon.shifts.internal.store.booking.Told;
import coop.greffon.shifts.internal.store.slot.Booking;
import coop.greffon.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who came of a household: Inès holds it, Paul works for it, Alma shops, and Zoé is a child. */
class HouseholdArrivalsTest {
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

    private ShiftsAtTheDoor door() {
        return new ShiftsAtTheDoor(
                fixture.calendar, fixture.attendance, fixture.workers, fixture.duties, fixture.clock);
    }

    private List<String> scans(long member, Map<String, String> answers) {
        Instant at = Instant.parse("2027-01-25T07:50:00Z");
        fixture.clock.advance(Duration.between(fixture.clock.instant(), at));
        return door().record(new Arrival("arrival-" + member, member, at, "Entrée"), answers).stream()
                .map(Text::key)
                .toList();
    }

    private long main() {
        return fixture.account("2027-01-25", null).worker().journal().balance(Counter.MAIN, JANUARY);
    }

    private List<Comes> coming(long shift) {
        return fixture.calendar.of(INES, JANUARY, JANUARY).stream()
                .filter(seat -> seat.shift().id() == shift && seat.booking().seated())
                .map(seat -> seat.booking().comes())
                .toList();
    }

    /** A scan tells of the seats to which whoever scans was to come; one shift counts once. */
    @ParameterizedTest
    @CsvSource({
        "THEMSELVES, 128, noted, 100",
        "THEMSELVES, 129, other, 0",
        "PARTNER, 128, other, 0",
        "PARTNER, 129, noted, 100"
    })
    void aScanTellsOfTheSeatsOfWhoeverScans(Comes comes, long member, String said, long main) {
        on(TestDatabase.H2);
        fixture.perHousehold();
        book(comes);

        assertThat(scans(member, Map.of())).containsExactly("shifts.arrival." + said);
        assertThat(main()).isEqualTo(main);
    }

    /** Each has an account, Paul none; the seat he was to take is nobody's until somebody says who came. */
    @Test
    void oneScanNeverTellsOfTwoSeatsAtOnce() {
        on(TestDatabase.H2);
        book(Comes.BOTH);

        assertThat(scans(INES, Map.of())).containsExactlyInAnyOrder("shifts.arrival.noted", "shifts.arrival.other");
        assertThat(main()).isEqualTo(100);
    }

    /** Each takes a seat and counts; asked again, nothing changes; either seat is given back alone. */
    @ParameterizedTest
    @EnumSource
    void twoWhoComeTakeTwoSeatsAndCountTwice(TestDatabase database) {
        on(database);
        fixture.perHousehold();
        Booking booking = book(Comes.BOTH);
        fixture.bookings.book(INES, booking.shiftId(), Comes.BOTH, NADIA);

        assertThat(coming(booking.shiftId())).containsExactlyInAnyOrder(Comes.THEMSELVES, Comes.PARTNER);
        assertThat(fixture.check.check(Text::key).faults()).isEmpty();
        assertThat(scans(PAUL, Map.of())).containsExactlyInAnyOrder("shifts.arrival.other", "shifts.arrival.noted");
        assertThat(main()).isEqualTo(100);
        assertThat(scans(INES, Map.of())).containsExactly("shifts.arrival.noted");
        assertThat(main()).isEqualTo(200);
        fixture.attendance.tell(booking.id(), new Told(Outcome.ABSENT_TWICE, false, null), NADIA);
        assertThat(main()).as("Paul came, Inès did not").isEqualTo(0);
    }

    /** Who came is asked where another is expected as well, or instead. */
    @ParameterizedTest
    @CsvSource({
        "BOTH, both, 200, both",
        "BOTH, alone, 100, alone",
        "THEMSELVES, instead, 100, other",
        "THEMSELVES, other, 0, other"
    })
    void whoeverScansSaysWhoCame(Comes comes, String answer, long main, String first) {
        on(TestDatabase.H2);
        fixture.perHousehold();
        Booking booking = book(comes);
        Instant at = Instant.parse("2027-01-25T07:50:00Z");

        assertThat(door().questions(PAUL, at, "Entrée"))
                .filteredOn(question -> question.id().equals("shifts.arrival.who"))
                .singleElement()
                .satisfies(question -> assertThat(question.choices())
                        .extracting(choice -> choice.value())
                        .contains(answer, first));
        scans(PAUL, Map.of("shifts.arrival.who", answer));

        assertThat(main()).isEqualTo(main);
        if (answer.equals("instead")) {
            assertThat(coming(booking.shiftId())).containsExactly(Comes.PARTNER);
        }
    }

    /** Whoever of the household comes keeps the sheet of the shift; whoever stays at home does not. */
    @ParameterizedTest
    @CsvSource({"THEMSELVES, false", "PARTNER, true", "BOTH, true"})
    void whoeverComesIsOnDuty(Comes comes, boolean mayTell) {
        on(TestDatabase.H2);
        fixture.perHousehold();
        book(comes);
        var duty = new WhoIsOnDuty(new Roster(fixture.store.jpa("shifts")), fixture.duties, fixture.clock);
        var paul = fixture.accounts.find(fixture.accountOf(PAUL)).orElseThrow();

        assertThat(duty.permissions(paul, Instant.parse("2027-01-25T08:30:00Z")).contains("shifts.attendance.tell"))
                .isEqualTo(mayTell);
    }

    /** Somebody of the household who came without a seat is written down on its account. */
    @ParameterizedTest
    @EnumSource
    void whoeverWalksInDoesSoForTheHousehold(TestDatabase database) {
        on(database);
        fixture.perHousehold();
        fixture.enrol();
        fixture.mondays();
        long shift = fixture.calendar.between(JANUARY, JANUARY).get(0).shift().id();
        fixture.goTo("2027-01-25");

        fixture.attendance.walkIn(shift, PAUL, NADIA);

        assertThat(main()).isEqualTo(100);
        assertThat(fixture.calendar.of(INES, JANUARY, JANUARY))
                .extracting(seat -> seat.booking().comes())
                .containsExactly(Comes.PARTNER);
    }
}
