package coop.greffon.shifts.internal.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** How much somebody may still take in a cycle before it is more than is due. */
public final class DueLeft {
    /** No cycle is longer. */
    private static final int DAYS = 800;

    private DueLeft() {}

    /**
     * What is still missing on the day before the next cycle begins, if everything booked is attended; what is owed from before counts.
     *
     * @param day within the cycle
     * @return in the unit of the rules, zero at least; null where nothing falls due by itself
     */
    public static Long of(Worker worker, Timeline rules, LocalDate day) {
        Debit debit = rules.on(day).debit();
        if (debit == null) {
            return null;
        }
        List<LocalDate> next = rules.dueDays(worker, day, day.plusDays(1), day.plusDays(DAYS));
        if (next.isEmpty()) {
            return null;
        }
        LocalDate last = next.get(0).minusDays(1);
        Worker so = worker.with(Debits.due(worker, rules, last, Instant.EPOCH));
        long balance = AlertForecast.attending(so, rules).journal().balance(Counter.MAIN, last);
        return Math.max(0, debit.due() - balance);
    }
}
