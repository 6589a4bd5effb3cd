package coop.greffon.shifts.internal.store.booking;

import coop.greffon.shifts.internal.rules.Outcome;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;

/**
 * What became of a seat.
 *
 * @param late whether whoever came was late
 * @param note what is to be remembered of it, null for nothing; needed once the sheet is closed
 */
public record Told(
        @NotNull Outcome outcome,
        boolean late,
        @Size(max = 500) String note) {}
