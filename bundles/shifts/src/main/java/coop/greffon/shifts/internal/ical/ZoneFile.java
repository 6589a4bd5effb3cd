package coop.greffon.shifts.internal.ical;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.util.DateTimeComponents;
import biweekly.util.DayOfWeek;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.UtcOffset;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.IntStream;

/** A time zone as a calendar file tells it (VTIMEZONE): by the rules by which its clocks are put forward and back now. */
final class ZoneFile {
    private static final int WEEK = 7;

    private final ZoneId zone;
    private final ZoneRules rules;

    ZoneFile(ZoneId zone) {
        this.zone = zone;
        this.rules = zone.getRules();
    }

    /**
     * The zone, for days from a year on.
     *
     * @param earliest what is told first
     */
    TimezoneAssignment from(Instant earliest) {
        var told = new VTimezone(zone.getId());
        int year = earliest.atZone(zone).getYear() - 1;
        rules.getTransitionRules().forEach(rule -> {
            boolean isSummer =
                    rules.isDaylightSavings(rule.createTransition(year).getInstant());
            if (isSummer) {
                told.addDaylightSavingsTime(observed(new DaylightSavingsTime(), rule, year));
            } else {
                told.addStandardTime(observed(new StandardTime(), rule, year));
            }
        });
        if (rules.getTransitionRules().isEmpty()) {
            ZoneOffset always = rules.getOffset(earliest);
            told.addStandardTime(observed(new StandardTime(), LocalDateTime.of(year, 1, 1, 0, 0), always, always));
        }
        return new TimezoneAssignment(TimeZone.getTimeZone(zone), told);
    }

    private static <T extends Observance> T observed(T time, ZoneOffsetTransitionRule rule, int year) {
        var recurrence =
                new Recurrence.Builder(Frequency.YEARLY).byMonth(rule.getMonth().getValue());
        if (rule.getDayOfWeek() == null) {
            recurrence.byMonthDay(rule.getDayOfMonthIndicator());
        } else {
            onWeekday(recurrence, rule);
        }
        T told = observed(
                time, rule.createTransition(year).getDateTimeBefore(), rule.getOffsetBefore(), rule.getOffsetAfter());
        told.setRecurrenceRule(recurrence.build());
        return told;
    }

    /** The last or the n-th one of the month, as every program understands it; of other rules the days it may lie on. */
    private static void onWeekday(Recurrence.Builder recurrence, ZoneOffsetTransitionRule rule) {
        var weekday = DayOfWeek.valueOf(rule.getDayOfWeek().name());
        int first = rule.getDayOfMonthIndicator();
        if (first == -1 || first + WEEK - 1 == rule.getMonth().maxLength()) {
            recurrence.byDay(-1, weekday);
        } else if (first % WEEK == 1) {
            recurrence.byDay(first / WEEK + 1, weekday);
        } else {
            List<Integer> days = IntStream.range(first, first + WEEK).boxed().toList();
            recurrence.byMonthDay(days).byDay(weekday);
        }
    }

    private static <T extends Observance> T observed(T time, LocalDateTime from, ZoneOffset before, ZoneOffset after) {
        time.setDateStart(new DateTimeComponents(
                from.getYear(),
                from.getMonthValue(),
                from.getDayOfMonth(),
                from.getHour(),
                from.getMinute(),
                from.getSecond(),
                false));
        time.setTimezoneOffsetFrom(offset(before));
        time.setTimezoneOffsetTo(offset(after));
        return time;
    }

    private static UtcOffset offset(ZoneOffset offset) {
        return new UtcOffset(offset.getTotalSeconds() * 1000L);
    }
}
