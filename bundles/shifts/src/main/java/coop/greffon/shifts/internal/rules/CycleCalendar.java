package coop.greffon.shifts.internal.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * Which week of the cycle a day lies in. Weeks are counted from a Monday, never by their number in the year: the years of 53 weeks would
 * begin two cycles in a row.
 *
 * @param anchors in the order of their Mondays
 */
public record CycleCalendar(List<Anchor> anchors) {
    /**
     * A Monday on which the first week of a cycle begins.
     *
     * @param weeks how many weeks a cycle has from then on
     */
    public record Anchor(LocalDate monday, int weeks) {
        public Anchor {
            if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
                throw new IllegalArgumentException(monday + " is no Monday");
            }
            if (weeks < 1) {
                throw new IllegalArgumentException("a cycle of " + weeks + " weeks");
            }
        }
    }

    public CycleCalendar {
        anchors = List.copyOf(anchors);
        if (anchors.isEmpty()) {
            throw new IllegalArgumentException("a calendar without a Monday to count from");
        }
        for (int i = 1; i < anchors.size(); i++) {
            if (!anchors.get(i).monday().isAfter(anchors.get(i - 1).monday())) {
                throw new IllegalArgumentException(anchors.get(i).monday() + " does not come after "
                        + anchors.get(i - 1).monday());
            }
        }
    }

    /** A calendar that was never begun anew. */
    public static CycleCalendar of(LocalDate monday, int weeks) {
        return new CycleCalendar(List.of(new Anchor(monday, weeks)));
    }

    /** The week of the cycle, from 1. */
    public int week(LocalDate day) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Anchor anchor = anchor(monday);
        long weeks = ChronoUnit.WEEKS.between(anchor.monday(), monday);
        return (int) Math.floorMod(weeks, (long) anchor.weeks()) + 1;
    }

    /** The Mondays on which a cycle begins. */
    public List<LocalDate> starts(LocalDate from, LocalDate to) {
        List<LocalDate> starts = new ArrayList<>();
        LocalDate monday = from.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        for (; !monday.isAfter(to); monday = monday.plusWeeks(1)) {
            if (week(monday) == 1) {
                starts.add(monday);
            }
        }
        return starts;
    }

    /** The latest up to a Monday; before all of them, the first. */
    private Anchor anchor(LocalDate monday) {
        Anchor found = anchors.get(0);
        for (Anchor anchor : anchors) {
            if (!anchor.monday().isAfter(monday)) {
                found = anchor;
            }
        }
        return found;
    }
}
