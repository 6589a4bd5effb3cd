package coop.greffon.shifts.internal.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The time since when a debt has lasted without interruption, by the days the entries are about: a shift recorded late repairs what came
 * of it.
 *
 * @param first the first day
 * @param last the last day of the alert, {@link LocalDate#MAX} where it is not known
 */
record AlertStretch(LocalDate first, LocalDate last) {
    /** The one that runs on a day, if any. */
    static Optional<AlertStretch> on(Worker worker, Alert alert, LocalDate day) {
        return begin(worker.journal(), alert.at(), alert.clearedAt(), day).map(begun -> {
            List<Leave> pauses = worker.leaves().stream()
                    .filter(leave -> leave.type().pausesAlert())
                    .toList();
            return alert.restartsAfterLeave()
                    ? restarted(begun, alert.span(), pauses, day)
                    : prolonged(begun, alert.span(), pauses);
        });
    }

    /** The day on which the main counter came to a bound, if it has not come back to another one since. */
    static Optional<LocalDate> begin(Journal journal, long at, long clearedAt, LocalDate day) {
        long main = 0;
        long compensation = 0;
        LocalDate begun = null;
        List<Entry> entries = journal.entries();
        for (int i = 0; i < entries.size() && !entries.get(i).effectiveOn().isAfter(day); i++) {
            Entry entry = entries.get(i);
            if (entry.counter() == Counter.MAIN) {
                main += entry.amount();
            } else if (entry.counter() == Counter.COMPENSATION) {
                compensation += entry.amount();
            }
            boolean dayIsOver =
                    i + 1 == entries.size() || !entries.get(i + 1).effectiveOn().equals(entry.effectiveOn());
            if (dayIsOver && begun == null && main <= at) {
                begun = entry.effectiveOn();
            } else if (dayIsOver && main >= clearedAt && compensation >= 0) {
                begun = null;
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
        LocalDate last = begun;
        for (int left = span; left > 0; ) {
            last = last.plusDays(1);
            LocalDate day = last;
            Optional<Leave> pause =
                    pauses.stream().filter(one -> one.covers(day)).findFirst();
            if (pause.isPresent() && pause.get().to() == null) {
                return new AlertStretch(begun, LocalDate.MAX);
            }
            left -= pause.isPresent() ? 0 : 1;
        }
        return new AlertStretch(begun, last);
    }
}
