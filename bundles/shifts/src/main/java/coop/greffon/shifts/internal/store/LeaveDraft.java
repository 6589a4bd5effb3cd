package coop.greffon.shifts.internal.store;

import java.time.LocalDate;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;

/**
 * Days on which somebody is to owe nothing.
 *
 * @param kind one that is a leave
 * @param to the last day, null where it is not known yet or is the usual one
 * @param note why, null for nothing
 */
public record LeaveDraft(
        @NotNull PeriodKind kind,
        @NotNull LocalDate from,
        LocalDate to,
        @Size(max = 500) String note) {}
