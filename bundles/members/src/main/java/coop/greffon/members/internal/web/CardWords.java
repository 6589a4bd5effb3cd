package coop.greffon.members.internal.web;

import coop.greffon.members.Card;
import coop.greffon.members.CardState;
import coop.greffon.web.Visit;
import coop.greffon.web.table.Column.Tone;

/**
 * What a card is worth today, in words; the tone only repeats them.
 *
 * @param said whether it is valid, and from when it is or no longer is
 * @param tone the class of its look
 */
public record CardWords(String said, String tone) {
    /** The words for a card. */
    public static CardWords of(Card card, Visit visit) {
        if (card.state() == CardState.ACTIVE) {
            return card.from().isAfter(visit.today())
                    ? words(visit.t("members.card.valid-from", visit.date(card.from())), Tone.INFO)
                    : words(visit.t("members.card.valid"), Tone.OK);
        }
        String why = visit.t("members.state." + card.state());
        return words(
                card.to() == null
                        ? visit.t("members.card.invalid", why)
                        : visit.t("members.card.invalid-since", why, visit.date(card.to())),
                Tone.DENY);
    }

    private static CardWords words(String said, Tone tone) {
        return new CardWords(said, tone.css());
    }
}
