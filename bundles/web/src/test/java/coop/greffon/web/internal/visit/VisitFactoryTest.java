package coop.greffon.web.internal.visit;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.web.Visit;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitFactoryTest {
    /** Nothing that reads the database is given to it. */
    private final VisitFactory visits = new VisitFactory(null, null, null, Visits.messages(), null, null);

    @ParameterizedTest
    @CsvSource({"en-GB, en", "de, fr", ", fr"})
    void aStrangerIsAnsweredInTheirLanguageOrFrench(String asked, String answered) {
        assertThat(visits.ofStranger(request(asked)).language()).isEqualTo(Locale.forLanguageTag(answered));
    }

    @Test
    void aStrangerMayDoNothing() {
        Visit visit = visits.ofStranger(request(null));

        assertThat(visit.account()).isEmpty();
        assertThat(visit.device()).isEmpty();
        assertThat(visit.may("core.setting.edit")).isFalse();
        assertThat(visit.path()).isEqualTo("/healthz");
    }

    private static HttpServletRequest request(String language) {
        Locale locale = language == null ? Locale.GERMAN : Locale.forLanguageTag(language);
        return Proxies.of(HttpServletRequest.class, (method, arguments) -> switch (method) {
            case "getHeader" -> language;
            case "getLocales" -> Collections.enumeration(List.of(locale));
            case "getPathInfo" -> "/healthz";
            default -> null;
        });
    }
}
