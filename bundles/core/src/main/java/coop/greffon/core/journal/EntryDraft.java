package coop.greffon.core.journal;

import coop.greffon.core.identity.Actor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An entry about to be written.
 *
 * @param chain its chain, at most 100 characters
 * @param kind what happened, a code of the module, at most 60 characters
 * @param effectiveAt for when it counts; kept to the microsecond
 * @param by on whose behalf
 * @param causeKey what caused it, at most 200 characters; one entry per cause in the whole journal
 * @param amount cents, points or pieces, as the module counts
 * @param reverses the position in the chain of the entry it takes back, null for none
 * @param facts codes that must not tell of a person: they stay for ever
 * @param personal what tells of a person and may be erased
 */
public record EntryDraft(
        String chain,
        String kind,
        Instant effectiveAt,
        Actor by,
        String causeKey,
        long amount,
        Long reverses,
        SortedMap<String, String> facts,
        SortedMap<String, String> personal) {
    public EntryDraft {
        Objects.requireNonNull(chain, "chain");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(causeKey, "causeKey");
        effectiveAt = effectiveAt.truncatedTo(ChronoUnit.MICROS);
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        personal = Collections.unmodifiableSortedMap(new TreeMap<>(personal));
    }

    /** An entry with an amount and nothing more. */
    public static EntryDraft of(
            String chain, String kind, Instant effectiveAt, Actor by, String causeKey, long amount) {
        return new EntryDraft(chain, kind, effectiveAt, by, causeKey, amount, null, new TreeMap<>(), new TreeMap<>());
    }

    /** The same entry with one more fact. */
    public EntryDraft fact(String name, String value) {
        return new EntryDraft(
                chain, kind, effectiveAt, by, causeKey, amount, reverses, with(facts, name, value), personal);
    }

    /** The same entry with one more personal field. */
    public EntryDraft personal(String name, String value) {
        return new EntryDraft(
                chain, kind, effectiveAt, by, causeKey, amount, reverses, facts, with(personal, name, value));
    }

    /** The same entry, taking back another one of its chain; its amount must be the opposite. */
    public EntryDraft reversing(long position) {
        return new EntryDraft(chain, kind, effectiveAt, by, causeKey, amount, position, facts, personal);
    }

    private static SortedMap<String, String> with(Map<String, String> fields, String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(fields);
        more.put(name, value);
        return more;
    }
}
