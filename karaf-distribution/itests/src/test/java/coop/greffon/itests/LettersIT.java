package coop.greffon.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import coop.greffon.itests.distribution.Client;
import coop.greffon.itests.distribution.DemoPerson;
import coop.greffon.itests.distribution.RunningDistribution;
import coop.greffon.itests.distribution.SharedDistribution;
import coop.greffon.itests.distribution.TextBrowser;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What mails say, in the co-op's words. */
@ExtendWith(SharedDistribution.class)
class LettersIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PAGE = "/admin/letters/shifts.letter.grace";

    @Test
    void wordsAreLookedAtSavedAndRestored(RunningDistribution greffon) throws IOException {
        TextBrowser browser = greffon.textBrowser();
        browser.open("/sign-in");
        browser.submit(
                "main form",
                Map.of("login", DemoPerson.REFERENT.login(), "password", greffon.passwordOf(DemoPerson.REFERENT)));
        browser.open("/admin/letters");
        assertThat(browser.page().select("main a").eachText())
                .contains("Nouveau mot de passe", "Fin proche d’un délai");
        browser.open(PAGE);
        assertThat(browser.page().select("#text").val()).contains("Bonjour {name},", "{until}", "{link}");

        browser.submit("main form", Map.of("text", "Salut {prenom}"));
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().select("#text").attr("aria-invalid")).isEqualTo("true");
        assertThat(browser.page().select(".summary").text()).contains("{prenom}", "Il manque {link}");

        browser.submit("main form", Map.of("text", "Salut {name} !\n\n{link}", "show", "1"));
        assertThat(browser.page().text()).contains("Salut Inès Marchand !", "C’est le texte du greffon");
        browser.submit("main form", Map.of());
        assertThat(browser.page().text()).contains("Le texte est enregistré", "Votre texte remplace");
        assertThat(browser.open(PAGE + "?language=en").select("#text").val()).contains("Hello {name},");

        browser.open(PAGE);
        browser.submit("main form[action$='/off']", Map.of());
        assertThat(browser.page().text()).contains("Ce courriel ne part plus");
        browser.submit("main form[action$='/on']", Map.of());
        browser.submit("main form[action$='/restore']", Map.of("language", "fr"));
        assertThat(browser.page().text()).contains("Le texte du greffon est rétabli");
        assertThat(browser.page().select("#text").val()).contains("Bonjour {name},");
    }

    @Test
    void programsDoTheSame(RunningDistribution greffon) throws IOException {
        Client referent = greffon.as(DemoPerson.REFERENT);
        String words = "/api/core/v1/letters/core.letter.reset/wordings/en";

        String own = "{\"title\":\"A new password\",\"text\":\"Hello {name}\\n\\n{link}\"}";
        assertThat(referent.send("PUT", words, own).statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(referent.get(words).body()).at("/own/title").asText())
                .isEqualTo("A new password");
        assertThat(referent.send("DELETE", words, null).statusCode()).isEqualTo(204);
        assertThat(JSON.readTree(referent.get(words).body()).has("own")).isFalse();
        assertThat(referent.send("PUT", words, "{\"title\":\"{x}\",\"text\":\"no link\"}")
                        .body())
                .contains("{x}", "{link}");
        assertThat(referent.send("PUT", "/api/core/v1/letters/core.letter.reset/sending", "{\"sent\":false}")
                        .statusCode())
                .as("nobody could choose a password")
                .isEqualTo(422);
        assertThat(greffon.as(DemoPerson.DESK).get(words).statusCode()).isEqualTo(403);
    }
}
