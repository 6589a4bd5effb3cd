package coop.greffon.core.internal.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TabularMessagesTest {
    private static final String PREFIX = "core.tabular.";
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");

    private static Map<String, String> sentences(String language) throws IOException {
        Properties sentences = new Properties();
        try (InputStream in = TabularMessagesTest.class.getResourceAsStream(
                "/GREFFON-INF/i18n/messages_" + language + ".properties")) {
            sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return sentences.stringPropertyNames().stream()
                .filter(key -> key.startsWith(PREFIX))
                .collect(Collectors.toMap(key -> key, sentences::getProperty));
    }

    private static Set<String> arguments(String sentence) {
        return ARGUMENT.matcher(sentence)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_reason_and_fault_has_a_sentence_in_both_languages_and_no_sentence_is_left_over() throws IOException {
        Set<String> keys = Stream.concat(
                        Arrays.stream(Reason.values()).map(Reason::key),
                        Arrays.stream(RowFault.values()).map(RowFault::key))
                .collect(Collectors.toSet());
        assertThat(sentences("fr").keySet()).isEqualTo(keys);
        assertThat(sentences("en").keySet()).isEqualTo(keys);
    }

    @Test
    void both_languages_tell_the_same_facts() throws IOException {
        Map<String, String> french = sentences("fr");
        Map<String, String> english = sentences("en");
        for (String key : french.keySet()) {
            assertThat(arguments(english.get(key))).as(key).isEqualTo(arguments(french.get(key)));
        }
    }
}
