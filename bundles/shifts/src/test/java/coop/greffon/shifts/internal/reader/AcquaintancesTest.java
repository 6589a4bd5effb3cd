package coop.greffon.shifts.internal.reader;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Inès finds Omar by his number; the record of everybody says Inès Marchand, and the short line Inès. */
class AcquaintancesTest {
    private static final long OMAR = 129;
    private static final long LEA = 130;
    private static final Instant STARTS = Instant.parse("2027-01-25T08:00:00Z");
    private static final Shift SHIFT = new Shift(
            1,
            1L,
            WorkFixture.START,
            new Span(STARTS, STARTS.plusSeconds(10800)),
            "Caisse",
            100,
            2,
            ShiftState.PLANNED,
            null,
            0);

    private final WorkFixture fixture = new WorkFixture(TestDatabase.H2);

    private String omar(long reader, List<Request> requests, List<Exchange> exchanges) {
        fixture.add(OMAR);
        Map<Long, String> names = Acquaintances.names(fixture.members, reader, requests, exchanges);
        return names.get(OMAR);
    }

    private static Request request(AskState state) {
        return new Request(7, 3, SHIFT, INES, OMAR, state);
    }

    private static Exchange offer(List<Answer> answers) {
        return new Exchange(8, 3, SHIFT, INES, OMAR, ExchangeState.OPEN, answers);
    }

    @Test
    void whoeverWasFoundByANumberIsAFirstNameAndAnInitial() {
        assertThat(omar(INES, List.of(request(AskState.ASKED)), List.of())).isEqualTo("Inès M.");
    }

    @Test
    void soIsWhoeverSaidNo() {
        assertThat(omar(INES, List.of(request(AskState.REFUSED)), List.of())).isEqualTo("Inès M.");
    }

    @Test
    void whoeverSaidYesHasTheWholeName() {
        assertThat(omar(INES, List.of(request(AskState.ACCEPTED)), List.of())).isEqualTo("Inès");
    }

    @Test
    void anExchangeIsAsMuch() {
        var answer = new Answer(9, 4, SHIFT, OMAR, ExchangeState.OPEN);
        assertThat(omar(INES, List.of(), List.of(offer(List.of())))).isEqualTo("Inès M.");
        assertThat(Acquaintances.names(fixture.members, INES, List.of(), List.of(offer(List.of(answer)))))
                .containsEntry(OMAR, "Inès");
    }

    @Test
    void whoeverIsAskedReadsTheWholeNameOfWhoAsks() {
        fixture.add(OMAR);
        assertThat(Acquaintances.names(fixture.members, OMAR, List.of(request(AskState.ASKED)), List.of()))
                .containsEntry(INES, "Inès");
    }

    /** Omar answers, and Léa reads the offer as everybody does. */
    @Test
    void whoeverOffersASeatToAllHasTheWholeNameForWhomTheyExchangedWithAlone() {
        fixture.add(OMAR);
        for (ExchangeState state : ExchangeState.values()) {
            var answer = new Answer(9, 4, SHIFT, OMAR, state);
            var asOmarSeesIt = new Exchange(8, 3, SHIFT, INES, null, state, List.of(answer));
            var asLeaSeesIt = new Exchange(8, 3, SHIFT, INES, null, state, List.of());
            assertThat(names(OMAR, asOmarSeesIt))
                    .as("%s", state)
                    .containsEntry(INES, state == ExchangeState.DONE ? "Inès" : "Inès M.");
            assertThat(names(LEA, asLeaSeesIt)).as("%s", state).containsEntry(INES, "Inès M.");
            assertThat(names(INES, asOmarSeesIt)).containsEntry(INES, "Inès");
        }
    }

    /** Of two who answered, the one whose seat was taken. */
    @Test
    void anAnswerThatWasNotTakenIsNoExchange() {
        fixture.add(OMAR);
        var answer = new Answer(9, 4, SHIFT, OMAR, ExchangeState.OVER);
        var done = new Exchange(8, 3, SHIFT, INES, null, ExchangeState.DONE, List.of(answer));

        assertThat(names(OMAR, done)).containsEntry(INES, "Inès M.");
    }

    private Map<Long, String> names(long reader, Exchange exchange) {
        return Acquaintances.names(fixture.members, reader, List.of(), List.of(exchange));
    }
}
