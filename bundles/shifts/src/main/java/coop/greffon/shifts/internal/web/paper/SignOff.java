package coop.greffon.shifts.internal.web.paper;

import coop.greffon.members.MemberSummary;
import coop.greffon.shifts.internal.store.slot.BookingState;
import coop.greffon.shifts.internal.store.slot.Shift;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.BookedSeat;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.Seat;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.Sheet;
import coop.greffon.shifts.internal.store.slot.Skills;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The sheet of a shift on paper.
 *
 * @param lines who is expected: whoever leads first, the others by name, then those who said that they do not come
 */
public record SignOff(Shift shift, List<Line> lines) {
    /**
     * Somebody expected.
     *
     * @param number the member's number, null for none
     * @param skill what their seat asks for, null for nothing
     * @param saidNo whether they said that they do not come
     */
    public record Line(String name, String number, String skill, boolean saidNo) {
        private boolean leads() {
            return Skills.LEADER.equals(skill);
        }
    }

    public SignOff {
        lines = List.copyOf(lines);
    }

    /**
     * The sheet.
     *
     * @param names of whoever is on it
     * @param language by whose alphabet they are sorted
     */
    static SignOff of(Sheet sheet, Map<Long, MemberSummary> names, Locale language) {
        Collator alphabet = Collator.getInstance(language);
        Stream<Line> coming = sheet.seats().stream()
                .filter(seat -> seat.booking() != null)
                .map(seat -> line(seat, names))
                .sorted(Comparator.comparing((Line line) -> !line.leads()).thenComparing(Line::name, alphabet));
        Stream<Line> notComing = sheet.gone().stream()
                .filter(gone -> gone.booking().state() == BookingState.ANNOUNCED)
                .map(gone -> line(gone, null, true, names))
                .sorted(Comparator.comparing(Line::name, alphabet));
        return new SignOff(sheet.shift(), Stream.concat(coming, notComing).toList());
    }

    private static Line line(Seat seat, Map<Long, MemberSummary> names) {
        return line(seat.booking(), seat.skill(), false, names);
    }

    private static Line line(BookedSeat booked, String skill, boolean saidNo, Map<Long, MemberSummary> names) {
        MemberSummary who = names.get(booked.memberId());
        return new Line(who == null ? "?" : who.name(), who == null ? null : who.number(), skill, saidNo);
    }
}
