package coop.greffon.shifts.internal.web.picture;

import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.store.slot.ListedShift;
import coop.greffon.shifts.internal.store.slot.ShiftState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Amounts side by side, the largest first.
 *
 * @param bars at most as many as can be read
 */
public record Bars(List<Bar> bars) {
    private static final int MOST = 12;

    /**
     * An amount.
     *
     * @param label a {@link Text} or a word of the co-op's own
     * @param of the whole of which it is a part, the largest of all where it is of none
     */
    public record Bar(Object label, long amount, long of) {
        /** How long it is, from 0 to 1. */
        public double length() {
            return of == 0 ? 0 : Math.min(1, (double) amount / of);
        }
    }

    public Bars {
        bars = List.copyOf(bars);
    }

    /** Of each job, how many of its seats are taken. */
    static Bars fill(List<ListedShift> shifts) {
        Map<String, Long> seats = summed(shifts, ListedShift::seats);
        List<Bar> bars = new ArrayList<>();
        summed(shifts, ListedShift::taken).forEach((job, taken) -> bars.add(new Bar(job, taken, seats.get(job))));
        return sorted(bars);
    }

    /** Of each job, how many hours people came, rounded to whole ones. */
    static Bars hours(Map<String, Long> minutes) {
        return amounts(minutes, 60);
    }

    /** Amounts beside the largest of them. */
    static Bars amounts(Map<?, Long> amounts, long unit) {
        long most = amounts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return sorted(amounts.entrySet().stream()
                .map(one -> new Bar(
                        one.getKey(), Math.round((double) one.getValue() / unit), Math.round((double) most / unit)))
                .toList());
    }

    private static Bars sorted(List<Bar> bars) {
        return new Bars(bars.stream()
                .sorted((one, other) -> Long.compare(other.amount(), one.amount()))
                .limit(MOST)
                .toList());
    }

    private static Map<String, Long> summed(List<ListedShift> shifts, ToLongFunction<ListedShift> amount) {
        Map<String, Long> sums = new TreeMap<>();
        shifts.stream()
                .filter(listed -> listed.shift().state() != ShiftState.CANCELLED)
                .forEach(listed -> sums.merge(listed.shift().job(), amount.applyAsLong(listed), Long::sum));
        return sums;
    }
}
