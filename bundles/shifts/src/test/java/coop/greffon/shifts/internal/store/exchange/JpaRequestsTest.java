package coop.greffon.shifts.internal.store.exchange;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Outcome;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.rules.booking.Refusal;
import coop.greffon.shifts.internal.store.Home;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.shifts.internal.store.booking.Told;
import coop.greffon.shifts.internal.store.slot.Booking;
import coop.greffon.shifts.internal.store.slot.BookingState;
import coop.greffon.testing.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Inès flies and has a seat on Monday 25 January 2027 from nine to twelve in Paris; it is 4 January. BEES rules. */
class JpaRequestsTest {
    private static final LocalDate JANUARY = LocalDate.parse("2027-01-25");
    private static final long OMAR = 129;
    private static final long LEA = 130;

    private WorkFixture fixture;
    private Booking seat;

    private void given(TestDatabase database) {
        fixture = new WorkFixture(database);
        fixture.enrol();
        fixture.add(OMAR, Track.FLYING);
        fixture.add(LEA, Track.FLYING);
        fixture.mondays();
        seat = fixture.bookings.book(INES, shift(), Comes.THEMSELVES, NADIA);
    }

    private long shift() {
        return fixture.calendar.between(JANUARY, JANUARY).get(0).shift().id();
    }

    private BookingState state(long member) {
        return fixture.calendar.of(member, JANUARY, JANUARY).get(0).booking().state();
    }

    private Request ask(String number) {
        return fixture.standInRequests.ask(INES, seat.id(), number, NADIA);
    }

    private long main(long member) {
        return fixture.workers
                .account(member, JANUARY, null)
                .orElseThrow()
                .worker()
                .journal()
                .balance(Counter.MAIN, JANUARY);
    }

    /** Flying: absent without a word costs one shift, and it costs the one who said yes. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoeverSaysYesHasTheSeatAndBearsWhatBecomesOfIt(TestDatabase database) {
        given(database);
        Request request = ask("129");

        assertThat(state(INES)).as("until then the duty stays").isEqualTo(BookingState.BOOKED);
        Booking taken = fixture.standInRequests.accept(OMAR, request.id(), NADIA);
        assertThat(fixture.standInRequests.accept(OMAR, request.id(), NADIA).id())
                .isEqualTo(taken.id());

        assertThat(state(INES)).isEqualTo(BookingState.TAKEN_OVER);
        assertThat(fixture.personNews.heard).containsExactly("asked 129");
        assertThat(fixture.news.stoodInFor).containsExactly(INES);
        fixture.goTo("2027-01-25");
        fixture.attendance.tell(taken.id(), new Told(Outcome.ABSENT_TWICE, false, null), NADIA);
        assertThat(main(OMAR)).isEqualTo(-100);
        assertThat(main(INES)).isZero();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theSameIsAskedOnceAndAnotherOnlyAfterwards(TestDatabase database) {
        given(database);
        Request request = ask("129");

        assertThat(ask(" 129 ").id()).isEqualTo(request.id());
        assertThatThrownBy(() -> ask("130")).isInstanceOf(Refused.class);
        assertThat(fixture.standInRequests.open(OMAR)).containsExactly(request);
        assertThat(fixture.standInRequests.open(INES)).containsExactly(request);

        fixture.standInRequests.refuse(OMAR, request.id(), NADIA);
        fixture.standInRequests.refuse(OMAR, request.id(), NADIA);
        assertThat(state(INES)).isEqualTo(BookingState.BOOKED);
        assertThatThrownBy(() -> fixture.standInRequests.accept(OMAR, request.id(), NADIA))
                .isInstanceOf(Refused.class);
        Request other = ask("130");
        fixture.standInRequests.withdraw(INES, other.id(), NADIA);
        fixture.standInRequests.withdraw(INES, other.id(), NADIA);
        assertThatThrownBy(() -> fixture.standInRequests.accept(LEA, other.id(), NADIA))
                .isInstanceOf(Refused.class);
        assertThat(fixture.standInRequests.open(INES)).isEmpty();
        assertThat(fixture.personNews.heard)
                .containsExactly("asked 129", "refused 128", "asked 130", "over 128 130 WITHDRAWN");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void onlyWhoeverDoesShiftsIsAskedAndOnlyTheyAnswer(TestDatabase database) {
        given(database);
        fixture.add(200);

        for (String nobody : new String[] {"999", "200", "128", null}) {
            assertThatThrownBy(() -> ask(nobody))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            wrong -> assertThat(wrong.errors().get(0).field()).isEqualTo("number"));
        }
        Request request = ask("129");
        assertThatThrownBy(() -> fixture.standInRequests.accept(LEA, request.id(), NADIA))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fixture.standInRequests.refuse(INES, request.id(), NADIA))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fixture.standInRequests.withdraw(OMAR, request.id(), NADIA))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fixture.standInRequests.get(LEA, request.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fixture.standInRequests.ask(OMAR, seat.id(), "130", NADIA))
                .isInstanceOf(NotFound.class);
        assertThat(fixture.standInRequests.get(OMAR, request.id()).state()).isEqualTo(AskState.ASKED);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoeverHasASeatThereCannotSayYes(TestDatabase database) {
        given(database);
        fixture.bookings.book(OMAR, shift(), Comes.THEMSELVES, NADIA);
        Request request = ask("129");

        assertThat(fixture.standInRequests.refusals(OMAR, request.id(), NADIA))
                .extracting(Refusal::kind)
                .containsExactly(Refusal.Kind.ALREADY_THERE);
        assertThatThrownBy(() -> fixture.standInRequests.accept(OMAR, request.id(), NADIA))
                .isInstanceOf(Refused.class);
        assertThat(state(INES)).isEqualTo(BookingState.BOOKED);
    }

    /** Omar is elsewhere at those hours, and Paul, who acts on his account, is not. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoeverOfAHouseholdAnswersIsWhoTheRulesAreAskedAbout(TestDatabase database) {
        given(database);
        fixture.perHousehold();
        long paul = 131;
        fixture.add(paul);
        fixture.home.of(Home.holder(OMAR, null), Home.worker(paul, null));
        fixture.templates.add(WorkFixture.monday("Étal", 4), NADIA);
        long elsewhere = fixture.calendar.between(JANUARY, JANUARY).stream()
                .map(listed -> listed.shift().id())
                .filter(id -> id != seat.shiftId())
                .findFirst()
                .orElseThrow();
        fixture.bookings.book(OMAR, elsewhere, Comes.THEMSELVES, NADIA);
        Request request = ask("129");
        var byOmar = new Actor(Actor.Kind.ACCOUNT, fixture.accountOf(OMAR), "Omar");
        var byPaul = new Actor(Actor.Kind.ACCOUNT, fixture.accountOf(paul), "Paul");

        assertThat(fixture.standInRequests.refusals(OMAR, request.id(), byOmar)).isNotEmpty();
        assertThat(fixture.standInRequests.refusals(OMAR, request.id(), byPaul)).isEmpty();
        assertThatThrownBy(() -> fixture.standInRequests.accept(OMAR, request.id(), byOmar))
                .isInstanceOf(Refused.class);
        assertThat(fixture.standInRequests.accept(OMAR, request.id(), byPaul).comes())
                .isEqualTo(Comes.PARTNER);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aSeatThatIsGivenBackIsAskedForNoMore(TestDatabase database) {
        given(database);
        Request request = ask("129");
        assertThat(fixture.overdue.end()).isZero();
        fixture.bookings.giveBack(INES, seat.id(), NADIA);

        assertThat(fixture.standInRequests.open(OMAR)).isEmpty();
        assertThatThrownBy(() -> fixture.standInRequests.accept(OMAR, request.id(), NADIA))
                .isInstanceOf(Refused.class);
        assertThat(fixture.overdue.end()).isEqualTo(1);
        assertThat(fixture.overdue.end()).isZero();
        assertThat(fixture.standInRequests.get(INES, request.id()).state()).isEqualTo(AskState.OVER);
        assertThat(fixture.personNews.heard).containsExactly("asked 129", "over 128 129 OVER");
    }

    /** Nothing can be told to Omar, whom Inès asked first: what Omar asked of Léa ends all the same. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void oneThatCannotEndKeepsNoOtherFromIt(TestDatabase database) {
        given(database);
        Request request = ask("129");
        Booking other = fixture.bookings.book(OMAR, shift(), Comes.THEMSELVES, NADIA);
        Request later = fixture.standInRequests.ask(OMAR, other.id(), "130", NADIA);
        fixture.bookings.giveBack(INES, seat.id(), NADIA);
        fixture.bookings.giveBack(OMAR, other.id(), NADIA);
        fixture.personNews.unreachable.add(OMAR);

        assertThatThrownBy(fixture.overdue::end).isInstanceOf(IllegalStateException.class);
        assertThat(fixture.standInRequests.get(OMAR, later.id()).state()).isEqualTo(AskState.OVER);
        assertThat(fixture.standInRequests.get(INES, request.id()).state()).isEqualTo(AskState.ASKED);
        fixture.personNews.unreachable.clear();
        assertThat(fixture.overdue.end()).isEqualTo(1);
    }

    /** At BEES a seat is handed on until two hours before it begins: at seven one may still ask, a second later no more. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void itIsAskedInTime(TestDatabase database) {
        given(database);
        fixture.goTo("2027-01-25");
        fixture.clock.advance(Duration.ofHours(-3).plusSeconds(1));
        assertThatThrownBy(() -> ask("129")).isInstanceOf(Refused.class);
        fixture.clock.advance(Duration.ofSeconds(-1));
        Request request = ask("129");

        fixture.clock.advance(Duration.ofHours(2));
        assertThat(fixture.overdue.end()).as("it has begun").isEqualTo(1);
        assertThat(fixture.standInRequests.get(OMAR, request.id()).state()).isEqualTo(AskState.OVER);
    }

    /** One says yes while another sees on the calendar that somebody is looked for. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void ofTwoAtOnceOneHasTheSeat(TestDatabase database) throws Exception {
        given(database);
        Request request = ask("129");
        fixture.bookings.seek(INES, seat.id(), true, NADIA);
        List<Callable<Boolean>> both = new ArrayList<>();
        both.add(() -> isDone(() -> fixture.standInRequests.accept(OMAR, request.id(), NADIA)));
        both.add(() -> isDone(() -> fixture.bookings.standIn(LEA, seat.id(), NADIA)));

        var pool = Executors.newFixedThreadPool(2);
        int done = 0;
        for (Future<Boolean> one : pool.invokeAll(both)) {
            done += one.get() ? 1 : 0;
        }
        pool.shutdown();

        assertThat(done).isEqualTo(1);
        assertThat(fixture.calendar.sheet(shift()).present()).hasSize(1);
        assertThat(fixture.news.stoodInFor).containsExactly(INES);
    }

    private static boolean isDone(Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (Refused late) {
            return false;
        }
    }

    /** Two seats; one answer may be waited for. What is offered to everybody is written to nobody. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void nobodyWaitsForMoreAnswersThanIsAllowed(TestDatabase database) {
        given(database);
        fixture.settings.asksOpen = 1;
        LocalDate february = LocalDate.parse("2027-02-22");
        long later = fixture.calendar.between(february, february).get(0).shift().id();
        long other = fixture.bookings.book(INES, later, Comes.THEMSELVES, NADIA).id();
        Request request = ask("129");

        assertThatThrownBy(() -> fixture.standInRequests.ask(INES, other, "130", NADIA))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> fixture.exchanges.offer(INES, other, "130", NADIA))
                .isInstanceOf(Refused.class);
        fixture.exchanges.offer(INES, other, null, NADIA);
        assertThat(ask("129").id()).as("asked again").isEqualTo(request.id());
        assertThat(fixture.personNews.heard).containsExactly("asked 129");
        assertThat(fixture.exchangeNews.heard).isEmpty();
    }

    /** Twice a day; then not even whether a number is anybody's is told. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void nobodyWritesToOthersAgainAndAgain(TestDatabase database) {
        given(database);
        fixture.settings.asksPerDay = 2;
        for (String number : List.of("129", "130")) {
            fixture.standInRequests.withdraw(INES, ask(number).id(), NADIA);
        }

        assertThatThrownBy(() -> ask("129")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> ask("999")).isInstanceOf(Refused.class);
        fixture.clock.advance(Duration.ofDays(1));
        assertThat(ask("129").state()).isEqualTo(AskState.ASKED);
    }
}
