package coop.greffon.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.extension.Extensions;
import gg.jte.Content;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ContributionsTest {
    @Test
    void whatNeighboursAddStandsInTheirOrder() {
        assertThat(shown(() -> Optional.of(text("<b>one</b>")), Optional::empty, () -> Optional.of(text("two"))))
                .containsExactly("<b>one</b>", "two");
    }

    @Test
    void aNeighbourThatFailsIsLeftOut() {
        assertThat(shown(
                        () -> {
                            throw new IllegalStateException("gone");
                        },
                        () -> Optional.of(text("two"))))
                .containsExactly("two");
    }

    @Test
    void aNeighbourWhoseClassesAreGoneWhileItRendersIsLeftOut() {
        assertThat(shown(
                        () -> Optional.of(output -> {
                            throw new NoClassDefFoundError("coop/greffon/gone/Template");
                        }),
                        () -> Optional.of(text("two"))))
                .containsExactly("two");
    }

    @Test
    void somethingStandsInThePlaceOfANeighbourThatFails() {
        Extensions<Supplier<Optional<Content>>> neighbours = Extensions.fixed(
                "sample",
                () -> {
                    throw new IllegalStateException("gone");
                },
                () -> Optional.of(text("two")));

        assertThat(Contributions.of(neighbours, Supplier::get, module -> text(module + " is down")).stream()
                        .map(ContributionsTest::html)
                        .toList())
                .containsExactly("sample is down", "two");
    }

    private static String html(Content part) {
        var html = new StringOutput();
        part.writeTo(html);
        return html.toString();
    }

    @SafeVarargs
    private static List<String> shown(Supplier<Optional<Content>>... neighbours) {
        return Contributions.of(Extensions.fixed("sample", neighbours), Supplier::get).stream()
                .map(ContributionsTest::html)
                .toList();
    }

    private static Content text(String html) {
        return output -> output.writeContent(html);
    }
}
