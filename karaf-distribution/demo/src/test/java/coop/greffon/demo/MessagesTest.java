package coop.greffon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(Messages.in(Locale.FRENCH).bundle().keySet())
                .isEqualTo(Messages.in(Locale.ENGLISH).bundle().keySet());
    }

    @Test
    void aPortIsNotAnAmount() {
        assertThat(Messages.in(Locale.FRANCE).text("demo.starting", 8181, 8101))
                .isEqualTo("Greffon démarre\u00a0: pages sur le port 8181, console par ssh sur le port 8101.");
    }

    @Test
    void anotherLanguageIsAnsweredInEnglish() {
        assertThat(Messages.in(Locale.GERMAN).text("demo.stopped")).isEqualTo("Greffon has stopped.");
    }
}
