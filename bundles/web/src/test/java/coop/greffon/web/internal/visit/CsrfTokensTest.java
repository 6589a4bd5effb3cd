package coop.greffon.web.internal.visit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsrfTokensTest {
    @Test
    void looksDifferentOnEachPageAndFitsItsSecretOnly() {
        String first = CsrfTokens.shown("secret");
        String second = CsrfTokens.shown("secret");

        assertThat(first).isNotEqualTo(second);
        assertThat(CsrfTokens.fits(first, "secret")).isTrue();
        assertThat(CsrfTokens.fits(second, "secret")).isTrue();
        assertThat(CsrfTokens.fits(first, "other")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "not base 64 !", "AAAA"})
    void refusesWhatIsNoToken(String sent) {
        assertThat(CsrfTokens.fits(sent, "secret")).isFalse();
    }
}
