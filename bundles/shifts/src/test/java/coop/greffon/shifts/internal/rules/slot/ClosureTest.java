package coop.greffon.shifts.internal.rules.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosureTest {
    private static Closure closure(long id, String from, String to, int makeUps) {
        return new Closure(id, LocalDate.parse(from), LocalDate.parse(to), "Congés", makeUps);
    }

    @Test
    void aSingleDayBeatsALongPeriod() {
        List<Closure> closures =
                List.of(closure(1, "2026-12-21", "2027-01-03", 1), closure(2, "2026-12-25", "2026-12-25", 0));

        assertThat(Closure.of(closures, LocalDate.parse("2026-12-24")))
                .map(Closure::makeUps)
                .contains(1);
        assertThat(Closure.of(closures, LocalDate.parse("2026-12-25")))
                .map(Closure::makeUps)
                .contains(0);
        assertThat(Closure.of(closures, LocalDate.parse("2027-01-03")))
                .map(Closure::id)
                .contains(1L);
        assertThat(Closure.of(closures, LocalDate.parse("2027-01-04"))).isEmpty();
    }

    @Test
    void ofTwoAlikeTheLaterOneHolds() {
        List<Closure> closures =
                List.of(closure(1, "2026-12-25", "2026-12-25", 2), closure(2, "2026-12-25", "2026-12-25", 0));

        assertThat(Closure.of(closures, LocalDate.parse("2026-12-25")))
                .map(Closure::id)
                .contains(2L);
    }
}
