package coop.greffon.shifts.internal.store;

import java.time.LocalDate;

/** Tells whoever asked for a leave, and nobody else of their household, at once what is decided about it. */
public interface LeaveNews {
    /**
     * What they asked for is given.
     *
     * @param memberId who asked for it
     * @param to the last day, null where it is open
     */
    void approved(long requestId, long memberId, LocalDate from, LocalDate to);

    /** What they asked for is not given. */
    void refused(long requestId, long memberId, LocalDate from, String reason);

    /** A leave is over, since nobody saw its document. */
    void ended(long periodId, long memberId, LocalDate last);
}
