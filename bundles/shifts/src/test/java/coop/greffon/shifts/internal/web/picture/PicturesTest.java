package coop.greffon.shifts.internal.web.picture;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.rules.slot.Span;
import coop.greffon.shifts.internal.store.slot.ListedShift;
import coop.greffon.shifts.internal.store.slot.Shift;
import coop.greffon.shifts.internal.store.slot.ShiftState;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Wednesday 6 January 2027 lies in the week of Monday the 4th. */
class PicturesTest {
    private static ListedShift shift(String day, String job, ShiftState state, int seats, int taken, int seeking) {
        LocalDate on = LocalDate.parse(day);
        Instant starts = on.atTime(9, 0).toInstant(ZoneOffset.UTC);
        var span = new Span(starts, starts.plus(Duration.ofMinutes(150)));
        return new ListedShift(new Shift(1, 1L, on, span, job, 100, 3, state, null, 0), seats, taken, seeking);
    }

    @Test
    void eachDayTellsItsSeatsAndWhoIsMissing() {
        HeatMap map = HeatMap.of(
                LocalDate.parse("2027-01-06"),
                2,
                List.of(
                        shift("2027-01-06", "Caisse", ShiftState.PLANNED, 5, 4, 2),
                        shift("2027-01-06", "Rayon", ShiftState.PLANNED, 5, 0, 0),
                        shift("2027-01-06", "Rayon", ShiftState.CANCELLED, 5, 5, 0),
                        shift("2027-01-13", "Caisse", ShiftState.PLANNED, 5, 5, 0)));

        assertThat(map.weeks()).containsExactly(LocalDate.parse("2027-01-04"), LocalDate.parse("2027-01-11"));
        assertThat(map.rows()).hasSize(1);
        assertThat(map.rows().get(0).weekday()).isEqualTo(DayOfWeek.WEDNESDAY);
        // Of three that are needed two come to the first, none to the second: one and three are missing.
        assertThat(map.rows().get(0).cells())
                .containsExactly(
                        new HeatMap.Cell(LocalDate.parse("2027-01-06"), 2, 10, 4, 4),
                        new HeatMap.Cell(LocalDate.parse("2027-01-13"), 1, 5, 5, 0));
        assertThat(map.rows().get(0).cells().get(0).part()).isEqualTo(0.4);
    }

    /** 750 minutes are twelve hours and a half: thirteen. */
    @Test
    void jobsAreComparedByTheirHoursAndBySeats() {
        List<ListedShift> shifts = List.of(
                shift("2027-01-06", "Rayon", ShiftState.CLOSED, 5, 2, 0),
                shift("2027-01-06", "Caisse", ShiftState.CLOSED, 5, 5, 0),
                shift("2027-01-07", "Caisse", ShiftState.CANCELLED, 5, 5, 0));

        assertThat(Bars.hours(Map.of("Rayon", 300L, "Caisse", 750L)).bars())
                .containsExactly(new Bars.Bar("Caisse", 13, 13), new Bars.Bar("Rayon", 5, 13));
        assertThat(Bars.fill(shifts).bars()).containsExactly(new Bars.Bar("Caisse", 5, 5), new Bars.Bar("Rayon", 2, 5));
        assertThat(Bars.fill(shifts).bars().get(1).length()).isEqualTo(0.4);
        assertThat(Bars.amounts(Map.of(), 1).bars()).isEmpty();
    }

    /** Thirty-one days of forty are 93 of 120; of six people three are half way up. */
    @Test
    void standingsAreDrawnByTheDaysBetweenAndTheMostPeople() {
        Course course = Course.of(new TreeMap<>(Map.of(
                LocalDate.parse("2026-12-31"), Map.of(StatusCode.UP_TO_DATE, 6),
                LocalDate.parse("2027-01-15"), Map.of(StatusCode.UP_TO_DATE, 1),
                LocalDate.parse("2027-01-31"), Map.of(StatusCode.UP_TO_DATE, 3, StatusCode.ALERT, 3),
                LocalDate.parse("2027-02-09"), Map.of(StatusCode.UP_TO_DATE, 6))));

        assertThat(course.days())
                .as("the ends of months, and the last day")
                .containsExactly(
                        LocalDate.parse("2026-12-31"), LocalDate.parse("2027-01-31"), LocalDate.parse("2027-02-09"));
        assertThat(course.lines())
                .containsExactly(
                        new Course.Line(StatusCode.ALERT, List.of(0, 3, 0), "0.0,24.0 93.0,0.0 120.0,24.0"),
                        new Course.Line(StatusCode.UP_TO_DATE, List.of(6, 3, 6), "0.0,0.0 93.0,12.0 120.0,0.0"));
        assertThat(Course.of(new TreeMap<>()).lines()).isEmpty();
    }
}
