package coop.greffon.shifts.internal.store.slot;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.BookedSeat;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.Sheet;
import coop.greffon.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mondays with four seats, on 25 January and 22 February 2027. */
class ShiftCalendarTest {
    private static final LocalDate JANUARY = LocalDate.parse("2027-01-25");
    private static final LocalDate FEBRUARY = LocalDate.parse("2027-02-22");

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theSheetsOfSomeDaysAreThoseOfEachShift(TestDatabase database) {
        var fixture = new WorkFixture(database);
        fixture.enrol();
        fixture.mondays();
        assertThat(fixture.calendar.sheets(JANUARY.plusDays(1), FEBRUARY.minusDays(1)))
                .isEmpty();
        List<Long> shifts = fixture.calendar.between(JANUARY, FEBRUARY).stream()
                .map(listed -> listed.shift().id())
                .toList();
        Booking kept = fixture.bookings.book(INES, shifts.get(0), Comes.THEMSELVES, NADIA);
        Booking given = fixture.bookings.book(INES, shifts.get(1), Comes.THEMSELVES, NADIA);
        fixture.bookings.giveBack(INES, given.id(), NADIA);

        List<Sheet> sheets = fixture.calendar.sheets(JANUARY, FEBRUARY);
        assertThat(sheets).extracting(sheet -> sheet.shift().day()).containsExactly(JANUARY, FEBRUARY);
        assertThat(sheets.get(0).seats()).hasSize(4);
        assertThat(sheets.get(0).present()).containsExactly(new BookedSeat(kept, INES));
        assertThat(sheets.get(0).gone()).isEmpty();
        assertThat(sheets.get(1).present()).isEmpty();
        assertThat(sheets.get(1).gone()).extracting(gone -> gone.booking().id()).containsExactly(given.id());
        assertThat(sheets)
                .containsExactly(fixture.calendar.sheet(shifts.get(0)), fixture.calendar.sheet(shifts.get(1)));
    }
}
