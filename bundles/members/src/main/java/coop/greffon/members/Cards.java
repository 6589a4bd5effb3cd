package coop.greffon.members;

import coop.greffon.core.identity.Actor;
import java.util.Optional;

/** Codes on cards: whose they are and what they are worth. Printing and pairing them is another bundle's business. */
public interface Cards {
    /**
     * Gives somebody a card; the one that was active is replaced.
     *
     * @return the card; a wrong check digit is told by it and refuses nothing
     * @throws coop.greffon.core.problem.InvalidInput where the code was ever given to somebody, or the card begins later and they have one that counts
     *     until then
     * @throws coop.greffon.core.problem.NotFound where there is nobody of that id
     */
    Card give(long memberId, CardDraft card, Actor by);

    /**
     * Ends a card today.
     *
     * @param code the code in any spelling
     * @throws coop.greffon.core.problem.NotFound where nobody has such a card
     * @throws coop.greffon.core.problem.InvalidInput where the ending is none
     */
    Card end(String code, CardEnding ending, Actor by);

    /**
     * Makes a card that was lost or revoked count again; the one that is active meanwhile is replaced.
     *
     * @throws coop.greffon.core.problem.NotFound where nobody has such a card
     * @throws coop.greffon.core.problem.InvalidInput where it begins on a day to come, and another one is valid before
     */
    Card restore(String code, Actor by);

    /**
     * The card of a code, whatever its state.
     *
     * @param code the code in any spelling
     */
    Optional<Card> find(String code);
}
