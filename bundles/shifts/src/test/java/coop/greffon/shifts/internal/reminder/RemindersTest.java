package coop.greffon.shifts.internal.reminder;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static coop.greffon.shifts.internal.store.WorkFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.job.JobContext;
import coop.greffon.core.mail.Letter;
import coop.greffon.members.Subjects;
import coop.greffon.shifts.internal.jobs.ReminderJob;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.LeaveRules;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.EnrolmentDraft;
import coop.greffon.shifts.internal.store.LeaveDraft;
import coop.greffon.shifts.internal.store.PeriodKind;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.shifts.internal.store.slot.FixedPlaceDraft;
import coop.greffon.shifts.internal.store.slot.Skills;
import coop.greffon.shifts.internal.store.slot.Template;
import coop.greffon.shifts.internal.store.slot.TemplateDraft;
import coop.greffon.testing.TestDatabase;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** BEES; Inès flies from 4 January 2027: due on 1 February. She is reminded two days before a shift. */
class RemindersTest {
    private static final LocalDate JANUARY = LocalDate.parse("2027-01-25");

    private final WorkFixture fixture = new WorkFixture(TestDatabase.H2);

    /** As the outbox: a second letter of the same cause is not written. */
    private final Map<String, Letter> sent = new LinkedHashMap<>();

    private final Postman postman =
            new Postman(this::send, fixture.members, fixture.duties, fixture.settings, fixture.clock);
    private final Reminders reminders = new Reminders(
            fixture.store.jpa("shifts"),
            new ShiftReminders(fixture.calendar, fixture.rules, postman, FilesOfATest.of(fixture), fixture.clock),
            new StandingReminders(fixture.accountsOfAll, postman),
            new LeaveReminders(fixture.documents, postman),
            fixture.clock);

    private long unreachable;

    private void send(Letter letter, String cause) {
        if (letter.to().subject().equals(Subjects.of(unreachable))) {
            throw new IllegalStateException("no letter to " + unreachable);
        }
        sent.putIfAbsent(cause, letter);
    }

    private List<String> written(String day) {
        sent.clear();
        fixture.goTo(day);
        fixture.cycles.post(LocalDate.parse(day), NADIA);
        reminders.write(LocalDate.parse(day));
        return sent.values().stream().map(letter -> letter.title().key()).toList();
    }

    @Test
    void whoeverHasAShiftIsRemindedTwoDaysBefore() {
        fixture.enrol();
        fixture.mondays();
        long shift = fixture.calendar.between(JANUARY, JANUARY).get(0).shift().id();
        fixture.bookings.book(INES, shift, Comes.THEMSELVES, NADIA);

        assertThat(written("2027-01-22")).isEmpty();
        assertThat(written("2027-01-23")).containsExactly("shifts.letter.shift.title");
        Letter reminder = sent.values().iterator().next();
        assertThat(reminder.to().address()).isEqualTo("ines@example.org");
        assertThat(reminder.attachments())
                .singleElement()
                .satisfies(
                        file -> assertThat(file.mediaType()).isEqualTo("text/calendar; charset=utf-8; method=PUBLISH"));
        assertThat(written("2027-01-24")).isEmpty();
        assertThat(reminders.write(LocalDate.parse("2027-01-23")))
                .as("yesterday's are no news")
                .isZero();
    }

    /** The shift of the 25th begins at ten instead of nine, as is decided the day after the reminder. */
    @Test
    void whoeverWasRemindedOfOtherHoursIsRemindedOnceMore() {
        fixture.enrol();
        Template mondays = fixture.mondays();
        long shift = fixture.calendar.between(JANUARY, JANUARY).get(0).shift().id();
        fixture.bookings.book(INES, shift, Comes.THEMSELVES, NADIA);
        fixture.goTo("2027-01-23");
        reminders.write(LocalDate.parse("2027-01-23"));
        assertThat(sent).hasSize(1);

        fixture.templates.change(mondays.id(), 1, atTen(), NADIA);
        reminders.write(LocalDate.parse("2027-01-23"));
        fixture.goTo("2027-01-24");
        reminders.write(LocalDate.parse("2027-01-24"));
        reminders.write(LocalDate.parse("2027-01-24"));

        assertThat(sent.values())
                .extracting(letter -> letter.title().key())
                .as("of nine, and of ten")
                .containsExactly("shifts.letter.shift.title", "shifts.letter.shift.title");
    }

    private static TemplateDraft atTen() {
        TemplateDraft nine = WorkFixture.monday("Caisse", 4);
        return new TemplateDraft(
                nine.job(),
                nine.week(),
                nine.weekday(),
                LocalTime.of(10, 0),
                nine.ends(),
                nine.worth(),
                nine.minimum(),
                nine.seats(),
                nine.leaders(),
                nine.wanted(),
                nine.from(),
                nine.to(),
                null);
    }

    @Test
    void oneWhoCannotBeWrittenToKeepsNoOtherFromBeingReminded() {
        fixture.enrol();
        fixture.add(129, Track.FLYING);
        fixture.mondays();
        long shift = fixture.calendar.between(JANUARY, JANUARY).get(0).shift().id();
        fixture.bookings.book(INES, shift, Comes.THEMSELVES, NADIA);
        fixture.bookings.book(129, shift, Comes.THEMSELVES, NADIA);
        unreachable = INES;
        fixture.goTo("2027-01-23");

        assertThatThrownBy(() -> reminders.write(LocalDate.parse("2027-01-23")))
                .isInstanceOf(IllegalStateException.class);

        assertThat(sent.values()).extracting(letter -> letter.to().subject()).containsExactly(Subjects.of(129));
    }

    /** Seven days before the next alert of both; where Inès stands cannot be told, since a leave of hers ends before it begins. */
    @Test
    void oneOfWhomItCannotBeToldWhereTheyStandKeepsNoOtherFromBeingToldAndIsNamed() {
        fixture.enrol();
        fixture.add(129, Track.FLYING);
        fixture.leaves.giveLeave(INES, new LeaveDraft(PeriodKind.HOLIDAY, JANUARY, null, null), NADIA);
        fixture.sql("update greffon_shifts_period set to_on = '2026-01-05'");
        fixture.goTo("2027-01-25");
        var job = new ReminderJob(reminders);

        assertThatThrownBy(() -> job.run(new JobContext(JANUARY, NADIA))).hasMessageContaining("members [128]");

        assertThat(sent.values())
                .extracting(
                        letter -> letter.to().subject() + " " + letter.title().key())
                .containsExactly(Subjects.of(129) + " shifts.letter.unbooked.title");
    }

    /** The next alert begins on 1 February: seven days before, nothing is booked. Then it begins, and is told for three days at most. */
    @Test
    void whoeverBookedNothingIsToldBeforeTheAlertAndWhenItBegins() {
        fixture.enrol();

        assertThat(written("2027-01-24")).isEmpty();
        assertThat(written("2027-01-25")).containsExactly("shifts.letter.unbooked.title");
        assertThat(written("2027-02-01")).containsExactly("shifts.letter.alert.title");
        reminders.write(LocalDate.parse("2027-02-01"));
        assertThat(sent).hasSize(1);
        assertThat(written("2027-02-04")).isEmpty();
        // 28 days after 1 February it is over: on 2 March nobody shops any more.
        assertThat(written("2027-03-01")).isEmpty();
        assertThat(written("2027-03-02")).containsExactly("shifts.letter.suspended.title");
    }

    /** A grace of ten days given on 2 March ends on the 12th. */
    @Test
    void whoeverHasGraceIsToldThreeDaysBeforeItEnds() {
        fixture.enrol();
        written("2027-03-02");
        fixture.leaves.giveGrace(INES, NADIA);

        assertThat(written("2027-03-08")).isEmpty();
        assertThat(written("2027-03-09")).containsExactly("shifts.letter.grace.title");
    }

    @Test
    void whoeverLeadsIsAskedToCloseTheSheetOfTheDayBefore() {
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FIXED, START), NADIA);
        fixture.skills.say(INES, Set.of(Skills.LEADER), NADIA);
        fixture.places.give(fixture.mondays().id(), INES, new FixedPlaceDraft(Skills.LEADER, START, null), NADIA);

        assertThat(written("2027-01-26")).containsExactly("shifts.letter.sheet.title");
        fixture.closing.close(
                fixture.calendar.between(JANUARY, JANUARY).get(0).shift().id(), null, true, NADIA);
        assertThat(written("2027-01-26"))
                .as("nobody saw her, which is another letter")
                .containsExactly("shifts.letter.alert.title");
    }

    /** Ill from 4 January, at La Louve: the certificate is asked for 15 days later. */
    @Test
    void whoeverIsIllIsAskedForTheDocumentOnce() {
        fixture.settings.leaveRules = LeaveRules.LOUVE;
        fixture.enrol();
        fixture.leaves.giveLeave(
                INES, new LeaveDraft(PeriodKind.SICK, START, LocalDate.parse("2027-03-31"), null), NADIA);

        assertThat(written("2027-01-18")).isEmpty();
        assertThat(written("2027-01-19")).containsExactly("shifts.letter.document.title");
        reminders.write(LocalDate.parse("2027-01-19"));
        assertThat(sent).hasSize(1);
        fixture.documents.see(
                INES, fixture.account("2027-01-19", null).periods().get(0).id(), LocalDate.parse("2027-01-19"), NADIA);
        assertThat(written("2027-01-20")).isEmpty();
    }
}
