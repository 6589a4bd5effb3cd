package coop.greffon.core.journal;

import coop.greffon.core.identity.Actor;
import java.time.Instant;
import java.util.Map;

/**
 * An entry of a journal.
 *
 * @param chain its chain
 * @param position its place in the chain, from 1
 * @param kind what happened, a code of the module
 * @param effectiveAt for when it counts
 * @param recordedAt when it was written down
 * @param by on whose behalf; the label of an account is empty here, since the account has the name
 * @param causeKey what caused it
 * @param amount cents, points or pieces, as the module counts; may be negative or 0
 * @param reverses the position of the entry it takes back, null for none
 * @param facts codes that the hash covers as they are
 * @param personal what tells of a person, empty where there was nothing or it was erased
 * @param isErased whether personal fields were erased
 * @param hash the hash of this entry, 64 hexadecimal digits
 */
public record Entry(
        String chain,
        long position,
        String kind,
        Instant effectiveAt,
        Instant recordedAt,
        Actor by,
        String causeKey,
        long amount,
        Long reverses,
        Map<String, String> facts,
        Map<String, String> personal,
        boolean isErased,
        String hash) {
    public Entry {
        facts = Map.copyOf(facts);
        personal = Map.copyOf(personal);
    }
}
