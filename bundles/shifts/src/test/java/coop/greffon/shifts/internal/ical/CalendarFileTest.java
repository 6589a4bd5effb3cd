package coop.greffon.shifts.internal.ical;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import biweekly.util.ByDay;
import coop.greffon.core.message.Messages;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.shifts.internal.store.booking.JpaFeeds;
import coop.greffon.shifts.internal.store.booking.JpaJobFeeds.JobFeed;
import coop.greffon.shifts.internal.store.slot.Booking;
import coop.greffon.shifts.internal.store.slot.ClosureDraft;
import coop.greffon.testing.TestDatabase;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A shift on 25 January 2027 from nine to twelve in Paris. */
class CalendarFileTest {
    private static final LocalDate JANUARY = LocalDate.parse("2027-01-25");
    private static final UUID INSTANCE = UUID.fromString("00000000-0000-0000-0000-000000000007");

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static Messages keys() {
        return (Messages) Proxy.newProxyInstance(
                Messages.class.getClassLoader(),
                new Class<?>[] {Messages.class},
                (proxy, method, arguments) -> String.valueOf(arguments[1]));
    }

    private static VEvent event(WorkFixture fixture) {
        String file = new CalendarFile(keys(), Locale.FRENCH, INSTANCE, PARIS)
                .of(fixture.calendar.of(INES, JANUARY, JANUARY), fixture.clock.instant());
        List<VEvent> events = Biweekly.parse(file).first().getEvents();
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    @Test
    void theSameSeatHasTheSameNameAndIsToldAsCancelledWhenItIsGivenBack() {
        var fixture = new WorkFixture(TestDatabase.H2);
        fixture.enrol();
        fixture.mondays();
        long shift = fixture.calendar.between(JANUARY, JANUARY).get(0).shift().id();
        Booking booking = fixture.bookings.book(INES, shift, Comes.THEMSELVES, NADIA);

        VEvent booked = event(fixture);
        assertThat(booked.getUid().getValue()).isEqualTo("booking-" + booking.id() + "@" + INSTANCE);
        assertThat(booked.getDateStart().getValue()).isEqualTo(Date.from(Instant.parse("2027-01-25T08:00:00Z")));
        assertThat(booked.getDateEnd().getValue()).isEqualTo(Date.from(Instant.parse("2027-01-25T11:00:00Z")));
        assertThat(booked.getStatus().getValue()).isEqualTo("CONFIRMED");

        fixture.bookings.giveBack(INES, booking.id(), NADIA);
        VEvent cancelled = event(fixture);
        assertThat(cancelled.getUid()).isEqualTo(booked.getUid());
        assertThat(cancelled.getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(cancelled.getSequence().getValue())
                .isGreaterThan(booked.getSequence().getValue());
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anAddressIsGoodUntilItIsEndedOrMadeAnew(TestDatabase database) {
        var fixture = new WorkFixture(database);
        fixture.enrol();
        var feeds = new JpaFeeds(fixture.store.jpa("shifts"), fixture.changes, fixture.clock);

        assertThat(feeds.since(INES)).isEmpty();
        String first = feeds.renew(INES, NADIA);
        assertThat(first).matches("[A-Za-z0-9_-]{43}");
        assertThat(feeds.memberOf(first)).contains(INES);
        String second = feeds.renew(INES, NADIA);
        assertThat(feeds.memberOf(first)).isEmpty();
        assertThat(feeds.memberOf(second)).contains(INES);
        feeds.end(INES, NADIA);
        feeds.end(INES, NADIA);
        assertThat(feeds.memberOf(second)).isEmpty();
        assertThat(feeds.since(INES)).isEmpty();
    }

    /** Four seats; Inès has one, and looks for a stand-in: then all four are wanted. The second of February does not take place. */
    @Test
    void aJobsCalendarTellsHowManyAreWantedAndNobodysName() {
        var fixture = new WorkFixture(TestDatabase.H2);
        fixture.enrol();
        fixture.mondays();
        long shift = fixture.calendar.between(JANUARY, JANUARY).get(0).shift().id();
        Booking booking = fixture.bookings.book(INES, shift, Comes.THEMSELVES, NADIA);
        LocalDate february = LocalDate.parse("2027-02-22");
        fixture.closures.add(new ClosureDraft(february, february, "Inventaire", 0), NADIA);

        List<VEvent> events = eventsOfTheJob(fixture, february);
        assertThat(events)
                .extracting(event -> event.getSummary().getValue())
                .containsExactly("shifts.job-feed.wanted [Caisse, 3]", "shifts.job-feed.full [Caisse]");
        assertThat(events).extracting(event -> event.getStatus().getValue()).containsExactly("CONFIRMED", "CANCELLED");
        assertThat(events.get(0).getUid().getValue()).isEqualTo("shift-" + shift + "@" + INSTANCE);
        assertThat(events.get(0).getDateStart().getValue()).isEqualTo(Date.from(Instant.parse("2027-01-25T08:00:00Z")));

        fixture.bookings.seek(INES, booking.id(), true, NADIA);
        assertThat(eventsOfTheJob(fixture, JANUARY).get(0).getSummary().getValue())
                .isEqualTo("shifts.job-feed.wanted [Caisse, 4]");
    }

    private static List<VEvent> eventsOfTheJob(WorkFixture fixture, LocalDate last) {
        Messages words = (Messages) Proxy.newProxyInstance(
                Messages.class.getClassLoader(), new Class<?>[] {Messages.class}, (proxy, method, arguments) -> {
                    Text text = (Text) arguments[1];
                    return text.key() + " " + text.arguments();
                });
        String file = new CalendarFile(words, Locale.FRENCH, INSTANCE, PARIS)
                .ofJob("Caisse", fixture.calendar.between(JANUARY, last), fixture.clock.instant());
        assertThat(file).doesNotContain("Inès");
        return Biweekly.parse(file).first().getEvents();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theAddressOfAJobIsGoodUntilItIsEndedOrMadeAnew(TestDatabase database) {
        var fixture = new WorkFixture(database);
        fixture.mondays();

        assertThat(fixture.jobFeeds.all()).containsExactly(new JobFeed("Caisse", null));
        assertThatThrownBy(() -> fixture.jobFeeds.renew("Rayon", NADIA)).isInstanceOf(NotFound.class);
        String first = fixture.jobFeeds.renew("Caisse", NADIA);
        assertThat(fixture.jobFeeds.jobOf(first)).contains("Caisse");
        String second = fixture.jobFeeds.renew("Caisse", NADIA);
        assertThat(fixture.jobFeeds.jobOf(first)).isEmpty();
        assertThat(fixture.jobFeeds.jobOf(second)).contains("Caisse");
        assertThat(fixture.jobFeeds.all()).containsExactly(new JobFeed("Caisse", fixture.clock.instant()));
        fixture.jobFeeds.end("Caisse", NADIA);
        fixture.jobFeeds.end("Caisse", NADIA);
        assertThat(fixture.jobFeeds.jobOf(second)).isEmpty();
    }

    /** Cancelled, and open again: each is news to a program that shows it. */
    @Test
    void aShiftThatTakesPlaceAgainIsNewerThanItsCancellation() {
        var fixture = new WorkFixture(TestDatabase.H2);
        fixture.mondays();
        int planned = eventsOfTheJob(fixture, JANUARY).get(0).getSequence().getValue();
        fixture.closures.add(new ClosureDraft(JANUARY, JANUARY, "Inventaire", 0), NADIA);
        int cancelled = eventsOfTheJob(fixture, JANUARY).get(0).getSequence().getValue();
        fixture.generation.write(WorkFixture.START);
        assertThat(eventsOfTheJob(fixture, JANUARY).get(0).getSequence().getValue())
                .isEqualTo(cancelled);
        fixture.closures.withdraw(fixture.closures.all().get(0).id(), NADIA);

        assertThat(cancelled).isGreaterThan(planned);
        assertThat(eventsOfTheJob(fixture, JANUARY).get(0).getSequence().getValue())
                .isGreaterThan(cancelled);
    }

    /** Nine in Paris is eight in UTC in January and seven in June, and nine it is in the file. */
    @Test
    void hoursAreThoseOfTheClockOnTheWallAndTheZoneGoesWithThem() {
        var fixture = new WorkFixture(TestDatabase.H2);
        fixture.enrol();
        fixture.mondays();
        long shift = fixture.calendar.between(JANUARY, JANUARY).get(0).shift().id();
        fixture.bookings.book(INES, shift, Comes.THEMSELVES, NADIA);

        String file = new CalendarFile(keys(), Locale.FRENCH, INSTANCE, PARIS)
                .of(fixture.calendar.of(INES, JANUARY, JANUARY), fixture.clock.instant());

        assertThat(file)
                .contains("DTSTART;TZID=Europe/Paris:20270125T090000", "DTEND;TZID=Europe/Paris:20270125T120000")
                .contains("BEGIN:VTIMEZONE", "TZID:Europe/Paris")
                .contains("DTSTART:20260329T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200")
                .contains("RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10")
                .contains("DTSTART:20261025T030000");
    }

    /** Of New York, clocks are put forward on the second Sunday of March; in Tokyo never. */
    @Test
    void everyZoneIsToldByItsRules() {
        Instant first = Instant.parse("2027-01-25T08:00:00Z");
        var newYork = new ZoneFile(ZoneId.of("America/New_York")).from(first).getComponent();
        var tokyo = new ZoneFile(ZoneId.of("Asia/Tokyo")).from(first).getComponent();

        assertThat(newYork.getDaylightSavingsTime()
                        .get(0)
                        .getDateStart()
                        .getValue()
                        .getRawComponents())
                .hasToString("20260308T020000");
        assertThat(newYork.getDaylightSavingsTime()
                        .get(0)
                        .getRecurrenceRule()
                        .getValue()
                        .getByDay())
                .containsExactly(new ByDay(2, biweekly.util.DayOfWeek.SUNDAY));
        assertThat(newYork.getStandardTimes()).hasSize(1);
        assertThat(tokyo.getDaylightSavingsTime()).isEmpty();
        assertThat(tokyo.getStandardTimes().get(0).getTimezoneOffsetTo().getValue())
                .hasToString("+0900");
    }
}
