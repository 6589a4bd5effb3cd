package coop.greffon.shifts.internal.reminder;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.mail.Letter;
import coop.greffon.members.Subjects;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.shifts.internal.store.exchange.Exchange;
import coop.greffon.testing.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Inès gives her seat of 25 January for that of Omar on 22 February. */
class ExchangeLettersTest {
    private static final long OMAR = 129;

    private final WorkFixture fixture = new WorkFixture(TestDatabase.H2);
    private final List<Letter> sent = new ArrayList<>();

    private long book(long member, String day) {
        LocalDate on = LocalDate.parse(day);
        long shift = fixture.calendar.between(on, on).get(0).shift().id();
        return fixture.bookings.book(member, shift, Comes.THEMSELVES, NADIA).id();
    }

    private List<String> files(long member) {
        return sent.stream()
                .filter(letter -> letter.to().subject().equals(Subjects.of(member)))
                .flatMap(letter -> letter.attachments().stream())
                .map(file -> file.name() + " " + file.mediaType().replaceFirst(".*method=", ""))
                .toList();
    }

    @Test
    void theSeatThatWasGivenGoesFromTheCalendarAndTheOtherComes() {
        fixture.enrol();
        fixture.add(OMAR, Track.FLYING);
        fixture.mondays();
        long january = book(INES, "2027-01-25");
        long february = book(OMAR, "2027-02-22");
        long offered = fixture.exchanges.offer(INES, january, null, NADIA).id();
        long answer = fixture.exchanges.answer(OMAR, offered, february, NADIA).id();
        Exchange done = fixture.exchanges.confirm(INES, offered, answer, NADIA);
        var postman = new Postman(
                (letter, cause) -> sent.add(letter), fixture.members, fixture.duties, fixture.settings, fixture.clock);

        new ExchangeLetters(postman, fixture.members, FilesOfATest.of(fixture))
                .done(done, done.answers().get(0));

        long taken = id(INES, "2027-02-22");
        long takenByOmar = id(OMAR, "2027-01-25");
        assertThat(files(INES)).containsExactly("shift-" + january + ".ics CANCEL", "shift-" + taken + ".ics PUBLISH");
        assertThat(files(OMAR))
                .containsExactly("shift-" + february + ".ics CANCEL", "shift-" + takenByOmar + ".ics PUBLISH");
    }

    private long id(long member, String day) {
        LocalDate on = LocalDate.parse(day);
        return fixture.calendar.of(member, on, on).get(0).booking().id();
    }
}
