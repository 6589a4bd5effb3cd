package coop.greffon.shifts.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.shifts.internal.rules.Preset;
import coop.greffon.shifts.internal.rules.change.Parameter;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.setting.SettingsOf;
import coop.greffon.testing.AdjustableClock;
import coop.greffon.web.Page;
import coop.greffon.web.Visit;
import gg.jte.output.StringOutput;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesPagesTest {
    private static final Pattern ELEMENT = Pattern.compile("<[a-z]");
    private static final Pattern KEY = Pattern.compile("\\bshifts\\.[a-z]");

    /** What web's shell leaves of the 350 elements that a page may have. */
    private static final int MOST_ELEMENTS = 300;

    /** More than a co-op will ever change. */
    private static final String ALL_CHANGED = "DUE=200; CYCLE=COMMON; PENALTY=50; PENALTY_AT=-50; PENALTY_ONCE=false;"
            + " SURPLUS=LOSE; KEPT=100; MOST=300; ALERT_AT=-50; ALERT_CLEARED=50; ALERT_DAYS=21; ALERT_LAST=false;"
            + " ALERT_ON_LEAVE=RUNS; GRACE_DAYS=5; GRACE_ONCE=false; GRACE_NEXT=true; OUT_AT=-500; OUT_ABSENCES=2;"
            + " PER_DAY=1; PER_WINDOW=4; WINDOW=14; BOOK=1; CANCEL=24; EXCHANGE=24; OVERLAP=5; DEBT_ONLY=true; EXTRA=3;"
            + " ACCOMPANIED=true; GIVES_FIXED=true; SHEET=10; ASSUMED=; SHOP_GRACE=false; SHOP_EXEMPT=false;"
            + " VOTE_AT=-200; VOTE_EXEMPT=false";

    private static Visit visit(String language) {
        return new Visit(
                null,
                null,
                Set.of(),
                Locale.forLanguageTag(language),
                new MessagesOfTheBundle(),
                AdjustableClock.at("2026-11-27T09:00:00Z"),
                "",
                "/shifts/rules",
                Map.of(),
                null);
    }

    private static String page(String language) {
        return page(language, "", "");
    }

    private static String page(String language, String fixed, String flying) {
        var rules = new RulesInForce(SettingsOf.changes(fixed, flying));
        return html(new RulesPages(rules).list(visit(language)));
    }

    private static String form(String language, String track) {
        var rules = new RulesInForce(SettingsOf.changes("", "BEES_FLYING: ALERT_DAYS=21"));
        return html(new SingleRulePages(null, rules, null).show(visit(language), track));
    }

    private static String html(Page page) {
        var html = new StringOutput();
        page.content().writeTo(html);
        return html.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void everySetOfRulesIsToldInWords(String language) {
        String html = page(language);

        assertThat(Arrays.stream(Preset.values()).map(Preset::id))
                .hasSize(8)
                .allSatisfy(id -> assertThat(html).contains("<section class=\"panel\" id=\"" + id + "\">"));
        assertThat(KEY.matcher(html).find())
                .as("a sentence is missing: %s", html)
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void thePageIsLight(String language) {
        assertThat(elements(page(language))).isLessThanOrEqualTo(MOST_ELEMENTS);
        assertThat(elements(page(language, "BEES_REGULAR: " + ALL_CHANGED, "BEES_FLYING: " + ALL_CHANGED)))
                .isLessThanOrEqualTo(MOST_ELEMENTS);
        assertThat(elements(form(language, "FLYING"))).isLessThanOrEqualTo(MOST_ELEMENTS);
    }

    private static long elements(String html) {
        return ELEMENT.matcher(html).results().count();
    }

    private static long count(String part, String html) {
        return Pattern.compile(Pattern.quote(part)).matcher(html).results().count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void whatIsChangedIsMarkedAndTheSetIsToldBesideIt(String language) {
        String html = page(language, "", "BEES_FLYING: ALERT_DAYS=21");
        String all = page(language, "BEES_REGULAR: " + ALL_CHANGED, "");

        assertThat(count("<strong>", html)).isEqualTo(1);
        assertThat(count("<li>", html)).isGreaterThan(count("<li>", page(language)) + 20);
        assertThat(count("<strong>", all)).isGreaterThan(25);
        assertThat(KEY.matcher(all).find()).as(all).isFalse();
        assertThat(page(language)).doesNotContain("<strong>", "notice");
        assertThat(page(language, "MACAVRAC: ALERT_DAYS=21", "")).containsOnlyOnce("notice warn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void eachRuleHasAFieldThatHoldsIt(String language) {
        String html = form(language, "FLYING");

        assertThat(Parameter.values())
                .allSatisfy(parameter -> assertThat(html).containsOnlyOnce(" name=\"" + parameter + "\""));
        assertThat(html)
                .contains("name=\"ALERT_DAYS\" type=\"text\" value=\"21\"")
                .contains("name=\"OUT_AT\" type=\"text\" value=\"-4\"")
                .contains("<option value=\"OWN\" selected>");
        assertThat(form(language, "FIXED")).contains("name=\"ALERT_DAYS\" type=\"text\" value=\"28\"");
        assertThat(KEY.matcher(html).find()).as(html).isFalse();
    }
}
