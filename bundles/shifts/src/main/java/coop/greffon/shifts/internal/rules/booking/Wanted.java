package coop.greffon.shifts.internal.rules.booking;

import coop.greffon.shifts.internal.rules.slot.Span;
import java.time.LocalDate;

/**
 * A shift somebody would like to come to.
 *
 * @param value what it counts, in the unit of the rules
 * @param isCancelled whether it does not take place
 * @param free how many seats are free
 * @param freeForThem how many of those ask for nothing they cannot do
 * @param hasOthers whether somebody who has done a shift before comes as well
 * @param heldUntil the last day on which another seat is kept for somebody else; null where none is
 */
public record Wanted(
        LocalDate day,
        Span span,
        long value,
        boolean isCancelled,
        int free,
        int freeForThem,
        boolean hasOthers,
        LocalDate heldUntil) {}
