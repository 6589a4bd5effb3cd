package coop.greffon.shifts.internal.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The time since when a debt has lasted without interruption, by the days the entries are about: a shift recorded late repairs what came
 * of it.
 *
 * @param first the first day
 * @param last the last day of the alert, {@link LocalDate#MAX} where it is not known
 */
record AlertStretch(LocalDate first, LocalDate last) {
    /**
     * Where a debt begins to matter and where it no longer does.
     *
     * @param at it begins when the main counter is at most this
     * @param clearedAt and ends when it is at least this
     */
    record Bounds(long at, long clearedAt) {}

    /** The alert that runs on a day, if any. */
    static Optional<AlertStretch> on(Worker worker, Timeline rules, LocalDate day) {
        Alert alert = rules.on(day).alert();
        return begin(worker.journal(), rules, AlertStretch::bounds, day).map(begun -> {
            List<Leave> pauses = worker.leaves().stream()
                    .filter(leave -> leave.type().pausesAlert())
                    .toList();
            return switch (alert.onLeave()) {
                case RUNS -> new AlertStretch(begun, begun.plusDays(alert.span()));
                case PAUSES -> prolonged(begun, alert.span(), pauses);
                case RESTARTS -> restarted(begun, alert.span(), pauses, day);
            };
        });
    }

    static Bounds bounds(Rules rules) {
        return rules.alert() == null
                ? null
                : new Bounds(rules.alert().at(), rules.alert().clearedAt());
    }

    /**
     * The day on which the main counter came to a bound, if it has not come back since. Each day is measured by its own rules: a bound
     * that changes makes no debt of former days.
     *
     * @param bounds null where the rules know none
     */
    static Optional<LocalDate> begin(Journal journal, Timeline rules, Function<Rules, Bounds> bounds, LocalDate day) {
        var days = new TreeSet<LocalDate>();
        journal.entries().forEach(entry -> days.add(entry.effectiveOn()));
        rules.versions().forEach(version -> days.add(version.from()));
        long main = 0;
        long compensation = 0;
        int next = 0;
        LocalDate begun = null;
        List<Entry> entries = journal.entries();
        for (LocalDate one : days.headSet(day, true)) {
            for (; next < entries.size() && !entries.get(next).effectiveOn().isAfter(one); next++) {
                Entry entry = entries.get(next);
                main += entry.counter() == Counter.MAIN ? entry.amount() : 0;
                compensation += entry.counter() == Counter.COMPENSATION ? entry.amount() : 0;
            }
            Rules then = rules.on(one);
            Bounds bound = bounds.apply(then);
            boolean isOwed = then.countsCompensations() && compensation < 0;
            if (bound == null || (main >= bound.clearedAt() && !isOwed)) {
                begun = null;
            } else if (begun == null && main <= bound.at()) {
                begun = one;
            }
        }
        return Optional.ofNullable(begun);
    }

    private static AlertStretch restarted(LocalDate begun, int span, List<Leave> pauses, LocalDate day) {
        LocalDate first = begun;
        for (Leave pause : pauses) {
            if (pause.covers(day)) {
                return new AlertStretch(begun, LocalDate.MAX);
            }
            if (pause.to() != null && pause.to().isBefore(day) && !pause.to().isBefore(first)) {
                first = pause.to().plusDays(1);
            }
        }
        return new AlertStretch(first, first.plusDays(span));
    }

    private static AlertStretch prolonged(LocalDate begun, int span, List<Leave> pauses) {
        LocalDate last = begun.minusDays(1);
        for (int left = span + 1; left > 0; ) {
            LocalDate next = last.plusDays(1);
            Optional<Leave> pause =
                    pauses.stream().filter(one -> one.covers(next)).findFirst();
            if (pause.isPresent() && pause.get().to() == null) {
                return new AlertStretch(begun, LocalDate.MAX);
            }
            last = pause.map(Leave::to).orElse(next);
            left -= pause.isPresent() ? 0 : 1;
        }
        return new AlertStretch(begun, last);
    }
}
