package coop.greffon.shifts.internal.store;

import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.rules.Track;
import java.time.LocalDate;

/**
 * Somebody who works, in a list.
 *
 * @param until the last day of the standing, null where it is not known
 * @param main what is on the main counter, in the unit of the rules
 * @param nextAlert when the next alert begins if they do nothing, as seen on that day; null where none does, or they do not fly
 * @param registration whether a shift of theirs starts before it; null where they do not fly
 * @param vote whether they may vote; null where it was not worked out yet
 * @param computedOn the day for which it was worked out
 */
public record ListedWorker(
        long memberId,
        Track track,
        LocalDate start,
        StatusCode standing,
        boolean mayShop,
        LocalDate until,
        long main,
        LocalDate nextAlert,
        Registration registration,
        Vote vote,
        LocalDate computedOn) {
    /** Whether nothing is to be told of them but that they have not begun. */
    public boolean toCome() {
        return standing == StatusCode.UP_TO_DATE && computedOn != null && start.isAfter(computedOn);
    }
}
