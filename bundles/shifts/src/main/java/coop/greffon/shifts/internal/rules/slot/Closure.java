package coop.greffon.shifts.internal.rules.slot;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Days on which nothing takes place.
 *
 * @param to its last day
 * @param makeUps how many shifts whoever has a fixed place makes up for the one that does not take place, from 0 to 2
 */
public record Closure(long id, LocalDate from, LocalDate to, String reason, int makeUps) {
    public Closure {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(to + " comes before " + from);
        }
    }

    /** The one that says what holds for a day: of several the shortest, of equally short ones the one written down last. */
    public static Optional<Closure> of(List<Closure> closures, LocalDate day) {
        return closures.stream()
                .filter(closure -> !day.isBefore(closure.from()) && !day.isAfter(closure.to()))
                .min(Comparator.comparing(Closure::days).thenComparing(Closure::id, Comparator.reverseOrder()));
    }

    private long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }
}
