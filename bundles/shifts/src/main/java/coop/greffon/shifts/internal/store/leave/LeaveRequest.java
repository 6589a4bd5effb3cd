package coop.greffon.shifts.internal.store.leave;

import coop.greffon.shifts.internal.store.LeaveDraft;
import coop.greffon.shifts.internal.store.PeriodKind;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A leave somebody asked for.
 *
 * @param to the last day, null where it is open
 * @param note what they wrote, null for nothing
 * @param decidedAt when it was decided or withdrawn, null while it is open
 * @param reason why it was refused, null where it was not
 */
public record LeaveRequest(
        long id,
        long memberId,
        PeriodKind kind,
        LocalDate from,
        LocalDate to,
        String note,
        RequestState state,
        Instant askedAt,
        Instant decidedAt,
        String reason) {
    /** The leave it would be. */
    public LeaveDraft draft() {
        return new LeaveDraft(kind, from, to, note);
    }
}
