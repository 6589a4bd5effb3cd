package coop.greffon.shifts.internal.rules.booking;

import coop.greffon.shifts.internal.rules.Origin;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** For whom seats of a new shift are kept: whoever had the same one a cycle earlier, of their own choice. */
public final class FormerHolders {
    private FormerHolders() {}

    /** A seat that somebody had. */
    public record Held(int position, long workerId, Origin origin) {}

    /**
     * Who is asked first, in the order of the seats; each has one seat at most.
     *
     * @param before who had the seats of the shift a cycle earlier
     * @param free the positions that nobody has on the new one
     * @param expected who has a seat on the new one already
     */
    public static List<Held> of(List<Held> before, Set<Integer> free, Set<Long> expected) {
        List<Held> kept = new ArrayList<>();
        Set<Long> known = new HashSet<>(expected);
        for (Held held : before) {
            if (held.origin() == Origin.FREE && free.contains(held.position()) && known.add(held.workerId())) {
                kept.add(held);
            }
        }
        return kept;
    }

    /** The last day on which a seat is kept, which is never after that of the shift. */
    public static LocalDate until(LocalDate today, int days, LocalDate shift) {
        LocalDate last = today.plusDays(days);
        return last.isAfter(shift) ? shift : last;
    }
}
