package coop.greffon.shifts.internal.rules.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.shifts.internal.rules.AlertForecast;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.CycleCalendar;
import coop.greffon.shifts.internal.rules.Debits;
import coop.greffon.shifts.internal.rules.Grace;
import coop.greffon.shifts.internal.rules.Preset;
import coop.greffon.shifts.internal.rules.Rules;
import coop.greffon.shifts.internal.rules.Standing;
import coop.greffon.shifts.internal.rules.Standing.NoVote;
import coop.greffon.shifts.internal.rules.Standing.Remedy;
import coop.greffon.shifts.internal.rules.Standings;
import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.rules.Timeline;
import coop.greffon.shifts.internal.rules.Worker;
import coop.greffon.shifts.internal.rules.change.Contradiction.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ParametersTest {
    private static final CycleCalendar FOUR_WEEKS = CycleCalendar.of(LocalDate.of(2015, 12, 28), 4);

    /** Every parameter with something that no set has. */
    private static final Map<Parameter, String> OTHER = Map.ofEntries(
            Map.entry(Parameter.DUE, "250"),
            Map.entry(Parameter.CYCLE_DAYS, "21"),
            Map.entry(Parameter.SEASON_MONTHS, "6"),
            Map.entry(Parameter.SEASON_STARTS, "9"),
            Map.entry(Parameter.PENALTY, "150"),
            Map.entry(Parameter.PENALTY_AT, "-50"),
            Map.entry(Parameter.KEPT, "350"),
            Map.entry(Parameter.MOST, "500"),
            Map.entry(Parameter.ALERT_AT, "-150"),
            Map.entry(Parameter.ALERT_CLEARED, "50"),
            Map.entry(Parameter.ALERT_DAYS, "35"),
            Map.entry(Parameter.GRACE_DAYS, "15"),
            Map.entry(Parameter.OUT_AT, "-950"),
            Map.entry(Parameter.OUT_ABSENCES, "3"),
            Map.entry(Parameter.FROZEN_AT, "-550"),
            Map.entry(Parameter.FROZEN_DAYS, "12"),
            Map.entry(Parameter.PER_DAY, "3"),
            Map.entry(Parameter.PER_WINDOW, "7"),
            Map.entry(Parameter.WINDOW, "35"),
            Map.entry(Parameter.BOOK, "4"),
            Map.entry(Parameter.CANCEL, "36"),
            Map.entry(Parameter.EXCHANGE, "72"),
            Map.entry(Parameter.OVERLAP, "10"),
            Map.entry(Parameter.EXTRA, "9"),
            Map.entry(Parameter.SHEET, "20"),
            Map.entry(Parameter.VOTE_AT, "-650"));

    private static String other(Parameter parameter, Rules rules) {
        return OTHER.containsKey(parameter)
                ? OTHER.get(parameter)
                : parameter.options().stream()
                        .filter(option -> !option.equals(parameter.of(rules)))
                        .findFirst()
                        .orElseThrow();
    }

    static Stream<Arguments> everyParameterOfEverySet() {
        return Arrays.stream(Preset.values())
                .flatMap(preset -> Arrays.stream(Parameter.values()).map(one -> Arguments.of(preset, one)));
    }

    private static Rules set(Preset preset) {
        return preset.rules(FOUR_WEEKS);
    }

    private static Parameters changes(Object... pairs) {
        Map<Parameter, String> values = new EnumMap<>(Parameter.class);
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((Parameter) pairs[i], (String) pairs[i + 1]);
        }
        return new Parameters(values);
    }

    private static Timeline timeline(Preset preset, Object... pairs) {
        return Timeline.of(changes(pairs).in(set(preset), FOUR_WEEKS));
    }

    private static Worker debited(String start, Timeline rules, String until) {
        Worker worker = Worker.from(LocalDate.parse(start));
        return worker.with(Debits.due(worker, rules, LocalDate.parse(until), Instant.EPOCH));
    }

    private static StatusCode status(Worker worker, Timeline rules, String on) {
        return Standings.on(worker, rules, LocalDate.parse(on)).code();
    }

    /** Read one by one and put together again, the rules of a set are the same. */
    @ParameterizedTest
    @EnumSource(Preset.class)
    void everyRuleOfASetIsReadAndPutBack(Preset preset) {
        Map<Parameter, String> all = new EnumMap<>(Parameter.class);
        for (Parameter parameter : Parameter.values()) {
            all.put(parameter, parameter.of(set(preset)));
        }

        assertThat(new Parameters(all).in(set(preset), FOUR_WEEKS)).isEqualTo(set(preset));
        assertThat(Parameters.departing(all, set(preset))).isEqualTo(Parameters.NONE);
    }

    /** What is changed is what it was changed to, wherever it has something to act on; and no other rule changes with it. */
    @ParameterizedTest
    @MethodSource("everyParameterOfEverySet")
    void aChangedRuleIsChangedAlone(Preset preset, Parameter changed) {
        Rules set = set(preset);
        Parameters changes = changes(changed, other(changed, set));
        if (changes.contradictions(set).isEmpty()) {
            Rules then = changes.in(set, FOUR_WEEKS);
            for (Parameter parameter : Parameter.values()) {
                assertThat(parameter.of(then))
                        .as("%s when %s is changed", parameter, changed)
                        .isEqualTo(parameter == changed ? other(changed, set) : parameter.of(set));
            }
        } else {
            assertThat(changes.contradictions(set))
                    .extracting(Contradiction::parameter)
                    .containsOnly(changed);
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "DUE, -1",
                "DUE, 1.5",
                "DUE, 100001",
                "DUE, many",
                "CYCLE, SOMETIMES",
                "CYCLE, ''",
                "ALERT_DAYS, 0",
                "ALERT_DAYS, -5",
                "ALERT_DAYS, ''",
                "ALERT_AT, 100",
                "OUT_AT, 0",
                "SEASON_STARTS, 13",
                "GRACE_ONCE, maybe",
                "PER_DAY, 0",
                "ASSUMED, NOT_HELD"
            })
    void whatAParameterNeverIsIsRefused(Parameter parameter, String text) {
        assertThat(parameter.takes(text)).isFalse();
        assertThatThrownBy(() -> changes(parameter, text)).isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<Arguments> contradictions() {
        return Stream.of(
                // A fixed place of BEES owes nothing by itself.
                Arguments.of(Preset.BEES_REGULAR, changes(Parameter.PENALTY, "100"), Parameter.PENALTY, Kind.NEEDS_DUE),
                Arguments.of(Preset.BEES_REGULAR, changes(Parameter.KEPT, "100"), Parameter.KEPT, Kind.NEEDS_SURPLUS),
                Arguments.of(
                        Preset.LOUVE_FTOP,
                        changes(Parameter.CYCLE_DAYS, "21"),
                        Parameter.CYCLE_DAYS,
                        Kind.NEEDS_OWN_CYCLE),
                Arguments.of(
                        Preset.BEES_FLYING,
                        changes(Parameter.SEASON_MONTHS, "6"),
                        Parameter.SEASON_MONTHS,
                        Kind.NEEDS_SEASON),
                Arguments.of(
                        Preset.SUPERCOOP,
                        changes(Parameter.PENALTY_ONCE, "true"),
                        Parameter.PENALTY_ONCE,
                        Kind.NEEDS_PENALTY),
                // L'éléfàn knows neither alert nor grace nor freeze.
                Arguments.of(
                        Preset.ELEFAN, changes(Parameter.ALERT_DAYS, "21"), Parameter.ALERT_DAYS, Kind.NEEDS_ALERT),
                Arguments.of(Preset.ELEFAN, changes(Parameter.GRACE_DAYS, "5"), Parameter.GRACE_DAYS, Kind.NEEDS_ALERT),
                Arguments.of(
                        Preset.ELEFAN, changes(Parameter.FROZEN_DAYS, "5"), Parameter.FROZEN_DAYS, Kind.NEEDS_FREEZE),
                Arguments.of(
                        Preset.MACAVRAC,
                        changes(Parameter.GRACE_ONCE, "false"),
                        Parameter.GRACE_ONCE,
                        Kind.NEEDS_GRACE),
                Arguments.of(
                        Preset.ELEFAN,
                        changes(Parameter.VOTE_FROZEN, "false"),
                        Parameter.VOTE_FROZEN,
                        Kind.NEEDS_FREEZE),
                Arguments.of(
                        Preset.ELEFAN,
                        changes(Parameter.VOTE_SUSPENDED, "false"),
                        Parameter.VOTE_SUSPENDED,
                        Kind.NEEDS_ALERT),
                Arguments.of(Preset.ELEFAN, changes(Parameter.VOTE_OUT, "false"), Parameter.VOTE_OUT, Kind.NEEDS_OUT),
                Arguments.of(Preset.ELEFAN, changes(Parameter.WINDOW, "14"), Parameter.WINDOW, Kind.NEEDS_WINDOW),
                // BEES clears at 0 and is out at −4.
                Arguments.of(
                        Preset.BEES_FLYING, changes(Parameter.ALERT_AT, "0"), Parameter.ALERT_AT, Kind.CLEARED_TOO_LOW),
                Arguments.of(
                        Preset.BEES_FLYING,
                        changes(Parameter.ALERT_AT, "-400"),
                        Parameter.ALERT_AT,
                        Kind.OUT_BEFORE_ALERT),
                Arguments.of(
                        Preset.BEES_FLYING, changes(Parameter.OUT_AT, "-1"), Parameter.OUT_AT, Kind.OUT_BEFORE_ALERT),
                Arguments.of(
                        Preset.BEES_FLYING,
                        changes(Parameter.SHOP_SUSPENDED, "true", Parameter.SHOP_ALERT, "false"),
                        Parameter.SHOP_SUSPENDED,
                        Kind.WORSE_SHOPS));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void whatContradictsItselfIsToldAtItsRule(Preset preset, Parameters changes, Parameter at, Kind kind) {
        assertThat(changes.contradictions(set(preset))).containsExactly(new Contradiction(at, kind));
    }

    @Test
    void whatIsChangedTogetherNeedsNothingElse() {
        assertThat(changes(Parameter.ALERT_AT, "-180", Parameter.ALERT_DAYS, "21", Parameter.GRACE_DAYS, "5")
                        .contradictions(set(Preset.ELEFAN)))
                .isEmpty();
        assertThat(changes(Parameter.PENALTY, "").contradictions(set(Preset.BEES_REGULAR)))
                .isEmpty();
    }

    @Test
    void whatHasNothingToActOnIsNotTold() {
        assertThat(Parameters.NONE.moot(set(Preset.MACAVRAC)))
                .contains(Parameter.GRACE_ONCE, Parameter.SEASON_MONTHS, Parameter.KEPT, Parameter.FROZEN_DAYS)
                .doesNotContain(Parameter.ALERT_DAYS, Parameter.CYCLE_DAYS, Parameter.DUE, Parameter.GRACE_DAYS);
    }

    /**
     * Flying at BEES since 1 January 2024: on the 29th nothing was done. With 21 days the alert lasts to 19 February; without a penalty
     * one is owed, not two.
     */
    @Test
    void anAlertOfTwentyOneDaysWithoutAPenalty() {
        Timeline rules = timeline(Preset.BEES_FLYING, Parameter.ALERT_DAYS, "21", Parameter.PENALTY, "");
        Worker worker = debited("2024-01-01", rules, "2024-02-20");

        assertThat(worker.journal().balance(Counter.MAIN, LocalDate.parse("2024-01-29")))
                .isEqualTo(-100);
        assertThat(status(worker, rules, "2024-01-28")).isEqualTo(StatusCode.UP_TO_DATE);
        assertThat(status(worker, rules, "2024-02-19")).isEqualTo(StatusCode.ALERT);
        assertThat(status(worker, rules, "2024-02-20")).isEqualTo(StatusCode.SUSPENDED);
    }

    /** A cycle of one's own of 21 days, a shift and a half each: due on 22 January and 12 February 2024. */
    @Test
    void anotherCycleAndAnotherDue() {
        Timeline rules = timeline(Preset.MACAVRAC, Parameter.CYCLE_DAYS, "21", Parameter.DUE, "150");
        Worker worker = debited("2024-01-01", rules, "2024-02-12");

        assertThat(worker.journal().balance(Counter.MAIN, LocalDate.parse("2024-01-21")))
                .isZero();
        assertThat(worker.journal().balance(Counter.MAIN, LocalDate.parse("2024-01-22")))
                .isEqualTo(-150);
        assertThat(worker.journal().balance(Counter.MAIN, LocalDate.parse("2024-02-12")))
                .isEqualTo(-300);
        // Macavrac's alert begins at −2.
        assertThat(status(worker, rules, "2024-02-11")).isEqualTo(StatusCode.UP_TO_DATE);
        assertThat(status(worker, rules, "2024-02-12")).isEqualTo(StatusCode.ALERT);
    }

    /** Seasons of six months from September: due on 1 March and 1 September 2024. */
    @Test
    void seasonsOfAnotherLength() {
        Timeline rules = timeline(Preset.GARDEN, Parameter.SEASON_MONTHS, "6", Parameter.SEASON_STARTS, "9");
        Worker worker = debited("2024-01-10", rules, "2024-09-01");

        assertThat(worker.journal().entries())
                .extracting(entry -> entry.effectiveOn().toString())
                .containsExactly("2024-03-01", "2024-09-01");
    }

    /**
     * L'éléfàn with an alert at three hours: the common cycle begins on 15 January 2024, 105 times four weeks after its first Monday. The
     * alert lasts to 12 February; suspended people do not shop, people in alert do.
     */
    @Test
    void anAlertWhereThereWasNone() {
        Timeline rules = timeline(Preset.ELEFAN, Parameter.ALERT_AT, "-180", Parameter.GRACE_DAYS, "7");
        Worker worker = debited("2024-01-10", rules, "2024-02-13");
        Standing suspended = Standings.on(worker, rules, LocalDate.parse("2024-02-13"));

        assertThat(status(worker, rules, "2024-01-14")).isEqualTo(StatusCode.UP_TO_DATE);
        assertThat(Standings.on(worker, rules, LocalDate.parse("2024-02-12")))
                .extracting(Standing::code, Standing::mayShop)
                .containsExactly(StatusCode.ALERT, true);
        assertThat(suspended.code()).isEqualTo(StatusCode.SUSPENDED);
        assertThat(suspended.mayShop()).isFalse();
        assertThat(suspended.remedies())
                .contains(new Remedy(Remedy.Kind.ASK_FOR_GRACE, 0, LocalDate.parse("2024-02-20")));
    }

    /** BEES gives one grace in an alert. Where it may be given again, it may be once it is over. */
    @Test
    void aGraceMayBeGivenAgain() {
        var grace = new Grace(LocalDate.parse("2024-02-27"), LocalDate.parse("2024-03-08"), Instant.EPOCH);
        Timeline once = timeline(Preset.BEES_FLYING);
        Timeline again = timeline(Preset.BEES_FLYING, Parameter.GRACE_ONCE, "false");
        Worker worker = debited("2024-01-01", once, "2024-03-09").with(grace);
        LocalDate after = LocalDate.parse("2024-03-09");

        assertThat(Standings.on(worker, once, after).remedies())
                .extracting(Remedy::kind)
                .containsExactly(Remedy.Kind.WORK);
        assertThat(Standings.on(worker, again, after).remedies())
                .extracting(Remedy::kind)
                .containsExactly(Remedy.Kind.WORK, Remedy.Kind.ASK_FOR_GRACE);
    }

    /** Whoever is in alert is kept out where the co-op says so. */
    @Test
    void whoMayShopIsTheCoopsToSay() {
        Timeline rules = timeline(Preset.BEES_FLYING, Parameter.SHOP_ALERT, "false", Parameter.SHOP_LEAVE, "true");
        Worker worker = debited("2024-01-01", rules, "2024-01-29");

        assertThat(Standings.on(worker, rules, LocalDate.parse("2024-01-29")))
                .extracting(Standing::code, Standing::mayShop)
                .containsExactly(StatusCode.ALERT, false);
        assertThat(rules.on(LocalDate.EPOCH).shopping())
                .containsExactlyInAnyOrder(
                        StatusCode.UP_TO_DATE, StatusCode.GRACE, StatusCode.EXEMPT, StatusCode.ON_LEAVE);
    }

    /** At BEES with a vote from −2 on and none while suspended: −2 on 29 January, suspended on 27 February, −3 on the 26th. */
    @Test
    void whoMayVoteIsTheCoopsToSay() {
        Timeline rules = timeline(Preset.BEES_FLYING, Parameter.VOTE_AT, "-200", Parameter.VOTE_SUSPENDED, "false");
        Worker worker = debited("2024-01-01", rules, "2024-02-27");

        assertThat(Standings.on(worker, rules, LocalDate.parse("2024-02-25")).mayVote())
                .isTrue();
        assertThat(Standings.on(worker, rules, LocalDate.parse("2024-02-26")).noVote())
                .isEqualTo(new NoVote(NoVote.Because.COUNTER, null, -200, 100));
        assertThat(Standings.on(worker, rules, LocalDate.parse("2024-02-27")).noVote())
                .isEqualTo(new NoVote(NoVote.Because.STANDING, StatusCode.SUSPENDED, 0, 0));
        assertThat(Standings.on(worker, timeline(Preset.BEES_FLYING), LocalDate.parse("2024-02-27"))
                        .mayVote())
                .as("as BEES says nothing of the vote")
                .isTrue();
    }

    /** From 12 February an alert begins at −3 only: of the days before it stays as it was. */
    @Test
    void pastDaysKeepTheirRules() {
        LocalDate change = LocalDate.parse("2024-02-12");
        Rules then = changes(Parameter.ALERT_AT, "-300").in(set(Preset.BEES_FLYING), FOUR_WEEKS);
        var rules = new Timeline(List.of(
                new Timeline.Version(LocalDate.MIN, set(Preset.BEES_FLYING)), new Timeline.Version(change, then)));
        Worker worker = debited("2024-01-15", rules, "2024-02-12");

        // −2 on 12 February, its first debit: by the new rules no alert.
        assertThat(status(worker, rules, "2024-02-12")).isEqualTo(StatusCode.UP_TO_DATE);
        assertThat(status(worker, timeline(Preset.BEES_FLYING), "2024-02-12")).isEqualTo(StatusCode.ALERT);
        assertThat(AlertForecast.of(worker, rules, change).ifNothing()).contains(LocalDate.parse("2024-03-11"));
    }
}
