package coop.greffon.shifts.internal.rules;

import static coop.greffon.shifts.internal.rules.Given.balance;
import static coop.greffon.shifts.internal.rules.Given.day;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.shifts.internal.rules.Standing.Reason;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Since when somebody is suspended where the rules changed. Of a debt since 1 October, BEES suspends on the 30th (28 days after the first
 * are still its alert's) and La Louve on the 29th (the 28th is not).
 */
class ChangedRulesTest {
    private static final Worker OWING = balance("2026-10-01", -200, 0);

    private static Timeline changed(Preset before, String on, Preset after) {
        return new Timeline(List.of(
                new Timeline.Version(day("2026-01-01"), before.rules(Given.FOUR_WEEKS)),
                new Timeline.Version(day(on), after.rules(Given.FOUR_WEEKS))));
    }

    private static LocalDate suspendedSince(Timeline rules, String on) {
        return Standings.on(OWING, rules, day(on)).reasons().stream()
                .filter(reason -> reason.code() == StatusCode.SUSPENDED)
                .map(Reason::since)
                .findFirst()
                .orElse(null);
    }

    @ParameterizedTest
    @CsvSource({
        // the day before was still one of the alert: nothing was lost before the new rules held
        "BEES_FLYING, 2026-10-30, LOUVE_FTOP, 2026-10-30, 2026-10-30",
        "BEES_FLYING, 2026-10-30, LOUVE_FTOP, 2026-11-12, 2026-10-30",
        "BEES_FLYING, 2026-10-10, LOUVE_FTOP, 2026-11-12, 2026-10-29",
        // both suspend, the former ones since a day before
        "LOUVE_FTOP, 2026-11-05, BEES_FLYING, 2026-11-12, 2026-10-29",
        "LOUVE_FTOP, 2026-10-30, BEES_FLYING, 2026-11-12, 2026-10-29",
        // the former ones had suspended nobody yet
        "LOUVE_FTOP, 2026-10-29, BEES_FLYING, 2026-10-30, 2026-10-30",
        // the others are still to come
        "LOUVE_FTOP, 2027-06-01, BEES_FLYING, 2026-10-29, 2026-10-29"
    })
    void nobodyIsSuspendedBeforeTheRulesThatSay(Preset before, String on, Preset after, String asOf, LocalDate since) {
        assertThat(suspendedSince(changed(before, on, after), asOf)).isEqualTo(since);
    }

    @Test
    void rulesThatBeginAfterTheDebtAreAskedAsTheFirstOnes() {
        var later = new Timeline(
                List.of(new Timeline.Version(day("2027-01-01"), Preset.LOUVE_FTOP.rules(Given.FOUR_WEEKS))));

        assertThat(suspendedSince(later, "2026-11-12")).isEqualTo(day("2026-10-29"));
    }
}
