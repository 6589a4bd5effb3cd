package coop.greffon.shifts.internal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.shifts.internal.rest.RulesResource;
import coop.greffon.shifts.internal.rest.RulesResource.Chosen;
import coop.greffon.shifts.internal.rules.Preset;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever chooses rules says which ones they read: a choice that does not is refused before anything else is looked at. */
class RulesRevisionTest {
    private final RulesResource resource = new RulesResource(null, null);
    private final Chosen blind = new Chosen(
            Preset.BEES_REGULAR, Map.of(), Preset.BEES_FLYING, Map.of(), LocalDate.parse("2026-12-28"), 4, null);

    @Test
    void withoutTheRevisionNothingIsChosen() {
        assertThatThrownBy(() -> resource.choose(null, blind)).satisfies(RulesRevisionTest::namesIt);
        assertThatThrownBy(() -> resource.effects(null, blind)).satisfies(RulesRevisionTest::namesIt);
    }

    private static void namesIt(Throwable refused) {
        FieldError error = ((InvalidInput) refused).errors().get(0);
        assertThat(error.field()).isEqualTo("revision");
        assertThat(error.message().key()).isEqualTo("shifts.rules.revision");
    }
}
