package coop.greffon.shifts.internal.store;

import coop.greffon.shifts.internal.rules.Counter;
import java.time.LocalDate;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;

/**
 * A change of a counter that somebody in charge decides.
 *
 * @param amount minutes or hundredths of a shift, as the rules say
 * @param on the day it is about
 * @param note why
 * @param requestKey a key of the caller's own; asked again with the same key, nothing is posted twice; null for none
 */
public record DecisionDraft(
        @NotNull Counter counter,
        @NotNull Long amount,
        @NotNull LocalDate on,
        @NotBlank @Size(max = 500) String note,
        @Size(max = 60) String requestKey) {}
