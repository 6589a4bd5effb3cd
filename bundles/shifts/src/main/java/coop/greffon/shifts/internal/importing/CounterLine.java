package coop.greffon.shifts.internal.importing;

import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Track;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * Where somebody stands as a line brings it along.
 *
 * @param member a number, or what another program calls them
 * @param isExemptThere whether they are exempt there for a time, which a file does not tell the days of
 * @param begin the day from which something is due
 * @param on the day of the balance
 * @param amounts as people write them; a counter of which nothing is said is missing
 */
public record CounterLine(
        String member,
        Track track,
        boolean isExemptThere,
        LocalDate begin,
        LocalDate on,
        Map<Counter, BigDecimal> amounts) {
    public CounterLine {
        amounts = Map.copyOf(amounts);
    }
}
