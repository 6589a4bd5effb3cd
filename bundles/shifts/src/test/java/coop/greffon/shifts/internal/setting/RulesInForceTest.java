package coop.greffon.shifts.internal.setting;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.setting.Settings;
import coop.greffon.shifts.internal.rules.Alert;
import coop.greffon.shifts.internal.rules.Preset;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.rules.change.ChosenRules;
import coop.greffon.shifts.internal.rules.change.Parameter;
import coop.greffon.shifts.internal.rules.change.Parameters;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesInForceTest {
    private static final LocalDate MARCH = LocalDate.parse("2027-03-01");
    private static final LocalDate FEBRUARY = LocalDate.parse("2027-02-28");
    private static final Instant CHOSEN = Instant.parse("2027-02-20T10:00:00Z");

    /** BEES; from March on with what is written down as changed for who is flying. */
    private record Changing(String from) implements Settings {
        @Override
        public <T> T on(Class<T> declaration, LocalDate day) {
            Map<String, Object> values = Map.of(
                    "fixedRules",
                    Preset.BEES_REGULAR,
                    "flyingRules",
                    Preset.BEES_FLYING,
                    "fixedChanges",
                    "",
                    "flyingChanges",
                    day.isBefore(MARCH) ? "" : from,
                    "firstWeek",
                    LocalDate.parse("2026-12-28"),
                    "cycleWeeks",
                    4);
            return declaration.cast(Proxy.newProxyInstance(
                    declaration.getClassLoader(),
                    new Class<?>[] {declaration},
                    (proxy, method, arguments) -> values.get(method.getName())));
        }

        @Override
        public List<LocalDate> changes(Class<?> declaration) {
            return List.of(MARCH);
        }

        @Override
        public Settings asKnown(Instant until) {
            return until.isBefore(CHOSEN) ? new Changing("") : this;
        }
    }

    private static Alert alert(RulesInForce rules, Track track, LocalDate day) {
        return rules.of(track).on(day).alert();
    }

    @Test
    void rulesHoldSinceTheLastDayOnWhichThoseOfTheirTrackChanged() {
        var rules = new RulesInForce(new Changing("BEES_FLYING: ALERT_DAYS=21; PENALTY="));

        assertThat(rules.since(Track.FLYING, MARCH)).isEqualTo(MARCH);
        assertThat(rules.since(Track.FLYING, MARCH.plusYears(1))).isEqualTo(MARCH);
        assertThat(rules.since(Track.FLYING, FEBRUARY)).isEqualTo(LocalDate.MIN);
        assertThat(rules.since(Track.FIXED, MARCH)).isEqualTo(LocalDate.MIN);
    }

    @Test
    void changesHoldFromTheirDayAndForTheirTrack() {
        var rules = new RulesInForce(new Changing("BEES_FLYING: ALERT_DAYS=21; PENALTY="));

        assertThat(alert(rules, Track.FLYING, FEBRUARY).days()).isEqualTo(28);
        assertThat(alert(rules, Track.FLYING, MARCH).days()).isEqualTo(21);
        assertThat(rules.of(Track.FLYING).on(FEBRUARY).debit().penalty()).isNotNull();
        assertThat(rules.of(Track.FLYING).on(MARCH).debit().penalty()).isNull();
        assertThat(alert(rules, Track.FIXED, MARCH).days()).isEqualTo(28);
        assertThat(rules.isIgnored(Track.FLYING, MARCH)).isFalse();
    }

    @Test
    void rulesThatWereNotChosenYetAreNotKnown() {
        var rules = new RulesInForce(new Changing("BEES_FLYING: ALERT_DAYS=21"));

        assertThat(alert(rules.asKnown(CHOSEN.minusNanos(1)), Track.FLYING, MARCH)
                        .days())
                .isEqualTo(28);
        assertThat(alert(rules.asKnown(CHOSEN), Track.FLYING, MARCH).days()).isEqualTo(21);
        assertThat(alert(rules.asKnown(CHOSEN), Track.FLYING, FEBRUARY).days()).isEqualTo(28);
        assertThat(rules.asKnown(null)).isSameAs(rules);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        var changes = new Parameters(Map.of(
                Parameter.ALERT_DAYS,
                "21",
                Parameter.OUT_AT,
                "-650",
                Parameter.PENALTY,
                "",
                Parameter.CYCLE,
                "COMMON"));
        String text = ChangesText.of(Preset.BEES_FLYING, changes);

        assertThat(text).isEqualTo("BEES_FLYING: CYCLE=COMMON; PENALTY=; ALERT_DAYS=21; OUT_AT=-650");
        assertThat(new RulesInForce(new Changing(text)).choice(MARCH).flying())
                .isEqualTo(new ChosenRules(Preset.BEES_FLYING, changes));
        assertThat(ChangesText.of(Preset.BEES_FLYING, Parameters.NONE)).isEmpty();
    }

    /** Of another set, unreadable, or against each other: the set holds, and its page can say so. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "MACAVRAC: ALERT_DAYS=21",
                "ALERT_DAYS=21",
                "BEES_FLYING: ALERT_DAYS",
                "BEES_FLYING: ALERT_DAYS=many",
                "BEES_FLYING: DANCES=2",
                "BEES_FLYING:",
                "BEES_FLYING: ALERT_DAYS=21; ALERT_AT=0"
            })
    void whatCannotHoldDoesNot(String text) {
        var rules = new RulesInForce(new Changing(text));

        assertThat(rules.of(Track.FLYING).on(MARCH))
                .isEqualTo(rules.of(Track.FLYING).on(FEBRUARY));
        assertThat(rules.isIgnored(Track.FLYING, MARCH)).isTrue();
        assertThat(rules.isIgnored(Track.FLYING, FEBRUARY)).isFalse();
        assertThat(rules.isIgnored(Track.FIXED, MARCH)).isFalse();
    }
}
