package coop.greffon.shifts.internal.store.exchange;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Origin;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.shifts.internal.store.exchange.Exchange.Answer;
import coop.greffon.shifts.internal.store.slot.Booking;
import coop.greffon.shifts.internal.store.slot.BookingState;
import coop.greffon.shifts.internal.store.slot.ClosureDraft;
import coop.greffon.shifts.internal.store.slot.FixedPlaceDraft;
import coop.greffon.shifts.internal.store.slot.Skills;
import coop.greffon.shifts.internal.store.slot.Template;
import coop.greffon.testing.TestDatabase;
import java.time.Duration;
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
 * Inès flies and has a seat on Monday 25 January 2027; Omar has a fixed place from February on, that is on 22 February. It is 4 January.
 * BEES rules: a seat changes hands until two hours before it begins, at nine in Paris.
 */
class JpaExchangesTest {
    private static final LocalDate JANUARY = LocalDate.parse("2027-01-25");
    private static final LocalDate FEBRUARY = LocalDate.parse("2027-02-22");
    private static final long OMAR = 129;
    private static final long LEA = 130;

    private WorkFixture fixture;
    private Template mondays;
    private Booking january;
    private Booking february;

    private void given(TestDatabase database) {
        fixture = new WorkFixture(database);
        fixture.enrol();
        fixture.add(OMAR, Track.FIXED);
        fixture.add(LEA, Track.FLYING);
        mondays = fixture.mondays();
        fixture.places.give(mondays.id(), OMAR, new FixedPlaceDraft(null, LocalDate.parse("2027-02-01"), null), NADIA);
        january = book(INES, JANUARY);
        february = fixture.calendar.of(OMAR, FEBRUARY, FEBRUARY).get(0).booking();
    }

    private Booking book(long member, LocalDate day) {
        return fixture.bookings.book(member, shift(day), Comes.THEMSELVES, NADIA);
    }

    private long shift(LocalDate day) {
        return fixture.calendar.between(day, day).get(0).shift().id();
    }

    private Booking seat(long member, LocalDate day) {
        List<Booking> all = fixture.calendar.of(member, day, day).stream()
                .map(own -> own.booking())
                .toList();
        return all.get(all.size() - 1);
    }

    private Exchange offer(String number) {
        return fixture.exchanges.offer(INES, january.id(), number, NADIA);
    }

    /** What each owed stays with each: Omar's fixed place is now the Monday of January, Inès chose that of February. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void bothSeatsChangeHandsAndEachCountsAsTheOneThatWasGiven(TestDatabase database) {
        given(database);
        Exchange offered = offer(null);
        assertThat(offer(null).id()).isEqualTo(offered.id());
        assertThat(fixture.board.offered(OMAR)).extracting(Exchange::id).containsExactly(offered.id());
        assertThat(fixture.board.see(OMAR, offered.id()).fitting())
                .extracting(seat -> seat.booking().id())
                .containsExactly(february.id());
        Answer answer = fixture.exchanges.answer(OMAR, offered.id(), february.id(), NADIA);
        assertThat(fixture.exchanges
                        .answer(OMAR, offered.id(), february.id(), NADIA)
                        .id())
                .isEqualTo(answer.id());
        assertThat(seat(INES, JANUARY).state()).as("nothing is done yet").isEqualTo(BookingState.BOOKED);

        fixture.exchanges.confirm(INES, offered.id(), answer.id(), NADIA);
        fixture.exchanges.confirm(INES, offered.id(), answer.id(), NADIA);

        assertThat(seat(INES, JANUARY).state()).isEqualTo(BookingState.TAKEN_OVER);
        assertThat(seat(OMAR, FEBRUARY).state()).isEqualTo(BookingState.TAKEN_OVER);
        assertThat(seat(OMAR, JANUARY).origin()).isEqualTo(Origin.FIXED_PLACE);
        assertThat(seat(INES, FEBRUARY).origin()).isEqualTo(Origin.FREE);
        assertThat(seat(INES, FEBRUARY).seatId()).isEqualTo(february.seatId());
        assertThat(fixture.calendar.sheet(shift(JANUARY)).present()).hasSize(1);
        assertThat(fixture.exchangeNews.heard).containsExactly("answered by 129", "done 128 129");
        assertThat(fixture.board.own(INES)).isEmpty();
        fixture.generation.write(LocalDate.parse("2027-01-04"));
        assertThat(seat(OMAR, FEBRUARY).state()).as("it is not given again").isEqualTo(BookingState.TAKEN_OVER);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aSeatThatAsksForASkillIsForWhoHasIt(TestDatabase database) {
        given(database);
        fixture.skills.say(LEA, Set.of(Skills.LEADER), NADIA);
        for (long other = 201; other <= 202; other++) {
            fixture.add(other, Track.FLYING);
            book(other, JANUARY);
        }
        Booking leads = book(LEA, JANUARY);
        Exchange offered = fixture.exchanges.offer(LEA, leads.id(), null, NADIA);

        assertThat(fixture.board.see(OMAR, offered.id()).fitting()).isEmpty();
        assertThatThrownBy(() -> fixture.exchanges.answer(OMAR, offered.id(), february.id(), NADIA))
                .isInstanceOf(Refused.class);
        fixture.skills.say(OMAR, Set.of(Skills.LEADER), NADIA);
        fixture.exchanges.answer(OMAR, offered.id(), february.id(), NADIA);
        assertThat(fixture.board.own(LEA).get(0).answers()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void oneWhoIsThereAlreadyDoesNotAnswer(TestDatabase database) {
        given(database);
        book(OMAR, JANUARY);
        Exchange offered = offer(null);

        assertThatThrownBy(() -> fixture.exchanges.answer(OMAR, offered.id(), february.id(), NADIA))
                .isInstanceOf(Refused.class);
        // Nor one with a seat on the very same shift.
        assertThatThrownBy(() -> fixture.exchanges.answer(
                        OMAR, offered.id(), seat(OMAR, JANUARY).id(), NADIA))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatIsOfferedByNameIsForThemAlone(TestDatabase database) {
        given(database);
        Booking leas = book(LEA, FEBRUARY);
        assertThatThrownBy(() -> offer("999")).isInstanceOf(InvalidInput.class);
        Exchange offered = offer("129");
        assertThatThrownBy(() -> offer(null)).isInstanceOf(Refused.class);

        assertThat(fixture.board.offered(LEA)).isEmpty();
        assertThatThrownBy(() -> fixture.board.see(LEA, offered.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fixture.exchanges.answer(LEA, offered.id(), leas.id(), NADIA))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fixture.exchanges.end(LEA, offered.id(), NADIA))
                .isInstanceOf(NotFound.class);
        fixture.exchanges.end(OMAR, offered.id(), NADIA);
        fixture.exchanges.end(OMAR, offered.id(), NADIA);
        assertThatThrownBy(() -> fixture.exchanges.answer(OMAR, offered.id(), february.id(), NADIA))
                .isInstanceOf(Refused.class);
        assertThat(fixture.exchangeNews.heard).containsExactly("offered to 129", "declined by 129");
        assertThat(seat(INES, JANUARY).state()).isEqualTo(BookingState.BOOKED);
        assertThat(offer(null).id()).as("offered anew, to all").isNotEqualTo(offered.id());
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void ofTwoAnswersOneIsTakenAndTheOtherIsOver(TestDatabase database) {
        given(database);
        Booking leas = book(LEA, FEBRUARY);
        Exchange offered = offer(null);
        Answer omars = fixture.exchanges.answer(OMAR, offered.id(), february.id(), NADIA);
        Answer other = fixture.exchanges.answer(LEA, offered.id(), leas.id(), NADIA);

        assertThat(fixture.board.see(LEA, offered.id()).exchange().answers())
                .as("nobody sees what others answered")
                .extracting(Answer::memberId)
                .containsExactly(LEA);
        assertThatThrownBy(() -> fixture.exchanges.confirm(LEA, offered.id(), other.id(), NADIA))
                .isInstanceOf(NotFound.class);
        fixture.exchanges.confirm(INES, offered.id(), other.id(), NADIA);
        assertThatThrownBy(() -> fixture.exchanges.confirm(INES, offered.id(), omars.id(), NADIA))
                .isInstanceOf(Refused.class);

        assertThat(seat(OMAR, FEBRUARY).state()).isEqualTo(BookingState.BOOKED);
        assertThat(fixture.exchangeNews.heard)
                .containsExactly("answered by 129", "answered by 130", "done 128 130", "answer of 129 OVER");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anAnswerIsRefusedOrTakenBackAndTheOfferStays(TestDatabase database) {
        given(database);
        Exchange offered = offer(null);
        Answer first = fixture.exchanges.answer(OMAR, offered.id(), february.id(), NADIA);
        fixture.exchanges.endAnswer(INES, offered.id(), first.id(), NADIA);
        fixture.exchanges.endAnswer(INES, offered.id(), first.id(), NADIA);
        Answer second = fixture.exchanges.answer(OMAR, offered.id(), february.id(), NADIA);
        fixture.exchanges.endAnswer(OMAR, offered.id(), second.id(), NADIA);

        assertThatThrownBy(() -> fixture.exchanges.confirm(INES, offered.id(), second.id(), NADIA))
                .isInstanceOf(Refused.class);
        fixture.exchanges.end(INES, offered.id(), NADIA);
        assertThatThrownBy(() -> fixture.exchanges.answer(OMAR, offered.id(), february.id(), NADIA))
                .isInstanceOf(Refused.class);
        assertThat(fixture.exchangeNews.heard)
                .containsExactly("answered by 129", "refused to 129", "answered by 129", "answer of 129 WITHDRAWN");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aSeatThatIsNoLongerToBeHadEndsItAndBothAreTold(TestDatabase database) {
        given(database);
        Exchange offered = offer("129");
        Answer answer = fixture.exchanges.answer(OMAR, offered.id(), february.id(), NADIA);
        assertThat(fixture.overdue.end()).isZero();

        fixture.bookings.announce(OMAR, february.id(), NADIA);
        assertThatThrownBy(() -> fixture.exchanges.confirm(INES, offered.id(), answer.id(), NADIA))
                .isInstanceOf(Refused.class);
        assertThat(fixture.overdue.end()).as("the answer").isEqualTo(1);
        fixture.bookings.giveBack(INES, january.id(), NADIA);
        assertThat(fixture.board.offered(OMAR)).isEmpty();
        assertThat(fixture.board.see(OMAR, offered.id()).isLive()).isFalse();
        assertThat(fixture.overdue.end()).as("the offer").isEqualTo(1);
        assertThat(fixture.overdue.end()).isZero();
        assertThat(fixture.exchangeNews.heard)
                .containsExactly("offered to 129", "answered by 129", "answer of 129 OVER", "offer of 128 OVER");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aShiftThatDoesNotTakePlaceIsExchangedNoMore(TestDatabase database) {
        given(database);
        Exchange offered = offer(null);
        fixture.closures.add(new ClosureDraft(JANUARY, JANUARY, "Inventaire", 0), NADIA);

        assertThatThrownBy(() -> fixture.exchanges.answer(OMAR, offered.id(), february.id(), NADIA))
                .isInstanceOf(Refused.class);
        assertThat(fixture.overdue.end()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void itIsConfirmedInTime(TestDatabase database) {
        given(database);
        Exchange offered = offer(null);
        Answer answer = fixture.exchanges.answer(OMAR, offered.id(), february.id(), NADIA);
        fixture.goTo("2027-01-25");
        fixture.clock.advance(Duration.ofHours(-3).plusSeconds(1));

        assertThatThrownBy(() -> fixture.exchanges.confirm(INES, offered.id(), answer.id(), NADIA))
                .isInstanceOf(Refused.class);
        fixture.clock.advance(Duration.ofSeconds(-1));
        fixture.exchanges.confirm(INES, offered.id(), answer.id(), NADIA);
        assertThat(seat(OMAR, JANUARY).state()).isEqualTo(BookingState.BOOKED);
    }

    /** Two answers are confirmed at once, while one of the seats is given for something else. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void ofManyAtOnceOneExchangeIsMade(TestDatabase database) throws Exception {
        given(database);
        Booking leas = book(LEA, FEBRUARY);
        Exchange offered = offer(null);
        Answer omars = fixture.exchanges.answer(OMAR, offered.id(), february.id(), NADIA);
        Answer other = fixture.exchanges.answer(LEA, offered.id(), leas.id(), NADIA);
        List<Callable<Boolean>> all = new ArrayList<>();
        for (Answer answer : List.of(omars, other, omars, other)) {
            all.add(() -> isDone(() -> fixture.exchanges.confirm(INES, offered.id(), answer.id(), NADIA)));
        }

        var pool = Executors.newFixedThreadPool(4);
        int done = 0;
        for (Future<Boolean> one : pool.invokeAll(all)) {
            done += one.get() ? 1 : 0;
        }
        pool.shutdown();

        assertThat(done).as("confirmed twice changes nothing").isEqualTo(2);
        assertThat(fixture.calendar.sheet(shift(JANUARY)).present()).hasSize(1);
        assertThat(fixture.calendar.sheet(shift(FEBRUARY)).present()).hasSize(2);
        assertThat(seat(INES, FEBRUARY).state()).isEqualTo(BookingState.BOOKED);
    }

    private static boolean isDone(Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (Refused late) {
            return false;
        }
    }

    /** She says that she does not come, and a minute later that she does: what was asked of others meanwhile is over. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aSeatThatWasLostAndCameBackIsOfferedAnewOrNotAtAll(TestDatabase database) {
        given(database);
        Exchange offered = offer(null);
        fixture.bookings.announce(INES, january.id(), NADIA);
        fixture.clock.advance(Duration.ofMinutes(1));
        assertThat(book(INES, JANUARY).id()).isEqualTo(january.id());

        assertThat(fixture.board.own(INES)).isEmpty();
        assertThat(fixture.board.offered(OMAR)).isEmpty();
        assertThatThrownBy(() -> fixture.exchanges.answer(OMAR, offered.id(), february.id(), NADIA))
                .isInstanceOf(Refused.class);
        Exchange anew = offer(null);
        assertThat(anew.id()).isNotEqualTo(offered.id());
        assertThat(fixture.board.own(INES)).extracting(Exchange::id).containsExactly(anew.id());
        assertThat(fixture.overdue.end()).isZero();
        assertThat(fixture.exchangeNews.heard).containsExactly("offer of 128 OVER");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anAnswerIsOfTheOfferThatTheAddressNames(TestDatabase database) {
        given(database);
        Exchange offered = offer(null);
        Answer answer = fixture.exchanges.answer(OMAR, offered.id(), february.id(), NADIA);

        assertThatThrownBy(() -> fixture.exchanges.confirm(INES, offered.id() + 1, answer.id(), NADIA))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fixture.exchanges.endAnswer(OMAR, offered.id() + 1, answer.id(), NADIA))
                .isInstanceOf(NotFound.class);
        assertThat(fixture.board.own(INES).get(0).answers().get(0).state()).isEqualTo(ExchangeState.OPEN);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aSeatIsOfferedOrSomebodyIsAskedForItAndNotBoth(TestDatabase database) {
        given(database);
        Exchange offered = offer(null);
        assertThatThrownBy(() -> fixture.standInRequests.ask(INES, january.id(), "129", NADIA))
                .isInstanceOf(Refused.class);

        fixture.exchanges.end(INES, offered.id(), NADIA);
        fixture.standInRequests.ask(INES, january.id(), "129", NADIA);
        assertThatThrownBy(() -> offer(null)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> offer("9".repeat(41)))
                .as("the field is named first")
                .isInstanceOf(InvalidInput.class);
        assertThat(fixture.board.own(INES)).isEmpty();
    }
}
