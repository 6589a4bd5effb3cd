package coop.greffon.shifts.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Days for which something was decided about somebody.
 *
 * @param id null until it is stored
 * @param kind null where it is another's, and the reader is told its days only
 * @param to the last day, null where it is not known yet
 * @param note why, null for nothing
 * @param placesEnd the last day of the fixed places it frees, null where it frees none
 * @param document what is to be shown for it, null for nothing
 * @param withdrawnAt when it was taken back, null where it was not
 * @param askedBy the member who asked for it, null where nobody is known to have: then it is whose account it is on
 */
public record Period(
        Long id,
        PeriodKind kind,
        LocalDate from,
        LocalDate to,
        String note,
        LocalDate placesEnd,
        Document document,
        Instant recordedAt,
        Instant withdrawnAt,
        Long askedBy) {
    /**
     * A document to be shown. It is looked at and not kept.
     *
     * @param due the day on which it is asked for
     * @param voidOn the day on which the leave is over where nobody saw it
     * @param seen when somebody saw it, null where nobody did
     */
    public record Document(LocalDate due, LocalDate voidOn, LocalDate seen) {
        /** Whether it is still to be shown. */
        public boolean isMissing() {
            return seen == null;
        }
    }

    /**
     * Whose it is.
     *
     * @param accountOf the member on whose account it is
     */
    public long person(long accountOf) {
        return Objects.requireNonNullElse(askedBy, accountOf);
    }

    /**
     * What somebody who acts on the account is told of it: all of what is theirs and of what is the account's, and of the leave of another its
     * days alone.
     *
     * @param accountOf the member on whose account it is
     * @param reader the member who reads
     */
    public Period seenBy(long reader, long accountOf) {
        if (person(accountOf) == reader) {
            return this;
        }
        PeriodKind told = kind.isLeave() ? null : kind;
        return new Period(id, told, from, to, null, null, null, recordedAt, withdrawnAt, null);
    }

    /** The same, asked for by a member. */
    Period askedBy(Long memberId) {
        return new Period(id, kind, from, to, note, placesEnd, document, recordedAt, withdrawnAt, memberId);
    }

    /** The same without its document, to another last day. */
    Period until(LocalDate last, Instant now) {
        return new Period(null, kind, from, last, note, placesEnd, null, now, null, askedBy);
    }

    boolean overlaps(LocalDate otherFrom, LocalDate otherTo) {
        return (to == null || !otherFrom.isAfter(to)) && (otherTo == null || !otherTo.isBefore(from));
    }
}
