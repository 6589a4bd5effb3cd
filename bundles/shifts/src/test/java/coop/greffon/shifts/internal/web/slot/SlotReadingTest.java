package coop.greffon.shifts.internal.web.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coop.greffon.core.message.Messages;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.shifts.internal.rules.Unit;
import coop.greffon.shifts.internal.store.slot.TemplateDraft;
import coop.greffon.testing.AdjustableClock;
import coop.greffon.web.Visit;
import coop.greffon.web.form.Typed;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.ws.rs.core.MultivaluedHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlotReadingTest {
    private static final Set<String> KNOWN = Set.of("leader", "caisse");

    private final MultivaluedHashMap<String, String> typed = new MultivaluedHashMap<>(Map.ofEntries(
            Map.entry("job", " Caisse "),
            Map.entry("week", "2"),
            Map.entry("weekday", "SATURDAY"),
            Map.entry("starts", "9h30"),
            Map.entry("ends", "12:00"),
            Map.entry("worth", "1,5"),
            Map.entry("minimum", "2"),
            Map.entry("seats", "5"),
            Map.entry("leaders", "1"),
            Map.entry("wanted", "Caisse : 2\n\nfromage\n"),
            Map.entry("from", "04/01/2027"),
            Map.entry("to", "")));

    private TemplateDraft read(Unit unit) {
        Visit visit = new Visit(
                null,
                null,
                Set.of(),
                Locale.FRENCH,
                new Keys(),
                AdjustableClock.at("2026-11-27T09:00:00Z"),
                "",
                "/shifts/slots/new",
                Map.of(),
                null);
        return new SlotReading(visit, Typed.of(typed), unit, KNOWN).draft();
    }

    @Test
    void aFormIsReadAsPeopleWrite() {
        assertThat(read(Unit.HUNDREDTHS_OF_A_SHIFT))
                .isEqualTo(new TemplateDraft(
                        "Caisse",
                        2,
                        DayOfWeek.SATURDAY,
                        LocalTime.of(9, 30),
                        LocalTime.of(12, 0),
                        150L,
                        2,
                        5,
                        1,
                        Map.of("caisse", 2, "fromage", 1),
                        LocalDate.of(2027, 1, 4),
                        null,
                        null));
    }

    @Test
    void everyWeekIsNone() {
        typed.putSingle("week", "");

        assertThat(read(Unit.HUNDREDTHS_OF_A_SHIFT).week()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"9,09:00", "9h,09:00", "9 h 05,09:05", "09:05,09:05", "23H59,23:59", "0:00,00:00", "7.15,07:15"})
    void hoursAreReadInEveryUsualForm(String text, LocalTime hour) {
        typed.putSingle("starts", text);

        assertThat(read(Unit.HUNDREDTHS_OF_A_SHIFT).starts()).isEqualTo(hour);
    }

    @ParameterizedTest
    @ValueSource(strings = {"24h", "9h60", "9h5", "midi", "-9", "930", "9:30:00"})
    void whatIsNoHourIsRefusedByItsField(String text) {
        typed.putSingle("ends", text);

        assertThat(refused(Unit.HUNDREDTHS_OF_A_SHIFT)).containsExactly("ends=" + text);
    }

    @Test
    void allThatCannotBeReadIsToldAtOnce() {
        typed.putSingle("starts", "tôt");
        typed.putSingle("worth", "0,005");
        typed.putSingle("seats", "cinq");
        typed.putSingle("wanted", "caisse : deux\n: 3\nfromage: 0");
        typed.putSingle("from", "31/02/2027");

        assertThat(refused(Unit.HUNDREDTHS_OF_A_SHIFT))
                .containsExactlyInAnyOrder(
                        "starts=tôt",
                        "worth=0,005",
                        "seats=cinq",
                        "wanted=caisse : deux",
                        "wanted=: 3",
                        "wanted=fromage: 0",
                        "from=31/02/2027");
    }

    @Test
    void minutesAreWhole() {
        typed.putSingle("worth", "1,5");
        assertThat(refused(Unit.MINUTES)).containsExactly("worth=1,5");

        typed.putSingle("worth", "180");
        assertThat(read(Unit.MINUTES).worth()).isEqualTo(180);
    }

    private List<String> refused(Unit unit) {
        return catchThrowableOfType(InvalidInput.class, () -> read(unit)).errors().stream()
                .map((FieldError error) -> error.field() + "=" + error.value())
                .toList();
    }

    /** A sentence is its key. */
    private static final class Keys implements Messages {
        @Override
        public String text(Locale language, String key, Object... arguments) {
            return key;
        }

        @Override
        public boolean has(String key) {
            return true;
        }

        @Override
        public Set<Locale> languages() {
            return Set.of(Locale.FRENCH);
        }
    }
}
