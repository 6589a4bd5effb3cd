package coop.greffon.shifts.internal.store.slot;

import java.time.LocalDate;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;

/**
 * That somebody is to have a place on each shift of a template.
 *
 * @param skill what the seat asks for, null for one that asks for nothing
 * @param to its last day, null where it goes on
 */
public record FixedPlaceDraft(
        @Size(max = 60) String skill, @NotNull LocalDate from, LocalDate to) {}
