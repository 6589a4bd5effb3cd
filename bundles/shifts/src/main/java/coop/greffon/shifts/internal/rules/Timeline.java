package coop.greffon.shifts.internal.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Rules that changed in the course of time: a day uses those in force on it.
 *
 * @param versions in the order of their days
 */
public record Timeline(List<Version> versions) {
    /**
     * Rules in force from a day on.
     *
     * @param since the day from which a cycle of one's own is counted, null for that on which somebody began
     * @param recordedAt when it was said that they would hold; null where nobody knows
     */
    public record Version(LocalDate from, Rules rules, LocalDate since, Instant recordedAt) {
        public Version(LocalDate from, Rules rules) {
            this(from, rules, null, null);
        }
    }

    public Timeline {
        versions = List.copyOf(versions);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("no rules at all");
        }
        for (int i = 1; i < versions.size(); i++) {
            if (!versions.get(i).from().isAfter(versions.get(i - 1).from())) {
                throw new IllegalArgumentException(
                        "the rules from " + versions.get(i).from() + " do not come after others");
            }
        }
    }

    /** Rules that never changed. */
    public static Timeline of(Rules rules) {
        return new Timeline(List.of(new Version(LocalDate.MIN, rules)));
    }

    /** Those in force on a day; before the first ones, these. */
    public Rules on(LocalDate day) {
        return version(day).rules();
    }

    private Version version(LocalDate day) {
        Version found = versions.get(0);
        for (Version version : versions) {
            if (!version.from().isAfter(day)) {
                found = version;
            }
        }
        return found;
    }

    /** The day from which those in force on a day hold; {@link LocalDate#MIN} before the first ones. */
    LocalDate from(LocalDate day) {
        LocalDate from = version(day).from();
        return from.isAfter(day) ? LocalDate.MIN : from;
    }

    /** Whether others begin on that very day, equal ones as well. */
    boolean begins(LocalDate day) {
        return from(day).equals(day);
    }

    /**
     * The debit by which something was taken on its day: where others may have been chosen in the course of that day, that of the day before.
     *
     * @return null where nothing fell due by it
     */
    Debit takenBy(Entry taken) {
        LocalDate day = taken.effectiveOn();
        Instant chosen = version(day).recordedAt();
        boolean isChosenBefore = chosen != null && !chosen.isAfter(taken.recordedAt());
        return begins(day) && !isChosenBefore ? on(day.minusDays(1)).debit() : on(day).debit();
    }

    /** The days of a day's cycles, counted from where it says. */
    List<LocalDate> dueDays(Worker worker, LocalDate day, LocalDate from, LocalDate to) {
        Version version = version(day);
        LocalDate since = version.since() == null ? worker.start() : version.since();
        return version.rules().debit().cycle().dueDays(since, from, to);
    }

    /** Those in force on some days, the first one from the first of them on. */
    List<Version> between(LocalDate from, LocalDate to) {
        List<Version> between = new ArrayList<>(List.of(new Version(from, on(from))));
        versions.stream()
                .filter(version ->
                        version.from().isAfter(from) && !version.from().isAfter(to))
                .forEach(between::add);
        return between;
    }
}
