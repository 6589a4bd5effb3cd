package coop.greffon.members.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import java.util.List;
import org.junit.jupiter.api.Test;

class HouseholdPagesTest {
    private static final Text WHY = Text.of("members.rule.ends-before-it-begins");

    @Test
    void anEndBeforeTheBeginningIsToldInTheFormOfJoining() {
        var refused =
                new InvalidInput(List.of(FieldError.of("to", "2026-01-01", WHY), FieldError.of("role", "MINOR", WHY)));

        assertThat(RecordLinks.atFields(refused, HouseholdPages.JOINING).errors())
                .extracting(FieldError::field)
                .containsExactly("until", "role");
    }

    @Test
    void whoBelongsToAnotherHouseholdIsToldWhereTheNameWasTyped() {
        var refused = new InvalidInput(FieldError.of("memberId", 128, Text.of("members.household.elsewhere")));

        assertThat(RecordLinks.atFields(refused, HouseholdPages.JOINING).errors())
                .extracting(FieldError::field)
                .containsExactly("who");
    }
}
