package coop.greffon.shifts.internal.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a leave would change for somebody, if nothing else happens.
 *
 * @param without where they would stand on its first day to come, or its last one where it is over, if it were not given
 * @param during where they would stand that day with it
 * @param after where they would stand on the day after its last one, null where its end is open
 * @param waived the days to come on which nothing is due because of it
 * @param due the days to come of it on which something is due all the same
 * @param alertWithout when the next alert would begin without it
 * @param alertWith and with it
 */
public record LeaveOutlook(
        Standing without,
        Standing during,
        Standing after,
        List<LocalDate> waived,
        List<LocalDate> due,
        Optional<LocalDate> alertWithout,
        Optional<LocalDate> alertWith) {
    /** Of a leave without an end a year is looked at. */
    private static final int YEAR = 365;

    private static final Set<AppliedRule> WAIVED = Set.of(AppliedRule.SKIPPED_EXEMPT, AppliedRule.SKIPPED_ON_LEAVE);

    public LeaveOutlook {
        waived = List.copyOf(waived);
        due = List.copyOf(due);
    }

    /** As of a day, of somebody who has no leave on those days yet. */
    public static LeaveOutlook of(Worker worker, Timeline rules, Leave leave, LocalDate today) {
        Worker with = worker.with(leave);
        LocalDate first = asOf(leave, today);
        LocalDate last = leave.to() == null ? first.plusDays(YEAR) : leave.to();
        List<Entry> cycles = Debits.due(with, rules, last, Instant.EPOCH).stream()
                .filter(entry -> entry.cause() == Cause.CYCLE && leave.covers(entry.effectiveOn()))
                .toList();
        return new LeaveOutlook(
                standing(worker, rules, first),
                standing(with, rules, first),
                leave.to() == null || leave.to().isBefore(today) ? null : standing(with, rules, last.plusDays(1)),
                days(cycles.stream()
                        .filter(entry -> WAIVED.contains(entry.rule()))
                        .toList()),
                days(cycles.stream().filter(entry -> entry.amount() < 0).toList()),
                AlertForecast.of(worker, rules, today).ifNothing(),
                AlertForecast.of(with, rules, today).ifNothing());
    }

    /** Today, or its nearest day: of one that is over, what today is says nothing. */
    private static LocalDate asOf(Leave leave, LocalDate today) {
        LocalDate reached = leave.to() != null && leave.to().isBefore(today) ? leave.to() : today;
        return leave.from().isAfter(reached) ? leave.from() : reached;
    }

    private static Standing standing(Worker worker, Timeline rules, LocalDate day) {
        return Standings.on(worker.with(Debits.due(worker, rules, day, Instant.EPOCH)), rules, day);
    }

    private static List<LocalDate> days(List<Entry> entries) {
        return entries.stream().map(Entry::effectiveOn).distinct().toList();
    }
}
