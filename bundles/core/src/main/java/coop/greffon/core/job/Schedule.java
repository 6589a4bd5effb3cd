package coop.greffon.core.job;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;

/** When a job runs. */
public sealed interface Schedule {
    /**
     * Again and again, with a pause between the end of a run and the next.
     *
     * @param pause at least a second
     */
    record Every(Duration pause) implements Schedule {
        public Every {
            if (pause.compareTo(Duration.ofSeconds(1)) < 0) {
                throw new IllegalArgumentException("A pause of at least a second is needed: " + pause);
            }
        }
    }

    /** On days of the calendar, each of which is made up for where it was missed. */
    sealed interface Calendar extends Schedule {
        /** At what time of the day, where the co-op is. */
        LocalTime at();

        /** Whether it runs on a day. */
        boolean includes(LocalDate day);
    }

    /** Every day. */
    record Daily(LocalTime at) implements Calendar {
        public Daily {
            Objects.requireNonNull(at, "at");
        }

        @Override
        public boolean includes(LocalDate day) {
            return true;
        }
    }

    /** One day a week. */
    record Weekly(DayOfWeek weekday, LocalTime at) implements Calendar {
        public Weekly {
            Objects.requireNonNull(weekday, "weekday");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public boolean includes(LocalDate day) {
            return day.getDayOfWeek() == weekday;
        }
    }

    /**
     * One day a month.
     *
     * @param dayOfMonth from 1 to 28, which each month has
     */
    record Monthly(int dayOfMonth, LocalTime at) implements Calendar {
        public Monthly {
            Objects.requireNonNull(at, "at");
            if (dayOfMonth < 1 || dayOfMonth > 28) {
                throw new IllegalArgumentException("Not every month has a day " + dayOfMonth);
            }
        }

        @Override
        public boolean includes(LocalDate day) {
            return day.getDayOfMonth() == dayOfMonth;
        }
    }

    /** Again and again, with a pause of at least a second between the end of a run and the next. */
    static Schedule every(Duration pause) {
        return new Every(pause);
    }

    /** Every day at a time where the co-op is. */
    static Schedule daily(LocalTime at) {
        return new Daily(at);
    }

    /** One day a week at a time where the co-op is. */
    static Schedule weekly(DayOfWeek weekday, LocalTime at) {
        return new Weekly(weekday, at);
    }

    /** One day a month, from 1 to 28, at a time where the co-op is. */
    static Schedule monthly(int dayOfMonth, LocalTime at) {
        return new Monthly(dayOfMonth, at);
    }
}
