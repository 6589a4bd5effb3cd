package coop.greffon.shifts.internal.store.slot;

import java.time.LocalDate;
import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;

/**
 * Days on which nothing is to take place.
 *
 * @param to the last day
 * @param makeUps how many shifts whoever has a fixed place makes up for the one that does not take place
 */
public record ClosureDraft(
        @NotNull LocalDate from,
        @NotNull LocalDate to,
        @NotBlank @Size(max = 200) String reason,
        @NotNull @Min(0) @Max(2) Integer makeUps) {}
