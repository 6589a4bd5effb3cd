package coop.greffon.core.internal.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedStringsTest {
    private static final int COUNT = 20_000;

    /** Of many lengths, some beyond what is read at once. */
    private static String text(int index) {
        return index % 5000 == 3 ? "é".repeat(10_000) + index : "é" + index + "x".repeat(index % 40);
    }

    private static SharedStrings strings() throws IOException {
        String xml = IntStream.range(0, COUNT)
                .mapToObj(index -> "<si><t>" + text(index) + "</t></si>")
                .collect(Collectors.joining("", "<sst>", "</sst>"));
        return SharedStrings.read(XmlCursor.over(new StringReader(xml)), 100_000);
    }

    @Test
    void texts_are_found_in_any_order() throws IOException {
        try (SharedStrings strings = strings()) {
            for (int index = 0; index < COUNT; index++) {
                assertThat(strings.get(index)).isEqualTo(text(index));
            }
            Random order = new Random(1);
            for (int i = 0; i < COUNT; i++) {
                int index = order.nextInt(COUNT);
                assertThat(strings.get(index)).isEqualTo(text(index));
            }
        }
    }

    @Test
    void a_number_that_no_text_has_means_damage() throws IOException {
        try (SharedStrings strings = strings()) {
            assertThatThrownBy(() -> strings.get(COUNT)).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> strings.get(-1)).isInstanceOf(Refusal.class);
        }
    }
}
