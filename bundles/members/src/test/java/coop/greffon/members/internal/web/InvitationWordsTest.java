package coop.greffon.members.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.mail.Dispatch;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a letter that was just written. */
class InvitationWordsTest {
    private static Properties messages(String language) throws IOException {
        var messages = new Properties();
        String file = "/GREFFON-INF/i18n/messages_" + language + ".properties";
        try (var reader =
                new InputStreamReader(InvitationPages.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            messages.load(reader);
        }
        return messages;
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void theSentenceIsWrittenForEachWayOfDispatch(String language) throws IOException {
        for (Dispatch dispatch : Dispatch.values()) {
            assertThat(messages(language)).containsKey(dispatch.sentence("members.done.invited"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void noInvitationIsCalledSentWhichMayNeverLeave(String language) throws IOException {
        Properties messages = messages(language);

        assertThat(List.of(
                        "members.account.state-INVITED",
                        "members.invitation.SENT",
                        "members.invitations.sent",
                        "members.job.invite.done",
                        "members.done.invited-already"))
                .allSatisfy(key -> assertThat(messages.getProperty(key))
                        .isNotNull()
                        .doesNotContainPattern("(?i)envoyé|parti|\\bsent\\b|\\bleft\\b"));
    }
}
