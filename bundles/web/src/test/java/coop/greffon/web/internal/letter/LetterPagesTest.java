package coop.greffon.web.internal.letter;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.mail.LetterKind;
import coop.greffon.core.mail.Letters;
import coop.greffon.core.mail.Letters.Preview;
import coop.greffon.core.mail.Wording;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.web.internal.visit.Proxies;
import coop.greffon.web.internal.visit.Visits;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LetterPagesTest {
    private static final String ID = "t.letter.alert";
    private static final Wording OWN = new Wording("Alerte", "Depuis {since}\n\n{link}");

    private Locale asked;

    private LetterPages pages(boolean isFit) {
        return new LetterPages(
                Proxies.of(Letters.class, (method, arguments) -> switch (method) {
                    case "get" -> new LetterKind(ID, "t", List.of("name"), List.of("link"), true, false);
                    case "own" -> {
                        asked = (Locale) arguments[1];
                        yield Optional.of(OWN);
                    }
                    case "meaning" -> Text.of("t.letter.field");
                    case "preview" -> {
                        if (!isFit) {
                            throw new InvalidInput(FieldError.of("text", "{since}", Text.of("t.unknown")));
                        }
                        yield new Preview("Alerte", "<p>Depuis lundi</p>");
                    }
                    default -> throw new IllegalArgumentException(method);
                }),
                Visits.messages());
    }

    private String shown(boolean isFit) {
        var html = new StringOutput();
        pages(isFit)
                .letter(Visits.signedIn("core.letter.edit"), ID, "en")
                .content()
                .writeTo(html);
        return html.toString();
    }

    @Test
    void wordsThatFitAreShownAsTheyRead() {
        assertThat(shown(true)).contains("<p>Depuis lundi</p>", "web.letters.own-in-use");
    }

    @Test
    void wordsThatNoLongerFitCanBeMendedOrGivenUp() {
        assertThat(shown(false))
                .contains("web.letters.own-unfit", "t.unknown", "Depuis {since}", "web.letters.restore")
                .doesNotContain("web.letters.preview", "web.letters.own-in-use");
    }

    @Test
    void theLanguageAskedForIsMeantAndNoOther() {
        pages(true).letter(Visits.signedIn("core.letter.edit"), ID, "de");

        assertThat(asked).isEqualTo(Locale.GERMAN);
    }
}
