package coop.greffon.web.internal.account;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.identity.AccountLinks;
import coop.greffon.core.mail.Dispatch;
import coop.greffon.core.mail.Mails;
import coop.greffon.web.internal.visit.Proxies;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPagesTest {
    @ParameterizedTest
    @CsvSource({
        "OPEN, web.done.link-sent",
        "NOT_SET_UP, web.done.link-sent-waiting",
        "DEMO, web.done.link-sent-demo",
    })
    void nobodyIsToldThatAMailLeftWhereNoneDoes(Dispatch dispatch, String said) {
        var pages = new PasswordPages(
                Proxies.of(AccountLinks.class, (method, arguments) -> null),
                null,
                Proxies.of(Mails.class, (method, arguments) -> dispatch));

        assertThat(pages.remind("ines@example.org").getLocation()).hasToString("/password?done=" + said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void eachOfTheseSentencesIsWritten(String language) throws IOException {
        var messages = new Properties();
        String file = "/GREFFON-INF/i18n/messages_" + language + ".properties";
        try (var reader =
                new InputStreamReader(PasswordPages.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            messages.load(reader);
        }

        assertThat(List.of("web.done.link-sent", "web.done.invited", "web.done.account-link"))
                .allSatisfy(key -> assertThat(messages)
                        .containsKeys(
                                Dispatch.OPEN.sentence(key),
                                Dispatch.NOT_SET_UP.sentence(key),
                                Dispatch.DEMO.sentence(key)));
    }
}
