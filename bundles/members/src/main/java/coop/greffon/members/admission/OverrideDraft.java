package coop.greffon.members.admission;

import java.time.Instant;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;

/**
 * A decision of staff to be.
 *
 * @param verdict what they decide
 * @param reason why
 * @param until when it ends, at most 366 days from now
 */
public record OverrideDraft(
        @NotNull Verdict verdict,
        @NotBlank @Size(max = 200) String reason,
        @NotNull Instant until) {}
