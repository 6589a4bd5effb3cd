package coop.greffon.shifts.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.audit.Change;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.shifts.internal.store.slot.BookingState;
import coop.greffon.web.ChangedField;
import coop.greffon.web.Visit;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The history of a record tells what became of a seat in the words of the sheet. */
class HistoryWordsTest {
    private static ChangedField read(Locale language, FieldChange field) {
        var visit = new Visit(
                null,
                null,
                Set.of(),
                language,
                new MessagesOfTheBundle(),
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                "",
                "/members/128/history",
                Map.of(),
                null);
        var told =
                new Change(Instant.EPOCH, Actor.host(), "shifts.audit.told", "members.member", "128", List.of(field));
        return new ChangedField(visit, told, field);
    }

    @Test
    void whatBecameOfASeatIsTold() {
        ChangedField field = read(Locale.FRENCH, new FieldChange("outcome", "BOOKED", "ABSENT_TWICE"));

        assertThat(field.name()).isEqualTo("Présence");
        assertThat(field.before()).isEqualTo("Inscrit·e");
        assertThat(field.after()).isEqualTo("Absent·e sans prévenir");
    }

    @ParameterizedTest
    @EnumSource(BookingState.class)
    void noStateIsToldByItsCode(BookingState state) {
        var field = new FieldChange("outcome", null, state.name());

        assertThat(read(Locale.FRENCH, field).after()).isNotEqualTo(state.name());
        assertThat(read(Locale.ENGLISH, field).after()).isNotEqualTo(state.name());
    }

    @Test
    void theDayOfAShiftIsNoBeginning() {
        assertThat(read(Locale.FRENCH, new FieldChange("on", null, "2027-01-25"))
                        .name())
                .isEqualTo("Jour");
    }
}
