package coop.greffon.shifts.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.message.Messages;
import coop.greffon.shifts.internal.rules.Preset;
import coop.greffon.testing.AdjustableClock;
import coop.greffon.web.Visit;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesPagesTest {
    private static final Pattern ELEMENT = Pattern.compile("<[a-z]");
    private static final Pattern KEY = Pattern.compile("\\bshifts\\.[a-z]");

    /** What web's shell leaves of the 350 elements that a page may have. */
    private static final int MOST_ELEMENTS = 300;

    private static String page(String language) {
        Visit visit = new Visit(
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
        var html = new StringOutput();
        new RulesPages().list(visit).content().writeTo(html);
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
        assertThat(ELEMENT.matcher(page(language)).results().count()).isLessThanOrEqualTo(MOST_ELEMENTS);
    }

    private static final class MessagesOfTheBundle implements Messages {
        @Override
        public String text(Locale language, String key, Object... arguments) {
            return sentences(language).getProperty(key, key);
        }

        @Override
        public boolean has(String key) {
            return sentences(Locale.FRENCH).containsKey(key);
        }

        @Override
        public Set<Locale> languages() {
            return Set.of(Locale.FRENCH, Locale.ENGLISH);
        }

        private static Properties sentences(Locale language) {
            var sentences = new Properties();
            String file = "/GREFFON-INF/i18n/messages_" + language.getLanguage() + ".properties";
            try (var reader =
                    new InputStreamReader(RulesPages.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
                sentences.load(reader);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            return sentences;
        }
    }
}
