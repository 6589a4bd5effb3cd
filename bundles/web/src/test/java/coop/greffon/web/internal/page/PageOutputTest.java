package coop.greffon.web.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PageOutputTest {
    private final PageOutput page = new PageOutput();

    private String written() {
        return new String(page.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void whatIsWrittenLastStandsInItsPlace() {
        page.writeContent("a");
        page.later(output -> output.writeContent("<é>"));
        page.writeContent("bcd", 1, 2);
        page.later(output -> output.writeBinaryContent(new byte[] {'2'}));
        page.later(output -> output.writeContent("3"));
        page.writeBinaryContent(new byte[] {'z'});

        assertThat(written()).isEqualTo("a<é>c23z");
    }

    @Test
    void aLongPageIsWhole() {
        String row = "Zoë — 🌱 ".repeat(1_000);
        for (int i = 0; i < 40; i++) {
            page.writeContent(row);
            page.writeContent(Integer.toString(i));
        }

        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            expected.append(row).append(i);
        }
        assertThat(written()).isEqualTo(expected.toString());
    }

    @Test
    void nothingWrittenIsAnEmptyPage() {
        assertThat(written()).isEmpty();
    }

    @Test
    void whatPeopleTypeIsEscaped() {
        page.setContext("p", null);
        page.writeUserContent("<b> & é");

        assertThat(written()).isEqualTo("&lt;b&gt; &amp; é");
    }
}
