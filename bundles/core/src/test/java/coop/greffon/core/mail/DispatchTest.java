package coop.greffon.core.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a letter that was just written. */
class DispatchTest {
    private static Properties messages(String language) throws IOException {
        var messages = new Properties();
        String file = "/GREFFON-INF/i18n/messages_" + language + ".properties";
        try (var reader = new InputStreamReader(Dispatch.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            messages.load(reader);
        }
        return messages;
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void theSentenceIsWrittenForEachWayOfDispatch(String language) throws IOException {
        for (Dispatch dispatch : Dispatch.values()) {
            assertThat(messages(language)).containsKey(dispatch.sentence("core.account.link-sent"));
        }
    }
}
