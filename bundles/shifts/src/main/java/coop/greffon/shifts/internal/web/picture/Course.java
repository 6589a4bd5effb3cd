package coop.greffon.shifts.internal.web.picture;

import coop.greffon.shifts.internal.rules.StatusCode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many people stood where, over some days.
 *
 * @param days at most as many as can be read, the earliest first
 * @param lines one for each standing that somebody was in
 */
public record Course(List<LocalDate> days, List<Line> lines) {
    private static final int MOST = 7;

    /** How wide and how high a line is drawn. */
    public static final int WIDTH = 120;

    public static final int HEIGHT = 24;

    /**
     * A standing.
     *
     * @param people how many, day by day
     * @param points where its line passes, as SVG writes it
     */
    public record Line(StatusCode standing, List<Integer> people, String points) {
        public Line {
            people = List.copyOf(people);
        }

        /** How many there were on the last day. */
        public int last() {
            return people.get(people.size() - 1);
        }
    }

    public Course {
        days = List.copyOf(days);
        lines = List.copyOf(lines);
    }

    /** The last ends of months, and the last day that was counted. */
    static Course of(SortedMap<LocalDate, Map<StatusCode, Integer>> counts) {
        List<LocalDate> fitting = counts.keySet().stream()
                .filter(day -> day.equals(counts.lastKey()) || day.plusDays(1).getDayOfMonth() == 1)
                .toList();
        List<LocalDate> days = fitting.subList(Math.max(0, fitting.size() - MOST), fitting.size());
        List<Line> lines = new ArrayList<>();
        for (StatusCode standing : StatusCode.values()) {
            List<Integer> people = days.stream()
                    .map(day -> counts.get(day).getOrDefault(standing, 0))
                    .toList();
            if (people.stream().anyMatch(count -> count > 0)) {
                lines.add(new Line(standing, people, points(days, people)));
            }
        }
        return new Course(days, lines);
    }

    /** Days are as far from one another as in the calendar; the most people are at the top, nobody is at the bottom. */
    private static String points(List<LocalDate> days, List<Integer> people) {
        int most = people.stream().mapToInt(Integer::intValue).max().orElse(1);
        long span = Math.max(1, ChronoUnit.DAYS.between(days.get(0), days.get(days.size() - 1)));
        return IntStream.range(0, days.size())
                .mapToObj(index -> String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        (double) WIDTH * ChronoUnit.DAYS.between(days.get(0), days.get(index)) / span,
                        HEIGHT - (double) HEIGHT * people.get(index) / most))
                .collect(Collectors.joining(" "));
    }
}
