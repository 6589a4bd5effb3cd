package coop.greffon.shifts.internal.store;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static coop.greffon.shifts.internal.store.WorkFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Problem;
import coop.greffon.core.problem.Refused;
import coop.greffon.members.Household;
import coop.greffon.members.Household.Person;
import coop.greffon.members.HouseholdRole;
import coop.greffon.members.arrival.Arrival;
import coop.greffon.shifts.internal.neighbour.ShiftsAtTheDoor;
import coop.greffon.shifts.internal.neighbour.WhoIsOnDuty;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Outcome;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.booking.Roster;
import coop.greffon.shifts.internal.store.booking.Told;
import coop.greffon.shifts.internal.store.slot.Booking;
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
import org.junit.jupiter.params.provider.EnumSource;

/** Inès holds a household; Paul works for it, Alma shops, and Zoé is a child. */
class HouseholdTest {
    private static final long PAUL = 129;
    private static final long ALMA = 130;
    private static final long ZOE = 131;
    private static final long OMAR = 132;
    private static final LocalDate JANUARY = LocalDate.parse("2027-01-25");

    private WorkFixture fixture;

    private void on(TestDatabase database) {
        fixture = new WorkFixture(database);
        fixture.add(PAUL);
        together(null, null);
    }

    /** With the last days of Inès and of Paul in it, null for still. */
    private void together(LocalDate inesTo, LocalDate paulTo) {
        LocalDate from = LocalDate.parse("2026-01-05");
        fixture.homes.clear();
        fixture.homes.add(new Household(
                1,
                List.of(
                        new Person(INES, "Inès", HouseholdRole.HOLDER, from, inesTo),
                        new Person(PAUL, "Paul", HouseholdRole.WORKER, from, paulTo),
                        new Person(ALMA, "Alma", HouseholdRole.SHOPPER, from, null),
                        new Person(ZOE, "Zoé", HouseholdRole.MINOR, from, null))));
    }

    @ParameterizedTest
    @EnumSource
    void whoeverIsAnAdultOfItActsOnItsAccountAndAllShopByIt(TestDatabase database) {
        on(database);
        fixture.enrol();

        assertThat(fixture.duties.of(PAUL, START)).as("each person").isEqualTo(PAUL);
        fixture.perHousehold();

        assertThat(fixture.duties.of(PAUL, START)).isEqualTo(INES);
        assertThat(fixture.duties.of(INES, START)).isEqualTo(INES);
        assertThat(fixture.duties.of(ALMA, START)).isEqualTo(ALMA);
        assertThat(fixture.duties.of(ZOE, START)).isEqualTo(ZOE);
        assertThat(List.of(INES, PAUL, ALMA, ZOE))
                .allSatisfy(
                        one -> assertThat(fixture.duties.atTheDoor(one, START)).isEqualTo(INES));
        assertThat(fixture.duties.people(INES, START)).containsExactly(INES, PAUL);
        assertThat(fixture.duties.of(999, START)).isEqualTo(999);
    }

    @ParameterizedTest
    @EnumSource
    void aSecondAccountIsRefused(TestDatabase database) {
        on(database);
        fixture.enrol();
        fixture.perHousehold();
        var draft = new EnrolmentDraft(Track.FLYING, START);

        assertThatThrownBy(() -> fixture.workers.enrol(PAUL, draft, NADIA))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(((Problem) refused).title().key()).isEqualTo("shifts.worker.household"));
        assertThat(fixture.workers.isEnrolled(PAUL)).isFalse();
        fixture.workers.enrol(INES, draft, NADIA);
    }

    /** Until the last day in the household, and no longer; from the day after, whoever left has none until they are enrolled. */
    @ParameterizedTest
    @EnumSource
    void theAccountStaysWithWhoeverItIsOf(TestDatabase database) {
        on(database);
        fixture.enrol();
        fixture.perHousehold();
        LocalDate last = LocalDate.parse("2027-01-31");
        LocalDate after = LocalDate.parse("2027-02-01");

        together(null, last);
        assertThat(fixture.duties.of(PAUL, last)).isEqualTo(INES);
        assertThat(fixture.duties.of(PAUL, after)).isEqualTo(PAUL);
        assertThat(fixture.duties.people(INES, after)).containsExactly(INES);
        fixture.workers.enrol(PAUL, new EnrolmentDraft(Track.FLYING, after), NADIA);

        together(last, null);
        assertThat(fixture.duties.of(INES, after)).isEqualTo(INES);
        assertThat(fixture.duties.atTheDoor(ALMA, last)).isEqualTo(INES);
        assertThat(fixture.duties.atTheDoor(ALMA, after))
                .as("Paul's from then on")
                .isEqualTo(PAUL);
    }

    /** Two who were enrolled before they came together keep their own; the others go by that of who was enrolled first. */
    @ParameterizedTest
    @EnumSource
    void twoWhoWereEnrolledKeepTheirOwn(TestDatabase database) {
        on(database);
        fixture.enrol();
        fixture.workers.enrol(PAUL, new EnrolmentDraft(Track.FLYING, START), NADIA);
        fixture.perHousehold();

        assertThat(fixture.duties.of(PAUL, START)).isEqualTo(PAUL);
        assertThat(fixture.duties.atTheDoor(ALMA, START)).isEqualTo(INES);
        assertThat(fixture.duties.people(INES, START)).containsExactly(INES);
        assertThat(fixture.duties.people(PAUL, START)).containsExactly(PAUL);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyDecidesAboutTheAccountOfTheirHousehold(TestDatabase database) {
        on(database);
        fixture.enrol();
        Actor paul = new Actor(Actor.Kind.ACCOUNT, fixture.accountOf(PAUL), "Paul");
        Actor alma = new Actor(Actor.Kind.ACCOUNT, fixture.accountOf(ALMA), "Alma");
        var draft = new DecisionDraft(Counter.MAIN, 100L, START, "Service rendu", null);

        fixture.perHousehold();
        assertThatThrownBy(() -> fixture.workers.decide(INES, draft, paul)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> fixture.workers.decide(INES, draft, alma))
                .as("she shops by it")
                .isInstanceOf(Refused.class);
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

    private List<Comes> coming(long shift) {
        return fixture.calendar.of(INES, JANUARY, JANUARY).stream()
                .filter(seat -> seat.shift().id() == shift && seat.booking().seated())
                .map(seat -> seat.booking().comes())
                .toList();
    }

    private long seats(long shift) {
        return fixture.calendar.sheet(shift).present().size();
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
        assertThat(seats(booking.shiftId())).isEqualTo(2);
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

        together(null, JANUARY.minusDays(1));
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
        together(null, JANUARY.minusDays(1));
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
