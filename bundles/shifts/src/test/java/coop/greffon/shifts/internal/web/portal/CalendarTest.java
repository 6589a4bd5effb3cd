package coop.greffon.shifts.internal.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.shifts.internal.store.slot.ListedShift;
import coop.greffon.shifts.internal.words.ShiftWords;
import coop.greffon.testing.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A shift on Monday 25 January 2027 from eight to eleven, UTC, with four free seats; two people are needed. */
class CalendarTest {
    private static final LocalDate JANUARY = LocalDate.parse("2027-01-25");

    private final List<ListedShift> shifts = shifts();

    private static List<ListedShift> shifts() {
        var fixture = new WorkFixture(TestDatabase.H2);
        fixture.mondays();
        return fixture.calendar.between(JANUARY, JANUARY);
    }

    private List<Calendar.Day> free(Instant now) {
        return Calendar.of(JANUARY, JANUARY, true, shifts, List.of(), now).days();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-25T07:59:59Z, shifts.shift.free, true",
        "2027-01-25T08:00:00Z, shifts.shift.running, false",
        "2027-01-25T10:59:59Z, shifts.shift.running, false",
        "2027-01-25T11:00:00Z, shifts.shift.over, false"
    })
    void noSeatIsOfferedOnAShiftThatHasBegun(Instant now, String fill, boolean isOffered) {
        assertThat(ShiftWords.fill(shifts.get(0), now).key()).isEqualTo(fill);
        assertThat(free(now)).hasSize(isOffered ? 1 : 0);
        assertThat(ShiftWords.lacking(shifts.get(0), now))
                .isEqualTo(isOffered ? Text.of("shifts.shift.short", 2) : null);
    }

    @Test
    void itIsStillListedAmongAll() {
        Instant over = Instant.parse("2027-01-25T11:00:00Z");

        assertThat(Calendar.of(JANUARY, JANUARY, false, shifts, List.of(), over).days())
                .hasSize(1);
    }
}
