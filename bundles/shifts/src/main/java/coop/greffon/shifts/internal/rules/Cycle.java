package coop.greffon.shifts.internal.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** When something falls due again. */
public sealed interface Cycle {
    /**
     * The days on which a cycle begins and is due.
     *
     * @param start the day from which somebody works
     * @param from the first day asked about
     * @param to the last
     */
    List<LocalDate> dueDays(LocalDate start, LocalDate from, LocalDate to);

    /** The same cycle for everybody. */
    record Common(CycleCalendar calendar) implements Cycle {
        @Override
        public List<LocalDate> dueDays(LocalDate start, LocalDate from, LocalDate to) {
            return calendar.starts(later(start, from), to);
        }
    }

    /** Everybody's own, so many days after they began, and again after so many. */
    record SinceStart(int days) implements Cycle {
        public SinceStart {
            if (days < 1) {
                throw new IllegalArgumentException("a cycle of " + days + " days");
            }
        }

        @Override
        public List<LocalDate> dueDays(LocalDate start, LocalDate from, LocalDate to) {
            long passed = Math.max(0, ChronoUnit.DAYS.between(start, from));
            long first = Math.max(1, (passed + days - 1) / days);
            List<LocalDate> due = new ArrayList<>();
            for (LocalDate day = start.plusDays(first * days); !day.isAfter(to); day = day.plusDays(days)) {
                due.add(day);
            }
            return due;
        }
    }

    /** Seasons of so many months, one of which begins on a day. */
    record Season(LocalDate first, int months) implements Cycle {
        public Season {
            if (months < 1) {
                throw new IllegalArgumentException("a season of " + months + " months");
            }
        }

        @Override
        public List<LocalDate> dueDays(LocalDate start, LocalDate from, LocalDate to) {
            LocalDate earliest = later(start, from);
            long seasons = Math.floorDiv(ChronoUnit.MONTHS.between(first, earliest), months);
            List<LocalDate> due = new ArrayList<>();
            // Always from the first day, so that the 31st of January does not become the 28th for good.
            for (long i = seasons; !first.plusMonths(i * months).isAfter(to); i++) {
                LocalDate day = first.plusMonths(i * months);
                if (!day.isBefore(earliest)) {
                    due.add(day);
                }
            }
            return due;
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
