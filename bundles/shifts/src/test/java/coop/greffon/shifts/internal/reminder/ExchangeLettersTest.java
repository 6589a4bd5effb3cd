package coop.greffon.shifts.internal.reminder;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.mail.Letter;
import coop.greffon.core.mail.Letter.Paragraph;
import coop.greffon.members.Subjects;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.rules.slot.Span;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.shifts.internal.store.exchange.Exchange;
import coop.greffon.shifts.internal.store.exchange.Exchange.Answer;
import coop.greffon.shifts.internal.store.exchange.ExchangeState;
import coop.greffon.shifts.internal.store.slot.Shift;
import coop.greffon.shifts.internal.store.slot.ShiftState;
import coop.greffon.testing.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inès gives her seat of 25 January for that of Omar on 22 February. */
class ExchangeLettersTest {
    private static final long OMAR = 129;
    private static final Instant STARTS = Instant.parse("2027-01-25T08:00:00Z");
    private static final Shift SHIFT = new Shift(
            1,
            1L,
            LocalDate.parse("2027-01-25"),
            new Span(STARTS, STARTS.plusSeconds(10800)),
            "Caisse",
            100,
            2,
            ShiftState.PLANNED,
            null,
            0);

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

        letters().done(done, done.answers().get(0));

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

    private ExchangeLetters letters() {
        var postman = new Postman(
                (letter, cause) -> sent.add(letter), fixture.members, fixture.duties, fixture.settings, fixture.clock);
        return new ExchangeLetters(postman, fixture.members, FilesOfATest.of(fixture));
    }

    /** Offered to all, Inès M. is met by nobody with whom it comes to nothing; whom she asked by number reads who she is. */
    @ParameterizedTest
    @CsvSource({", Inès M.", "129, Inès Marchand"})
    void whoeverOffersToAllIsAShortNameToThoseWithWhomItComesToNothing(Long wanted, String name) {
        fixture.add(OMAR);
        var over = new Answer(9, 4, SHIFT, OMAR, ExchangeState.OVER);
        var refused = new Answer(9, 4, SHIFT, OMAR, ExchangeState.REFUSED);

        letters().refused(offer(wanted, ExchangeState.OPEN, refused), refused);
        letters().over(offer(wanted, ExchangeState.OVER, over), over);

        assertThat(sent)
                .extracting(letter -> ((Paragraph) letter.parts().get(1)).text())
                .extracting(text -> text.key() + " " + text.arguments().get(0))
                .containsExactly("shifts.letter.not-taken.text " + name, "shifts.letter.answer-over.text " + name);
    }

    private static Exchange offer(Long wanted, ExchangeState state, Answer answer) {
        return new Exchange(8, 3, SHIFT, INES, wanted, state, List.of(answer));
    }
}
