package coop.greffon.shifts.internal.reminder;

import static coop.greffon.shifts.internal.store.Home.PAUL;
import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static coop.greffon.shifts.internal.store.WorkFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import coop.greffon.core.mail.Attachment;
import coop.greffon.core.mail.Letter;
import coop.greffon.core.mail.Outbox;
import coop.greffon.members.Subjects;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.LeaveDraft;
import coop.greffon.shifts.internal.store.PeriodKind;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.shifts.internal.store.slot.Booking;
import coop.greffon.shifts.internal.store.slot.ClosureDraft;
import coop.greffon.shifts.internal.store.slot.FixedPlaceDraft;
import coop.greffon.shifts.internal.store.slot.Shift;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.OwnSeat;
import coop.greffon.shifts.internal.store.slot.Template;
import coop.greffon.shifts.internal.store.slot.TemplateDraft;
import coop.greffon.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Inès has a seat on Monday 25 January 2027, from nine to twelve in Paris. */
class SeatLettersTest {
    private static final LocalDate JANUARY = LocalDate.parse("2027-01-25");

    private final List<Letter> sent = new ArrayList<>();
    private final List<String> causes = new ArrayList<>();
    private WorkFixture fixture;
    private SeatLetters letters;

    private void on(TestDatabase database) {
        fixture = new WorkFixture(database);
        Outbox outbox = (letter, cause) -> {
            sent.add(letter);
            causes.add(cause);
        };
        var postman = new Postman(outbox, fixture.members, fixture.duties, fixture.settings, fixture.clock);
        letters = new SeatLetters(postman, fixture.members, FilesOfATest.of(fixture));
    }

    private ICalendar lastFile() {
        Attachment file = sent.get(sent.size() - 1).attachments().get(0);
        return Biweekly.parse(new String(file.content(), StandardCharsets.UTF_8))
                .first();
    }

    private Booking now(Booking booking) {
        return fixture.calendar.seat(booking.id()).orElseThrow().booking();
    }

    private Shift shift() {
        return fixture.calendar.between(JANUARY, JANUARY).get(0).shift();
    }

    /** Moved to ten, then closed: the same event three times, each newer than the one before. */
    @ParameterizedTest
    @EnumSource
    void theFileOfAMovedSeatReplacesTheOldOneAndThatOfACancelledTakesItAway(TestDatabase database) {
        on(database);
        fixture.enrol();
        Template mondays = fixture.mondays();
        Booking booking = fixture.bookings.book(INES, shift().id(), Comes.THEMSELVES, NADIA);
        assertThat(booking.revision()).isZero();

        fixture.templates.change(mondays.id(), mondays.revision(), at(LocalTime.of(10, 0)), NADIA);
        letters.moved(now(booking), INES, shift());
        VEvent moved = lastFile().getEvents().get(0);
        assertThat(lastFile().getMethod().getValue()).isEqualTo("PUBLISH");
        assertThat(moved.getUid().getValue()).isEqualTo("booking-" + booking.id() + "@" + FilesOfATest.INSTANCE);
        assertThat(moved.getDateStart().getValue()).isEqualTo(Date.from(Instant.parse("2027-01-25T09:00:00Z")));
        assertThat(moved.getSequence().getValue()).isEqualTo(1);

        fixture.closures.add(new ClosureDraft(JANUARY, JANUARY, "Inventaire", 0), NADIA);
        letters.cancelled(now(booking), INES, shift());
        VEvent cancelled = lastFile().getEvents().get(0);
        assertThat(lastFile().getMethod().getValue()).isEqualTo("CANCEL");
        assertThat(cancelled.getUid()).isEqualTo(moved.getUid());
        assertThat(cancelled.getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(cancelled.getSequence().getValue()).isEqualTo(2);
    }

    /** To ten, back to nine, and to ten after all: told of the first two only, they would come at nine. */
    @ParameterizedTest
    @EnumSource
    void whatIsDoneAgainIsToldAgain(TestDatabase database) {
        on(database);
        fixture.enrol();
        Template mondays = fixture.mondays();
        Booking booking = fixture.bookings.book(INES, shift().id(), Comes.THEMSELVES, NADIA);

        for (int hour : new int[] {10, 9, 10}) {
            long revision = fixture.templates.get(mondays.id()).revision();
            fixture.templates.change(mondays.id(), revision, at(LocalTime.of(hour, 0)), NADIA);
            letters.moved(now(booking), INES, shift());
        }

        assertThat(causes).doesNotHaveDuplicates().hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void whatTakesPlaceAfterAllIsBackInTheCalendar(TestDatabase database) {
        on(database);
        fixture.enrol();
        fixture.places.give(fixture.mondays().id(), INES, new FixedPlaceDraft(null, START, null), NADIA);
        fixture.closures.add(new ClosureDraft(JANUARY, JANUARY, "Inventaire", 0), NADIA);
        fixture.closures.withdraw(fixture.closures.all().get(0).id(), NADIA);

        OwnSeat seat = fixture.calendar.of(INES, JANUARY, JANUARY).get(0);
        letters.again(seat.booking(), INES, seat.shift());

        assertThat(lastFile().getMethod().getValue()).isEqualTo("PUBLISH");
        assertThat(lastFile().getEvents().get(0).getSequence().getValue()).isEqualTo(2);
        assertThat(sent.get(0).title().key()).isEqualTo("shifts.letter.again.title");
    }

    @ParameterizedTest
    @EnumSource
    void whoeverIsFreedTakesTheSeatOutOfTheirCalendar(TestDatabase database) {
        on(database);
        fixture.enrol();
        fixture.add(129, Track.FLYING);
        fixture.mondays();
        Booking booking = fixture.bookings.book(INES, shift().id(), Comes.THEMSELVES, NADIA);
        fixture.bookings.seek(INES, booking.id(), true, NADIA);
        fixture.bookings.standIn(129, booking.id(), NADIA);

        letters.standsIn(booking.id(), INES, 129, shift());

        assertThat(lastFile().getMethod().getValue()).isEqualTo("CANCEL");
        assertThat(lastFile().getEvents().get(0).getSequence().getValue()).isEqualTo(1);
    }

    private static TemplateDraft at(LocalTime starts) {
        TemplateDraft so = WorkFixture.monday("Caisse", 4);
        return new TemplateDraft(
                so.job(),
                so.week(),
                so.weekday(),
                starts,
                so.ends(),
                so.worth(),
                so.minimum(),
                so.seats(),
                so.leaders(),
                so.wanted(),
                START,
                null,
                null);
    }

    /** Inès and Paul were both to come on 25 January; she is away, and neither comes. */
    @ParameterizedTest
    @EnumSource
    void eachWhoseSeatALeaveFreesIsToldOnceInTheirLanguage(TestDatabase database) {
        on(database);
        fixture.shareWithPaul();
        fixture.speaks(PAUL, "en");
        fixture.mondays();
        fixture.bookings.book(INES, shift().id(), Comes.BOTH, NADIA);
        LeaveDraft leave = new LeaveDraft(PeriodKind.HOLIDAY, JANUARY.minusDays(5), JANUARY.plusDays(5), null);
        fixture.leaves.giveLeave(INES, leave, NADIA);
        fixture.leaves.giveLeave(INES, leave, NADIA);
        assertThat(fixture.news.freed).containsExactly("128 [2027-01-25 THEMSELVES, 2027-01-25 PARTNER]");

        letters.freed(INES, fixture.calendar.of(INES, JANUARY, JANUARY));

        assertThat(sent)
                .extracting(letter -> letter.to().subject() + " " + letter.to().language() + " "
                        + letter.title().key())
                .containsExactlyInAnyOrder(
                        Subjects.of(INES) + " fr shifts.letter.freed.title",
                        Subjects.of(PAUL) + " en shifts.letter.freed.title");
        assertThat(causes).doesNotHaveDuplicates();
        assertThat(lastFile().getMethod().getValue()).isEqualTo("CANCEL");
    }
}
