package coop.greffon.members.internal.rules;

import static coop.greffon.members.HouseholdRole.HOLDER;
import static coop.greffon.members.HouseholdRole.MINOR;
import static coop.greffon.members.HouseholdRole.SHOPPER;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.problem.FieldError;
import coop.greffon.members.HouseholdRole;
import coop.greffon.members.internal.rules.HouseholdRules.Stay;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseholdRulesTest {
    /** Malo (129): shopper of household 1 until 5 January 2025, its worker since; nothing in 2022. */
    private final List<Stay> malo = List.of(
            stay(1, 129, SHOPPER, "2023-03-04", "2025-01-05"), stay(1, 129, HouseholdRole.WORKER, "2025-01-06", null));

    private static Stay stay(long household, long member, HouseholdRole role, String from, String to) {
        return new Stay(household, member, role, LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            1 | HOLDER  | 2024-01-01 | -          | -
            1 | SHOPPER | 2025-01-06 | -          | -
            1 | SHOPPER | 2025-01-05 | -          | members.household.role-held
            1 | WORKER  | 2024-01-01 | 2025-01-05 | -
            1 | WORKER  | 2024-01-01 | 2025-01-06 | members.household.role-held
            2 | HOLDER  | 2022-01-01 | 2023-03-03 | -
            2 | HOLDER  | 2022-01-01 | 2023-03-04 | members.household.elsewhere
            2 | HOLDER  | 2026-01-01 | -          | members.household.elsewhere
            2 | HOLDER  | 2022-01-01 | -          | members.household.elsewhere
            1 | MINOR   | 2024-01-01 | -          | members.household.minor-alone
            1 | HOLDER  | 2024-01-02 | 2024-01-01 | members.rule.ends-before-it-begins
            """)
    void oneHouseholdAtATime(long household, HouseholdRole role, LocalDate from, LocalDate to, String refusal) {
        assertThat(HouseholdRules.refusal(malo, new Stay(household, 129, role, from, to))
                        .map(FieldError::message)
                        .map(message -> message.key())
                        .orElse(null))
                .isEqualTo(refusal);
    }

    @Test
    void aMinorHasNoOtherRole() {
        List<Stay> suzie = List.of(stay(1, 200, MINOR, "2023-03-04", null));
        assertThat(HouseholdRules.refusal(suzie, stay(1, 200, SHOPPER, "2026-01-01", null)))
                .map(FieldError::message)
                .map(message -> message.key())
                .contains("members.household.minor-alone");
    }

    @Test
    void somebodyMustStayInCharge() {
        LocalDate lastDay = LocalDate.parse("2026-10-31");
        List<Stay> two =
                List.of(stay(1, 128, HOLDER, "2023-03-04", "2026-10-31"), stay(1, 129, SHOPPER, "2023-03-04", null));
        List<Stay> alone = List.of(stay(1, 128, HOLDER, "2023-03-04", "2026-10-31"));
        List<Stay> followed =
                List.of(stay(1, 128, HOLDER, "2023-03-04", "2026-10-31"), stay(1, 129, HOLDER, "2026-11-01", null));

        assertThat(HouseholdRules.leavesNobodyInCharge(two, lastDay)).isTrue();
        assertThat(HouseholdRules.leavesNobodyInCharge(alone, lastDay)).isFalse();
        assertThat(HouseholdRules.leavesNobodyInCharge(followed, lastDay)).isFalse();
    }
}
