package coop.greffon.members.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.members.Card;
import coop.greffon.members.CardKind;
import coop.greffon.members.CardState;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On 21 November 2026. */
class CardWordsTest {
    @ParameterizedTest
    @CsvSource({
        "ACTIVE, 2026-11-21, , members.card.valid, ok",
        "ACTIVE, 2026-11-22, , members.card.valid-from 22/11/2026, info",
        "LOST, 2024-01-01, 2026-02-03, members.card.invalid-since members.state.LOST 03/02/2026, deny",
        "REPLACED, 2024-01-01, 2026-02-03, members.card.invalid-since members.state.REPLACED 03/02/2026, deny",
        "REVOKED, 2024-01-01, , members.card.invalid members.state.REVOKED, deny",
    })
    void aCardSaysWhetherItIsValid(CardState state, LocalDate from, LocalDate to, String said, String tone) {
        var card = new Card("0420000128005", CardKind.BARCODE, 128, from, to, state, null);

        assertThat(CardWords.of(card, KeysAndArguments.visit())).isEqualTo(new CardWords(said, tone));
    }
}
