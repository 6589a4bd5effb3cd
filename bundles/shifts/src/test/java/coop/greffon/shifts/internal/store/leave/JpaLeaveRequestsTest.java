package coop.greffon.shifts.internal.store.leave;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static coop.greffon.shifts.internal.store.WorkFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.shifts.internal.rules.LeaveRules;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.EnrolmentDraft;
import coop.greffon.shifts.internal.store.LeaveDraft;
import coop.greffon.shifts.internal.store.Period;
import coop.greffon.shifts.internal.store.PeriodKind;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.shifts.internal.store.slot.BookingState;
import coop.greffon.shifts.internal.store.slot.FixedPlace;
import coop.greffon.shifts.internal.store.slot.FixedPlaceDraft;
import coop.greffon.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Inès has a fixed place on Mondays of the first week: 25 January and 22 February 2027. */
class JpaLeaveRequestsTest {
    private static final LocalDate JANUARY = LocalDate.parse("2027-01-25");
    private static final LocalDate FEBRUARY = LocalDate.parse("2027-02-22");

    private WorkFixture fixture;

    private void on(TestDatabase database) {
        fixture = new WorkFixture(database);
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FIXED, START), NADIA);
        fixture.places.give(fixture.mondays().id(), INES, new FixedPlaceDraft(null, START, null), NADIA);
    }

    private static LeaveDraft leave(PeriodKind kind, String from, String to) {
        return new LeaveDraft(kind, LocalDate.parse(from), to == null ? null : LocalDate.parse(to), "away");
    }

    private Actor ines() {
        return new Actor(Actor.Kind.ACCOUNT, fixture.accountOf(INES), "Inès");
    }

    private long asked() {
        return fixture.requests.of(INES).get(0).id();
    }

    private List<BookingState> seats() {
        return fixture.calendar.of(INES, JANUARY, FEBRUARY).stream()
                .map(seat -> seat.booking().state())
                .toList();
    }

    private static void refusedAt(String field, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors())
                                .extracting(error -> error.field())
                                .containsExactly(field));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAskedTwiceWaitsOnceAndChangesNothing(TestDatabase database) {
        on(database);
        fixture.requests.ask(INES, leave(PeriodKind.HOLIDAY, "2027-01-20", "2027-01-31"), ines());
        fixture.requests.ask(INES, leave(PeriodKind.HOLIDAY, "2027-01-20", "2027-01-31"), NADIA);

        assertThat(fixture.requests.open()).extracting(LeaveRequest::memberId).containsExactly(INES);
        assertThat(fixture.requests.countOpen()).isEqualTo(1);
        assertThat(seats()).containsExactly(BookingState.BOOKED, BookingState.BOOKED);
        assertThat(fixture.account("2027-01-20", null).periods()).isEmpty();
        refusedAt("from", () -> fixture.requests.ask(INES, leave(PeriodKind.EXEMPTION, "2027-01-31", null), NADIA));
    }

    @ParameterizedTest
    @EnumSource
    void daysThatAreNoSuchLeaveAreRefusedAtTheirField(TestDatabase database) {
        on(database);
        fixture.settings.leaveRules = LeaveRules.LOUVE;
        refusedAt("to", () -> fixture.requests.ask(INES, leave(PeriodKind.SICK, "2027-01-20", "2027-01-30"), NADIA));
        refusedAt("to", () -> fixture.requests.ask(INES, leave(PeriodKind.SICK, "2027-01-20", null), NADIA));
        refusedAt("to", () -> fixture.requests.ask(INES, leave(PeriodKind.HOLIDAY, "2027-01-20", "2027-01-19"), NADIA));
        refusedAt("kind", () -> fixture.requests.ask(INES, leave(PeriodKind.GRACE, "2027-01-20", "2027-01-30"), NADIA));
        assertThat(fixture.requests.of(INES)).isEmpty();
    }

    /** The effects say what approving does: the seat of January is freed, and the place stays. */
    @ParameterizedTest
    @EnumSource
    void whatIsApprovedFreesTheSeatsThatWereForeseen(TestDatabase database) {
        on(database);
        LeaveDraft draft = leave(PeriodKind.HOLIDAY, "2027-01-20", "2027-01-31");
        assertThat(fixture.foresight.of(INES, draft).freed())
                .extracting(seat -> seat.shift().day())
                .containsExactly(JANUARY);
        Actor ines = ines();
        fixture.requests.ask(INES, draft, ines);

        fixture.requests.approve(asked(), NADIA);
        fixture.requests.approve(asked(), NADIA);

        assertThat(seats()).containsExactly(BookingState.AWAY, BookingState.BOOKED);
        assertThat(fixture.account("2027-01-20", null).periods()).hasSize(1);
        assertThat(fixture.requests.open()).isEmpty();
        assertThat(fixture.leaveNews.told).containsExactly("approved 2027-01-20 2027-01-31");
        assertThatThrownBy(() -> fixture.requests.refuse(asked(), "too late", NADIA))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> fixture.requests.withdraw(INES, asked(), ines)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyDecidesAboutWhatTheyAskedFor(TestDatabase database) {
        on(database);
        fixture.requests.ask(INES, leave(PeriodKind.HOLIDAY, "2027-01-20", "2027-01-31"), NADIA);
        Actor ines = ines();

        assertThatThrownBy(() -> fixture.requests.approve(asked(), ines)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> fixture.requests.refuse(asked(), "no", ines)).isInstanceOf(Refused.class);
        assertThat(fixture.requests.open()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalNeedsAReasonAndIsToldOnce(TestDatabase database) {
        on(database);
        fixture.requests.ask(INES, leave(PeriodKind.HOLIDAY, "2027-01-20", "2027-01-31"), NADIA);
        refusedAt("reason", () -> fixture.requests.refuse(asked(), " ", NADIA));

        fixture.requests.refuse(asked(), "everybody is away then", NADIA);
        fixture.requests.refuse(asked(), "everybody is away then", NADIA);

        assertThat(fixture.leaveNews.told).containsExactly("refused 2027-01-20 everybody is away then");
        assertThat(fixture.requests.get(asked()).reason()).isEqualTo("everybody is away then");
        assertThat(seats()).containsExactly(BookingState.BOOKED, BookingState.BOOKED);
        fixture.requests.ask(INES, leave(PeriodKind.HOLIDAY, "2027-01-20", "2027-01-31"), NADIA);
        assertThat(fixture.requests.open()).as("they may ask again").hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverAskedWithdrawsTheirOwnOnly(TestDatabase database) {
        on(database);
        fixture.add(129, Track.FLYING);
        fixture.requests.ask(INES, leave(PeriodKind.HOLIDAY, "2027-01-20", "2027-01-31"), NADIA);

        assertThatThrownBy(() -> fixture.requests.withdraw(129, asked(), NADIA)).isInstanceOf(NotFound.class);
        fixture.requests.withdraw(INES, asked(), NADIA);
        fixture.requests.withdraw(INES, asked(), NADIA);

        assertThat(fixture.requests.open()).isEmpty();
        assertThatThrownBy(() -> fixture.requests.approve(asked(), NADIA)).isInstanceOf(Refused.class);
        assertThat(fixture.account("2027-01-20", null).periods()).isEmpty();
    }

    /** What was given meanwhile for the same days stands: approving tells so and changes nothing. */
    @ParameterizedTest
    @EnumSource
    void whatTouchesALeaveGivenMeanwhileIsNotApproved(TestDatabase database) {
        on(database);
        fixture.requests.ask(INES, leave(PeriodKind.HOLIDAY, "2027-01-20", "2027-01-31"), NADIA);
        fixture.leaves.giveLeave(INES, leave(PeriodKind.EXEMPTION, "2027-01-31", "2027-02-28"), NADIA);

        refusedAt("from", () -> fixture.requests.approve(asked(), NADIA));
        assertThat(fixture.requests.open()).hasSize(1);
        assertThat(fixture.leaveNews.told).isEmpty();
    }

    /** SuperCoop: without an end, the place goes from the day before on, with every seat on it. */
    @ParameterizedTest
    @EnumSource
    void aLongLeaveGivesThePlaceToOthers(TestDatabase database) {
        on(database);
        fixture.settings.leaveRules = LeaveRules.SUPERCOOP;
        LeaveDraft long168 = leave(PeriodKind.EXEMPTION, "2027-02-01", "2027-07-18");
        LeaveEffects effects = fixture.foresight.of(INES, long168);
        assertThat(effects.period().placesEnd()).isEqualTo("2027-01-31");
        assertThat(effects.freed()).extracting(seat -> seat.shift().day()).containsExactly(FEBRUARY);

        fixture.leaves.giveLeave(INES, long168, NADIA);

        assertThat(seats()).containsExactly(BookingState.BOOKED, BookingState.AWAY);
        assertThat(fixture.places.of(INES)).extracting(FixedPlace::to).containsExactly(LocalDate.parse("2027-01-31"));
        assertThat(fixture.departures.followAll()).as("all was done at once").isZero();
        fixture.leaves.withdraw(
                INES, fixture.account("2027-01-04", null).periods().get(0).id(), NADIA);
        assertThat(fixture.places.of(INES))
                .as("somebody else may have it")
                .extracting(FixedPlace::to)
                .containsExactly(LocalDate.parse("2027-01-31"));
    }

    /** La Louve, ill from 4 January to 31 March: a certificate is due on the 19th, and without it the 25th is the last day. */
    @ParameterizedTest
    @EnumSource
    void aLeaveWhoseDocumentNobodySawEnds(TestDatabase database) {
        on(database);
        fixture.settings.leaveRules = LeaveRules.LOUVE;
        fixture.leaves.giveLeave(INES, leave(PeriodKind.SICK, "2027-01-04", "2027-03-31"), NADIA);
        assertThat(seats()).containsExactly(BookingState.AWAY, BookingState.AWAY);

        assertThat(fixture.documents.missing(LocalDate.parse("2027-01-18"))).isEmpty();
        assertThat(fixture.documents.missing(LocalDate.parse("2027-01-19"))).hasSize(1);
        fixture.goTo("2027-01-25");
        assertThat(fixture.documents.endUnseen(LocalDate.parse("2027-01-25"), Actor.host()))
                .isZero();
        fixture.goTo("2027-01-26");
        assertThat(fixture.documents.endUnseen(LocalDate.parse("2027-01-26"), Actor.host()))
                .isEqualTo(1);
        assertThat(fixture.documents.endUnseen(LocalDate.parse("2027-01-26"), Actor.host()))
                .isZero();

        assertThat(fixture.account("2027-01-26", null).periods())
                .extracting(Period::to)
                .containsExactly(JANUARY);
        assertThat(fixture.leaveNews.told).containsExactly("ended 2027-01-25");
        assertThat(seats())
                .as("the fixed place has its seat back")
                .containsExactly(BookingState.AWAY, BookingState.BOOKED);
    }

    /** La Louve, ill for the shortest time there is, until the 18th: the certificate is due on the 19th, and wanted until the 25th. */
    @ParameterizedTest
    @EnumSource
    void theDocumentOfALeaveThatIsOverIsAskedForAsWell(TestDatabase database) {
        on(database);
        fixture.settings.leaveRules = LeaveRules.LOUVE;
        fixture.leaves.giveLeave(INES, leave(PeriodKind.SICK, "2027-01-04", "2027-01-18"), NADIA);

        assertThat(fixture.documents.missing(LocalDate.parse("2027-01-18"))).isEmpty();
        assertThat(fixture.documents.missing(LocalDate.parse("2027-01-19"))).hasSize(1);
        assertThat(fixture.documents.missing(LocalDate.parse("2027-01-25"))).hasSize(1);
        assertThat(fixture.documents.missing(LocalDate.parse("2027-01-26"))).isEmpty();
        fixture.goTo("2027-01-26");
        assertThat(fixture.documents.endUnseen(LocalDate.parse("2027-01-26"), Actor.host()))
                .isZero();
        assertThat(fixture.account("2027-01-26", null).periods())
                .extracting(Period::to)
                .containsExactly(LocalDate.parse("2027-01-18"));
    }

    /** La Louve, ill until 31 January; nobody looked on the 26th, nor before February. */
    @ParameterizedTest
    @EnumSource
    void aLeaveIsVoidThoughTheDayWasMissedAndTheLeaveIsOver(TestDatabase database) {
        on(database);
        fixture.settings.leaveRules = LeaveRules.LOUVE;
        fixture.leaves.giveLeave(INES, leave(PeriodKind.SICK, "2027-01-04", "2027-01-31"), NADIA);
        fixture.goTo("2027-02-05");
        LocalDate today = LocalDate.parse("2027-02-05");

        assertThat(fixture.documents.endUnseen(today, Actor.host())).isEqualTo(1);
        assertThat(fixture.documents.endUnseen(today, Actor.host())).isZero();

        assertThat(fixture.account("2027-02-05", null).periods())
                .extracting(Period::to)
                .containsExactly(JANUARY);
    }

    /** Nothing can be told to Inès, whose leave comes first: that of the other one ends all the same. */
    @ParameterizedTest
    @EnumSource
    void oneLeaveThatCannotEndKeepsNoOtherFromIt(TestDatabase database) {
        on(database);
        fixture.add(129, Track.FLYING);
        fixture.settings.leaveRules = LeaveRules.LOUVE;
        fixture.leaves.giveLeave(INES, leave(PeriodKind.SICK, "2027-01-04", "2027-03-31"), NADIA);
        fixture.leaves.giveLeave(129, leave(PeriodKind.SICK, "2027-01-04", "2027-03-31"), NADIA);
        fixture.goTo("2027-01-26");
        LocalDate today = LocalDate.parse("2027-01-26");
        fixture.leaveNews.unreachable.add(INES);

        assertThatThrownBy(() -> fixture.documents.endUnseen(today, Actor.host()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(fixture.leaveNews.told).containsExactly("ended 2027-01-25");
        fixture.leaveNews.unreachable.clear();
        assertThat(fixture.documents.endUnseen(today, Actor.host())).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aDocumentThatWasSeenKeepsTheLeave(TestDatabase database) {
        on(database);
        fixture.settings.leaveRules = LeaveRules.LOUVE;
        fixture.leaves.giveLeave(INES, leave(PeriodKind.SICK, "2027-01-04", "2027-03-31"), NADIA);
        long period = fixture.account("2027-01-04", null).periods().get(0).id();
        Actor ines = ines();

        assertThatThrownBy(() -> fixture.documents.see(INES, period, START, ines))
                .isInstanceOf(Refused.class);
        refusedAt("on", () -> fixture.documents.see(INES, period, START.plusDays(1), NADIA));
        fixture.documents.see(INES, period, START, NADIA);
        fixture.goTo("2027-01-26");
        fixture.documents.see(INES, period, LocalDate.parse("2027-01-26"), NADIA);

        assertThat(fixture.documents.endUnseen(LocalDate.parse("2027-01-26"), Actor.host()))
                .isZero();
        assertThat(fixture.account("2027-01-26", null)
                        .periods()
                        .get(0)
                        .document()
                        .seen())
                .isEqualTo(START);
        fixture.leaves.giveLeave(INES, leave(PeriodKind.HOLIDAY, "2027-05-01", "2027-05-02"), NADIA);
        long holiday = fixture.account("2027-05-01", null).periods().get(0).id();
        assertThatThrownBy(() -> fixture.documents.see(INES, holiday, START, NADIA))
                .isInstanceOf(Refused.class);
    }
}
