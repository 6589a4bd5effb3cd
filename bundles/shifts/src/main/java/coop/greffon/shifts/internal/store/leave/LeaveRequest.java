package coop.greffon.shifts.internal.store.leave;

import coop.greffon.shifts.internal.store.LeaveDraft;
import coop.greffon.shifts.internal.store.PeriodKind;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A leave somebody asked for.
 *
 * @param memberId the member on whose account it is
 * @param askerId the member who asked for it; whose account it is where nobody else is known to have
 * @param kind null where it is another's, and the reader is told its days only
 * @param to the last day, null where it is open
 * @param note what they wrote, null for nothing
 * @param askedAt null where it is another's
 * @param decidedAt when it was decided or withdrawn, null while it is open
 * @param reason why it was refused, null where it was not
 */
public record LeaveRequest(
        long id,
        long memberId,
        long askerId,
        PeriodKind kind,
        LocalDate from,
        LocalDate to,
        String note,
        RequestState state,
        Instant askedAt,
        Instant decidedAt,
        String reason) {
    /** Whether a member asked for it. */
    public boolean isOf(long reader) {
        return askerId == reader;
    }

    /** What somebody who acts on the account is told of it: all of what they asked for, and of the leave of another its days alone. */
    public LeaveRequest seenBy(long reader) {
        return isOf(reader)
                ? this
                : new LeaveRequest(id, memberId, askerId, null, from, to, null, state, null, null, null);
    }

    /** Whether it is a leave, or may become one. */
    boolean mayHold() {
        return state == RequestState.ASKED || state == RequestState.APPROVED;
    }

    /** The leave it would be. */
    public LeaveDraft draft() {
        return new LeaveDraft(kind, from, to, note);
    }
}
