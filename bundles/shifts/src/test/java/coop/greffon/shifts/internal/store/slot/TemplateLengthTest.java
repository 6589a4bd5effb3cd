package coop.greffon.shifts.internal.store.slot;

import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static coop.greffon.shifts.internal.store.WorkFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.problem.InvalidInput;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.testing.TestDatabase;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A slot lasts twelve hours at most; one that ends before it starts ends on the next day. */
class TemplateLengthTest {
    private final WorkFixture fixture = new WorkFixture(TestDatabase.H2);

    private static TemplateDraft draft(LocalTime starts, LocalTime ends) {
        return new TemplateDraft(
                "Caisse", null, DayOfWeek.MONDAY, starts, ends, 100L, 0, 2, 0, Map.of(), START, null, null);
    }

    @ParameterizedTest
    @CsvSource({"22:00, 06:00, 8", "08:00, 20:00, 12", "20:00, 08:00, 12", "14:30, 00:30, 10"})
    void upToTwelveHoursItIsTaken(LocalTime starts, LocalTime ends, long hours) {
        Template added = fixture.templates.add(draft(starts, ends), NADIA);

        assertThat(added.recurrence().length()).hasHours(hours);
    }

    /** Of 22 hours and a half, of twelve hours and a minute, of all but a minute of a day. */
    @ParameterizedTest
    @CsvSource({"02:30, 01:00, 22, 30", "08:00, 20:01, 12, 1", "08:00, 07:59, 23, 59"})
    void whatLastsLongerIsRefusedAtItsEnd(LocalTime starts, LocalTime ends, long hours, int minutes) {
        refuses(() -> fixture.templates.add(draft(starts, ends), NADIA), hours, minutes);

        Template fine = fixture.templates.add(draft(LocalTime.of(9, 0), LocalTime.of(12, 0)), NADIA);
        refuses(() -> fixture.templates.change(fine.id(), fine.revision(), draft(starts, ends), NADIA), hours, minutes);
        assertThat(fixture.templates.all()).extracting(Template::revision).containsExactly(fine.revision());
    }

    private static void refuses(ThrowingCallable deed, long hours, int minutes) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(InvalidInput.class, refused -> {
            assertThat(refused.errors()).extracting(error -> error.field()).containsExactly("ends");
            assertThat(refused.errors().get(0).message().key()).isEqualTo("shifts.template.too-long");
            assertThat(refused.errors().get(0).message().arguments()).containsExactly(hours, minutes, 12L);
        });
    }
}
