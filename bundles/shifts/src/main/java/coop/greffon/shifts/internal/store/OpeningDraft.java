package coop.greffon.shifts.internal.store;

import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Track;
import java.time.LocalDate;
import java.util.Map;
import javax.validation.constraints.NotNull;

/**
 * Where somebody stood in another program.
 *
 * @param begin the day from which something was due there
 * @param on the day of the balance, not before that day; what falls due from then on is counted here
 * @param amounts what is on the counters that morning, in the unit of the rules
 */
public record OpeningDraft(
        @NotNull Track track,
        @NotNull LocalDate begin,
        @NotNull LocalDate on,
        Map<Counter, Long> amounts) {
    public OpeningDraft {
        amounts = Map.copyOf(amounts);
    }
}
