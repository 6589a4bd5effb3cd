package coop.greffon.shifts.internal.rules.booking;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.shifts.internal.rules.Origin;
import coop.greffon.shifts.internal.rules.booking.FormerHolders.Held;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormerHoldersTest {
    private static Held held(int position, long worker, Origin origin) {
        return new Held(position, worker, origin);
    }

    @Test
    void onlyAFreeSeatThatSomebodyChoseIsKept() {
        List<Held> before = List.of(
                held(0, 1, Origin.FREE),
                held(1, 2, Origin.FIXED_PLACE),
                held(2, 3, Origin.MAKE_UP),
                held(3, 4, Origin.FREE),
                held(4, 5, Origin.FREE));

        assertThat(FormerHolders.of(before, Set.of(0, 1, 2, 4), Set.of(5L)))
                .as("3 is taken, and 5 comes already")
                .containsExactly(held(0, 1, Origin.FREE));
    }

    @Test
    void eachHasOneSeat() {
        List<Held> before = List.of(held(0, 1, Origin.FREE), held(1, 1, Origin.FREE));

        assertThat(FormerHolders.of(before, Set.of(0, 1), Set.of())).containsExactly(held(0, 1, Origin.FREE));
    }

    @ParameterizedTest
    @CsvSource({"7, 2027-01-11", "30, 2027-02-01", "28, 2027-02-01"})
    void itIsKeptForSoManyDaysAndNeverBeyondTheShift(int days, LocalDate until) {
        assertThat(FormerHolders.until(LocalDate.parse("2027-01-04"), days, LocalDate.parse("2027-02-01")))
                .isEqualTo(until);
    }
}
