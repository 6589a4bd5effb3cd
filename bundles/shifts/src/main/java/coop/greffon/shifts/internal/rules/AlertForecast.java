package coop.greffon.shifts.internal.rules;

import coop.greffon.shifts.internal.rules.Entry.Told;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When the next alert of a flying worker begins.
 *
 * @param ifNothing if they do nothing; empty where an alert runs already, or none would come within the years looked at
 * @param withBooked with what they booked
 * @param isRegistered whether an open shift starts before the first of these days; where there is none, whether there is an open shift
 */
public record AlertForecast(Optional<LocalDate> ifNothing, Optional<LocalDate> withBooked, boolean isRegistered) {
    /** A worker with so many shifts in advance needs no date. */
    private static final int YEARS = 5;

    private static final int NEAR = 120;

    /** As of a day: what falls due is counted from the day after. */
    public static AlertForecast of(Worker worker, Timeline rules, LocalDate today) {
        if (rules.on(today).alert() == null) {
            return new AlertForecast(
                    Optional.empty(), Optional.empty(), !worker.booked().isEmpty());
        }
        Optional<LocalDate> ifNothing = next(worker, rules, today);
        Optional<LocalDate> withBooked = next(attending(worker, rules), rules, today);
        boolean isRegistered = worker.booked().stream()
                .map(BookedShift::on)
                .min(Comparator.naturalOrder())
                .map(first -> ifNothing.map(first::isBefore).orElse(true))
                .orElse(false);
        return new AlertForecast(ifNothing, withBooked, isRegistered);
    }

    /** Most alerts that come are near, and what falls due in years is long to work out. */
    private static Optional<LocalDate> next(Worker worker, Timeline rules, LocalDate today) {
        Worker now = worker.with(Debits.due(worker, rules, today, Instant.EPOCH));
        if (runs(now.journal(), rules, today)) {
            return Optional.empty();
        }
        return next(worker, rules, today, today.plusDays(NEAR))
                .or(() -> next(worker, rules, today, today.plusYears(YEARS)));
    }

    private static Optional<LocalDate> next(Worker worker, Timeline rules, LocalDate today, LocalDate last) {
        List<Entry> due = Debits.due(worker, rules, last, Instant.EPOCH);
        Journal so = worker.with(due).journal();
        return so.entries().stream()
                .map(Entry::effectiveOn)
                .filter(day -> day.isAfter(today))
                .distinct()
                .filter(day -> runs(so, rules, day))
                .findFirst();
    }

    private static boolean runs(Journal journal, Timeline rules, LocalDate day) {
        return AlertStretch.begin(journal, rules, AlertStretch::bounds, day).isPresent();
    }

    static Worker attending(Worker worker, Timeline rules) {
        Worker so = worker;
        int number = 0;
        for (BookedShift shift : worker.booked()) {
            // A past shift whose outcome is open counts as attended: it is not its worker who is late.
            var settled = new Postings.Settled(
                    "forecast-" + number++, shift.on(), new Told(shift.origin(), Outcome.ATTENDED, shift.value()));
            so = so.with(Postings.of(so, rules, settled, Instant.MAX));
        }
        return so;
    }
}
