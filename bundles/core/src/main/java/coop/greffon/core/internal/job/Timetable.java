package coop.greffon.core.internal.job;

import coop.greffon.core.job.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When a job's time has come. */
final class Timetable {
    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final Duration LONGEST_RETRY = Duration.ofHours(1);
    private static final int LONGEST_GAP_DAYS = 31;

    private Timetable() {}

    /** The last day done of a job that is new: what lies before it came is not made up for. */
    static LocalDate lastDayOfNew(Schedule schedule, Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        boolean over = schedule instanceof Schedule.Calendar calendar
                && !today.atTime(calendar.at()).atZone(zone).toInstant().isAfter(now);
        return over ? today : today.minusDays(1);
    }

    /** The first day on the schedule after the last one done. */
    static LocalDate nextDay(Schedule.Calendar schedule, LocalDate lastDay) {
        LocalDate day = lastDay.plusDays(1);
        for (int gap = 0; gap < LONGEST_GAP_DAYS && !schedule.includes(day); gap++) {
            day = day.plusDays(1);
        }
        return day;
    }

    /**
     * The day to run for.
     *
     * @param lastDay the last day done
     * @param notBefore when it may run again, null for at once
     * @return empty where its time has not come
     */
    static Optional<LocalDate> due(Schedule schedule, LocalDate lastDay, Instant notBefore, Instant now, ZoneId zone) {
        if (nextAt(schedule, lastDay, notBefore, now, zone).isAfter(now)) {
            return Optional.empty();
        }
        return Optional.of(
                schedule instanceof Schedule.Calendar calendar
                        ? nextDay(calendar, lastDay)
                        : LocalDate.ofInstant(now, zone));
    }

    /** Every day whose time is over and that is not done, in order. */
    static List<LocalDate> missed(Schedule.Calendar schedule, LocalDate lastDay, Instant now, ZoneId zone) {
        List<LocalDate> days = new ArrayList<>();
        LocalDate day = nextDay(schedule, lastDay);
        while (!day.atTime(schedule.at()).atZone(zone).toInstant().isAfter(now)) {
            days.add(day);
            day = nextDay(schedule, day);
        }
        return days;
    }

    /** When it runs next, which may be over already. */
    static Instant nextAt(Schedule schedule, LocalDate lastDay, Instant notBefore, Instant now, ZoneId zone) {
        if (schedule instanceof Schedule.Calendar calendar) {
            Instant regular = nextDay(calendar, lastDay)
                    .atTime(calendar.at())
                    .atZone(zone)
                    .toInstant();
            return notBefore == null || notBefore.isBefore(regular) ? regular : notBefore;
        }
        return notBefore == null ? now : notBefore;
    }

    /**
     * When a job may run again.
     *
     * @param failures how many runs in a row have failed, the last one included
     * @return null for as soon as its schedule says
     */
    static Instant notBefore(Schedule schedule, int failures, Instant ended) {
        Duration wait = failures == 0 ? Duration.ZERO : retry(failures);
        if (schedule instanceof Schedule.Every every && every.pause().compareTo(wait) > 0) {
            wait = every.pause();
        }
        return wait.isZero() ? null : ended.plus(wait);
    }

    private static Duration retry(int failures) {
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(failures - 1, 10));
        return wait.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : wait;
    }
}
