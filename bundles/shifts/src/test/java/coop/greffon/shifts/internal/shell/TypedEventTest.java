package coop.greffon.shifts.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.problem.InvalidInput;
import coop.greffon.shifts.internal.rules.CycleCalendar;
import coop.greffon.shifts.internal.rules.LeaveType;
import coop.greffon.shifts.internal.rules.Origin;
import coop.greffon.shifts.internal.rules.Outcome;
import coop.greffon.shifts.internal.rules.Preset;
import coop.greffon.shifts.internal.rules.Rules;
import coop.greffon.shifts.internal.rules.Simulation.Away;
import coop.greffon.shifts.internal.rules.Simulation.Granted;
import coop.greffon.shifts.internal.rules.Simulation.Shift;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedEventTest {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 5);

    private static Rules rules(Preset preset) {
        return preset.rules(CycleCalendar.of(LocalDate.of(2027, 1, 4), 4));
    }

    @Test
    void aShiftIsOnesOwnPlaceWhereNothingIsDueByItself() {
        assertThat(TypedEvent.of("absent:2027-03-05", rules(Preset.BEES_REGULAR)))
                .isEqualTo(new Shift(DAY, Origin.FIXED_PLACE, Outcome.ABSENT, 100));
        assertThat(TypedEvent.of("attended:2027-03-05", rules(Preset.ELEFAN)))
                .isEqualTo(new Shift(DAY, Origin.FREE, Outcome.ATTENDED, 180));
        assertThat(TypedEvent.of("made-up:2027-03-05", rules(Preset.LOUVE_ABCD)))
                .isEqualTo(new Shift(DAY, Origin.MAKE_UP, Outcome.ATTENDED, 100));
    }

    @Test
    void whatLastsHasTwoDays() {
        assertThat(TypedEvent.of("grace:2027-03-05:2027-03-15", rules(Preset.BEES_FLYING)))
                .isEqualTo(new Granted(DAY, LocalDate.of(2027, 3, 15)));
        assertThat(TypedEvent.of("leave:2027-03-05:2027-03-05", rules(Preset.BEES_FLYING)))
                .isEqualTo(new Away(DAY, DAY, LeaveType.HOLIDAY));
        assertThat(TypedEvent.of("exemption:2027-03-05:2027-03-06", rules(Preset.BEES_FLYING)))
                .isEqualTo(new Away(DAY, DAY.plusDays(1), LeaveType.EXEMPTION));
    }

    @ParameterizedTest
    @CsvSource({
        "slept:2027-03-05, shifts.console.event",
        "attended, shifts.console.event",
        "attended:2027-03-05:2027-03-06, shifts.console.event",
        "grace:2027-03-05, shifts.console.event",
        "attended:2027-13-05, shifts.console.day",
        "attended:, shifts.console.day",
        "attended:9999-12-31, shifts.console.day",
        "attended:+99999-12-31, shifts.console.day",
        "leave:2027-03-05:2027-03-04, shifts.console.order"
    })
    void whatCannotBeUnderstoodIsNamed(String typed, String key) {
        assertThatThrownBy(() -> TypedEvent.of(typed, rules(Preset.BEES_FLYING)))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> {
                    assertThat(refused.errors()).hasSize(1);
                    assertThat(refused.errors().get(0).field()).isEqualTo("events");
                    assertThat(refused.errors().get(0).message().key()).isEqualTo(key);
                });
    }
}
