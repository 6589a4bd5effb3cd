package coop.greffon.core.internal.journal;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.journal.Entry;
import coop.greffon.core.journal.EntryDraft;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** An entry as its table holds it. */
record EntryRow(
        String chain,
        long position,
        String kind,
        Instant effectiveAt,
        Instant recordedAt,
        String actorKind,
        Long actorAccount,
        String actorLabel,
        String causeKey,
        long amount,
        Long reverses,
        String facts,
        String personal,
        String salt,
        String personalDigest,
        String previousHash,
        String hash) {
    Entry view() {
        return view(Hashes::fields);
    }

    /**
     * The same, where many are read.
     *
     * @param read reads fields from what is stored
     */
    Entry view(Function<String, Map<String, String>> read) {
        return new Entry(
                chain,
                position,
                kind,
                effectiveAt,
                recordedAt,
                new Actor(Actor.Kind.valueOf(actorKind), actorAccount, actorLabel),
                causeKey,
                amount,
                reverses,
                read.apply(facts),
                personal == null ? Map.of() : Hashes.fields(personal),
                personalDigest != null && personal == null,
                hash);
    }

    EntryRow withHash(String computed) {
        return new EntryRow(
                chain,
                position,
                kind,
                effectiveAt,
                recordedAt,
                actorKind,
                actorAccount,
                actorLabel,
                causeKey,
                amount,
                reverses,
                facts,
                personal,
                salt,
                personalDigest,
                previousHash,
                computed);
    }

    /** Whether a draft says what was recorded; personal fields may have been erased since. */
    boolean says(EntryDraft draft) {
        return chain.equals(draft.chain())
                && kind.equals(draft.kind())
                && effectiveAt.equals(draft.effectiveAt())
                && amount == draft.amount()
                && Objects.equals(reverses, draft.reverses())
                && facts.equals(Hashes.fields(draft.facts()));
    }

    /** Whether the personal fields are those that were hashed, or were erased as a whole. */
    boolean hasSoundPersonalFields() {
        if (personal == null || salt == null) {
            return personal == null && salt == null;
        }
        return Hashes.personal(salt, personal).equals(personalDigest);
    }
}
