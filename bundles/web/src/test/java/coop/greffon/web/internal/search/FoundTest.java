package coop.greffon.web.internal.search;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.extension.Extensions;
import coop.greffon.web.SearchSource;
import coop.greffon.web.SearchSource.Hit;
import coop.greffon.web.Visit;
import coop.greffon.web.internal.visit.Visits;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoundTest {
    private static final Hit INES = new Hit("Inès Marchand", "n° 128", "/members/128");

    @Test
    void aSourceThatFailsTakesNothingFromTheOthers() {
        Found found = search(
                source("a.b.c", () -> {
                    throw new NoClassDefFoundError("coop/greffon/gone/Finder");
                }),
                source("a.b.c", () -> List.of(INES)));

        assertThat(found.hits()).containsExactly(INES);
        assertThat(found.isPartial()).isTrue();
    }

    @Test
    void whoMayNotLookFindsNothingAndMissesNothing() {
        assertThat(search(source("x.y.z", () -> {
                    throw new IllegalStateException("not to be asked");
                })))
                .isEqualTo(Found.NOTHING);
    }

    @Test
    void atMostTwentyFiveAreShown() {
        List<Hit> many = IntStream.range(0, 20).mapToObj(ignored -> INES).toList();

        assertThat(search(source("a.b.c", () -> many), source("a.b.c", () -> many))
                        .hits())
                .hasSize(25);
    }

    @Test
    void whoeverMayHaveMoreSaysWhereItIsListed() {
        List<Hit> many = IntStream.range(0, 25).mapToObj(ignored -> INES).toList();

        assertThat(search(source("a.b.c", () -> many), source("a.b.c", () -> List.of(INES)))
                        .more())
                .containsExactly("/list?q=marchand");
        assertThat(search(source("a.b.c", () -> many.subList(0, 24))).more()).isEmpty();
    }

    @Test
    void whoeverMayHaveMoreAndListsItNowhereIsCut() {
        List<Hit> many = IntStream.range(0, 25).mapToObj(ignored -> INES).toList();

        assertThat(search(unlisted(() -> many)).isCut()).isTrue();
        assertThat(search(unlisted(() -> many.subList(0, 24))).isCut()).isFalse();
        assertThat(search(source("a.b.c", () -> many)).isCut()).isFalse();
        assertThat(Found.NOTHING.isCut()).isFalse();
    }

    private static SearchSource unlisted(Supplier<List<Hit>> hits) {
        return new SearchSource() {
            @Override
            public List<Hit> search(Visit visit, String query, int most) {
                return hits.get();
            }

            @Override
            public String permission() {
                return "a.b.c";
            }
        };
    }

    private static Found search(SearchSource... sources) {
        return Found.by(Extensions.fixed("sample", sources), Visits.of("a.b.c"), "marchand");
    }

    private static SearchSource source(String permission, Supplier<List<Hit>> hits) {
        return new SearchSource() {
            @Override
            public List<Hit> search(Visit visit, String query, int most) {
                return hits.get();
            }

            @Override
            public Optional<String> list(Visit visit, String query) {
                return Optional.of("/list?q=" + query);
            }

            @Override
            public String permission() {
                return permission;
            }
        };
    }
}
