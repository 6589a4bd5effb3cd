package coop.greffon.members;

import java.time.LocalDate;

/**
 * A code on a card. A code is never given to a second person.
 *
 * @param code the code, normalised: 13 digits for an EAN-13
 * @param kind how it is read
 * @param memberId whose it is
 * @param from its first day
 * @param to its last day, null while it is active
 * @param state what it is worth
 * @param reason why it ended, null where nobody said
 */
public record Card(
        String code, CardKind kind, long memberId, LocalDate from, LocalDate to, CardState state, String reason) {
    /** Whether the code is an EAN-13 whose last digit does not fit: such a card is used all the same. */
    public boolean hasWrongCheckDigit() {
        return CardCodes.hasWrongCheckDigit(code);
    }
}
