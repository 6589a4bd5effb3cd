package coop.greffon.core.audit;

import java.time.Instant;

/**
 * Which changes somebody looks for; null lets each through.
 *
 * @param text a part of the actor's name, in any case, or the record's whole id
 * @param recordKind the kind of record, such as {@code members.member}
 * @param from the first instant
 * @param until the instant before which it happened
 */
public record ChangeFilter(String text, String recordKind, Instant from, Instant until) {
    /** Every change. */
    public static ChangeFilter all() {
        return new ChangeFilter(null, null, null, null);
    }
}
