package coop.greffon.members;

import static coop.greffon.members.Shapes.trimmed;

import java.time.LocalDate;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;

/**
 * A change of status to be.
 *
 * @param status the new one
 * @param on its first day, at the latest today
 * @param reason why, null for nothing worth saying
 */
public record StatusDraft(
        @NotNull MemberStatus status,
        @NotNull LocalDate on,
        @Size(max = 200) String reason) {
    public StatusDraft {
        reason = trimmed(reason);
    }
}
