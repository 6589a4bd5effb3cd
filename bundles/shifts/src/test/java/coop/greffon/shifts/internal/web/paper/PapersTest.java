package coop.greffon.shifts.internal.web.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberKind;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.MemberSummary;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Origin;
import coop.greffon.shifts.internal.rules.slot.Span;
import coop.greffon.shifts.internal.store.slot.Booking;
import coop.greffon.shifts.internal.store.slot.BookingState;
import coop.greffon.shifts.internal.store.slot.Shift;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.BookedSeat;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.Seat;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.Sheet;
import coop.greffon.shifts.internal.store.slot.ShiftState;
import coop.greffon.shifts.internal.store.slot.Skills;
import coop.greffon.shifts.internal.web.paper.SignOff.Line;
import coop.greffon.shifts.internal.web.paper.WeekPoster.Cell;
import coop.greffon.shifts.internal.web.paper.WeekPoster.Held;
import coop.greffon.shifts.internal.web.paper.WeekPoster.Place;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The week of Monday 25 January 2027 in Paris. */
class PapersTest {
    private static final LocalDate MONDAY = LocalDate.parse("2027-01-25");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private long ids;

    private Sheet sheet(LocalDate day, String job, int hour, ShiftState state, Seat... seats) {
        var span = new Span(
                day.atTime(hour, 0).atZone(PARIS).toInstant(),
                day.atTime(hour + 3, 0).atZone(PARIS).toInstant());
        return new Sheet(new Shift(++ids, 1L, day, span, job, 100, 2, state, null, 0), List.of(seats), List.of());
    }

    private Seat seat(String skill, Long member, BookingState state) {
        return new Seat(++ids, 1, skill, member == null ? null : booked(member, state));
    }

    private BookedSeat booked(long member, BookingState state) {
        var booking = new Booking(
                ++ids,
                1,
                1,
                member,
                Origin.FREE,
                state,
                Comes.THEMSELVES,
                state.hasSeat(),
                false,
                false,
                null,
                null,
                0);
        return new BookedSeat(booking, member);
    }

    private static Member person(long id, String given, String family) {
        String name = (given == null ? "" : given + " ") + family;
        return new Member(
                id,
                1,
                name,
                MemberDraft.person(given, family),
                MemberStatus.MEMBER,
                MONDAY,
                null,
                List.of(),
                List.of(),
                null);
    }

    private static MemberSummary line(long id, String name) {
        return new MemberSummary(
                id, "n" + id, MemberKind.PERSON, name, MemberStatus.MEMBER, null, null, null, null, null);
    }

    @Test
    void aWeekHasARowForEachJobAndHourAndAColumnForEachDayWithAShift() {
        LocalDate friday = MONDAY.plusDays(4);
        var poster = WeekPoster.of(
                MONDAY,
                List.of(
                        sheet(MONDAY, "Rayon", 9, ShiftState.PLANNED, seat(null, 1L, BookingState.BOOKED)),
                        sheet(
                                MONDAY,
                                "Caisse",
                                14,
                                ShiftState.PLANNED,
                                seat(Skills.LEADER, 2L, BookingState.SEEKING),
                                seat(null, null, null)),
                        sheet(friday, "Caisse", 9, ShiftState.CANCELLED, seat(null, 1L, BookingState.NOT_HELD)),
                        sheet(friday, "Caisse", 14, ShiftState.PLANNED, seat(null, 3L, BookingState.BOOKED))),
                Map.of(1L, person(1, "Inès", "Marchand"), 2L, person(2, "Malo", "Écuyer"), 3L, person(3, null, "Ada")),
                PARIS);

        assertThat(poster.days()).containsExactly(MONDAY, friday);
        assertThat(poster.rows())
                .extracting(WeekPoster.Row::job, WeekPoster.Row::starts, WeekPoster.Row::ends)
                .containsExactly(
                        tuple("Caisse", LocalTime.of(9, 0), LocalTime.of(12, 0)),
                        tuple("Caisse", LocalTime.of(14, 0), LocalTime.of(17, 0)),
                        tuple("Rayon", LocalTime.of(9, 0), LocalTime.of(12, 0)));
        assertThat(poster.rows().get(0).cells())
                .containsExactly(
                        new Cell(List.of()),
                        new Cell(List.of(new Held(false, List.of(new Place("Inès M.", null, false))))));
        assertThat(poster.rows().get(1).cells())
                .containsExactly(
                        new Cell(List.of(new Held(
                                true,
                                List.of(new Place("Malo É.", Skills.LEADER, true), new Place(null, null, false))))),
                        new Cell(List.of(new Held(true, List.of(new Place("Ada", null, false))))));
    }

    @Test
    void whoeverLeadsIsFirstThenByNameThenWhoSaidNo() {
        Sheet full = sheet(
                MONDAY,
                "Caisse",
                9,
                ShiftState.PLANNED,
                seat(null, 1L, BookingState.BOOKED),
                seat(null, null, null),
                seat(null, 2L, BookingState.SEEKING),
                seat(Skills.LEADER, 3L, BookingState.BOOKED));
        var told = new Sheet(
                full.shift(),
                full.seats(),
                List.of(booked(4, BookingState.ANNOUNCED), booked(5, BookingState.CANCELLED)));

        SignOff paper = SignOff.of(
                told,
                Map.of(1L, line(1, "Zoé"), 2L, line(2, "Élise"), 3L, line(3, "Farid"), 4L, line(4, "Ada")),
                Locale.FRENCH);

        assertThat(paper.lines())
                .containsExactly(
                        new Line("Farid", "n3", Skills.LEADER, false),
                        new Line("Élise", "n2", null, false),
                        new Line("Zoé", "n1", null, false),
                        new Line("Ada", "n4", null, true));
    }
}
