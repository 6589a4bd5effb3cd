package coop.greffon.core.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.internal.mail.MailServer.Security;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostMailSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "mail.example.org, 587, STARTTLS",
        "mail.example.org, 25, STARTTLS",
        "mail.example.org, 465, TLS",
        "localhost, 25, NONE",
        "127.0.0.1, 2525, NONE",
        "localhost, 465, TLS"
    })
    void lettersAreInTheClearOnThisMachineAlone(String host, int port, Security security) {
        assertThat(HostMailSettings.security(host, port)).isEqualTo(security);
    }
}
