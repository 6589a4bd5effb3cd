package coop.greffon.shifts.internal.reminder;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.mail.Letter;
import coop.greffon.shifts.internal.rules.slot.Span;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.shifts.internal.store.exchange.AskState;
import coop.greffon.shifts.internal.store.exchange.Exchange;
import coop.greffon.shifts.internal.store.exchange.Exchange.Answer;
import coop.greffon.shifts.internal.store.exchange.ExchangeState;
import coop.greffon.shifts.internal.store.exchange.Request;
import coop.greffon.shifts.internal.store.slot.Shift;
import coop.greffon.shifts.internal.store.slot.ShiftState;
import coop.greffon.testing.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Inès asks and offers, Omar answers. */
class PersonLettersTest {
    private static final long OMAR = 129;

    private final WorkFixture fixture = new WorkFixture(TestDatabase.H2);

    /** As the outbox: a second letter of the same cause is not written. */
    private final Map<String, Letter> sent = new LinkedHashMap<>();

    private final Postman postman = new Postman(
            (letter, cause) -> sent.putIfAbsent(cause, letter),
            fixture.members,
            fixture.duties,
            fixture.settings,
            fixture.clock);

    private List<String> written(Runnable news) {
        sent.clear();
        fixture.statuses.putIfAbsent(OMAR, fixture.statuses.get(INES));
        news.run();
        news.run();
        return sent.values().stream()
                .map(letter -> letter.to().subject() + " " + letter.title().key())
                .toList();
    }

    private static Shift shift(String day) {
        Instant starts = Instant.parse(day + "T08:00:00Z");
        return new Shift(
                1,
                1L,
                LocalDate.parse(day),
                new Span(starts, starts.plusSeconds(10800)),
                "Caisse",
                100,
                2,
                ShiftState.PLANNED,
                null,
                0);
    }

    private static Request request(AskState state) {
        return new Request(7, 3, shift("2027-01-25"), INES, OMAR, state);
    }

    private static Exchange exchange(Long wanted, ExchangeState state) {
        return new Exchange(8, 3, shift("2027-01-25"), INES, wanted, state, List.of());
    }

    private static Answer answer(ExchangeState state) {
        return new Answer(9, 4, shift("2027-02-22"), OMAR, state);
    }

    @Test
    void whoeverIsAskedIsLedToTheAnswerAndWhoeverAskedIsTold() {
        var letters = new PersonLetters(postman, fixture.members);

        assertThat(written(() -> letters.asked(request(AskState.ASKED))))
                .containsExactly("members:129 shifts.letter.asked.title");
        assertThat(sent.values().iterator().next().parts())
                .anyMatch(part ->
                        part instanceof Letter.Link link && link.address().equals("/shifts/requests/7"));
        assertThat(written(() -> letters.refused(request(AskState.REFUSED))))
                .containsExactly("members:128 shifts.letter.refused.title");
        assertThat(written(() -> letters.over(request(AskState.WITHDRAWN))))
                .containsExactly("members:129 shifts.letter.asked-over.title");
        assertThat(written(() -> letters.over(request(AskState.OVER))))
                .containsExactly(
                        "members:129 shifts.letter.asked-over.title", "members:128 shifts.letter.asks-over.title");
        assertThat(written(() -> letters.replaces(5, OMAR, INES, shift("2027-01-25"))))
                .containsExactly("members:129 shifts.letter.replaces.title");
    }

    @Test
    void eachOfTheTwoIsToldOfAnExchange() {
        var letters = new ExchangeLetters(postman, fixture.members, FilesOfATest.of(fixture));
        Exchange named = exchange(OMAR, ExchangeState.OPEN);

        assertThat(written(() -> letters.offered(named))).containsExactly("members:129 shifts.letter.offered.title");
        assertThat(written(() -> letters.declined(exchange(OMAR, ExchangeState.REFUSED))))
                .containsExactly("members:128 shifts.letter.declined.title");
        assertThat(written(() -> letters.answered(named, answer(ExchangeState.OPEN))))
                .containsExactly("members:128 shifts.letter.answered.title");
        assertThat(written(() -> letters.refused(named, answer(ExchangeState.REFUSED))))
                .containsExactly("members:129 shifts.letter.not-taken.title");
        assertThat(written(() -> letters.done(exchange(null, ExchangeState.DONE), answer(ExchangeState.DONE))))
                .containsExactly(
                        "members:128 shifts.letter.exchanged.title", "members:129 shifts.letter.exchanged.title");
        assertThat(written(() -> letters.over(exchange(OMAR, ExchangeState.OVER))))
                .containsExactly(
                        "members:128 shifts.letter.own-offer-over.title", "members:129 shifts.letter.offer-over.title");
        assertThat(written(() -> letters.over(exchange(OMAR, ExchangeState.WITHDRAWN))))
                .containsExactly("members:129 shifts.letter.offer-over.title");
        assertThat(written(() -> letters.over(named, answer(ExchangeState.OVER))))
                .containsExactly(
                        "members:129 shifts.letter.answer-over.title", "members:128 shifts.letter.answer-gone.title");
        assertThat(written(() -> letters.over(exchange(null, ExchangeState.DONE), answer(ExchangeState.OVER))))
                .containsExactly("members:129 shifts.letter.answer-over.title");
    }
}
