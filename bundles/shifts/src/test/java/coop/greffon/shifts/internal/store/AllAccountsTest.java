package coop.greffon.shifts.internal.store;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.shifts.internal.rules.Preset;
import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.rules.change.ChosenRules;
import coop.greffon.shifts.internal.rules.change.Parameter;
import coop.greffon.shifts.internal.rules.change.Parameters;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.testing.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AllAccountsTest {
    private static final LocalDate FEBRUARY = LocalDate.parse("2027-02-02");

    private static RulesInForce.Choice flying(Preset preset) {
        return flying(ChosenRules.of(preset));
    }

    private static RulesInForce.Choice flying(ChosenRules chosen) {
        return new RulesInForce.Choice(ChosenRules.of(Preset.BEES_REGULAR), chosen, LocalDate.parse("2026-12-28"), 4);
    }

    /**
     * Inès flies by BEES and did nothing: on 1 February she owes two, and is in alert. At Macavrac two are an alert too; at L'éléfàn no debt has a
     * consequence; where whoever is in alert does not shop, she does not; where one votes above −2 only, she does not vote. Omar has a fixed place and owes nothing by either.
     */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoeverWouldStandOtherwiseIsNamedAndNothingIsPosted(TestDatabase database) {
        var fixture = new WorkFixture(database);
        fixture.enrol();
        fixture.add(129, Track.FIXED);
        fixture.goTo("2027-02-02");
        fixture.cycles.post(FEBRUARY, NADIA);

        assertThat(fixture.accountsOfAll.supposing(flying(Preset.BEES_FLYING), FEBRUARY))
                .isEmpty();
        assertThat(fixture.accountsOfAll.supposing(flying(Preset.MACAVRAC), FEBRUARY))
                .isEmpty();
        assertThat(fixture.accountsOfAll.supposing(flying(Preset.ELEFAN), FEBRUARY))
                .containsExactly(
                        new StandingChange(INES, StatusCode.ALERT, true, true, StatusCode.UP_TO_DATE, true, true));
        var closedInAlert = new Parameters(Map.of(Parameter.SHOP_ALERT, "false"));
        assertThat(fixture.accountsOfAll.supposing(
                        flying(new ChosenRules(Preset.BEES_FLYING, closedInAlert)), FEBRUARY))
                .containsExactly(new StandingChange(INES, StatusCode.ALERT, true, true, StatusCode.ALERT, false, true));
        var withoutVote = new Parameters(Map.of(Parameter.VOTE_AT, "-199"));
        assertThat(fixture.accountsOfAll.supposing(flying(new ChosenRules(Preset.BEES_FLYING, withoutVote)), FEBRUARY))
                .containsExactly(new StandingChange(INES, StatusCode.ALERT, true, true, StatusCode.ALERT, true, false));
        assertThat(fixture.account("2027-02-02", null).standing().code()).isEqualTo(StatusCode.ALERT);
    }

    /** A leave of Inès that ends before it begins, as no page writes it. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void oneWithWhomSomethingIsWrongKeepsNoOtherFromTheirTurn(TestDatabase database) {
        var fixture = new WorkFixture(database);
        fixture.enrol();
        fixture.add(129, Track.FLYING);
        fixture.leaves.giveLeave(INES, new LeaveDraft(PeriodKind.HOLIDAY, FEBRUARY, null, null), NADIA);
        fixture.sql("update greffon_shifts_period set to_on = '2026-01-05'");
        List<Long> seen = new ArrayList<>();

        assertThat(fixture.accountsOfAll.each(
                        FEBRUARY, account -> seen.add(account.enrolment().memberId())))
                .containsExactly(INES);

        assertThat(seen).containsExactly(129L);
        assertThatThrownBy(() -> fixture.accountsOfAll.supposing(flying(Preset.ELEFAN), FEBRUARY))
                .as("what leaves somebody out is not told as if it were all")
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[128]");
        assertThatThrownBy(() -> fixture.standingCounts.write(FEBRUARY)).isInstanceOf(IllegalStateException.class);
        assertThat(fixture.standingCounts.between(FEBRUARY, FEBRUARY)).isEmpty();
    }
}
