package coop.greffon.web.internal.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.problem.InvalidInput;
import coop.greffon.web.table.Column;
import coop.greffon.web.table.Filter;
import coop.greffon.web.table.Table;
import coop.greffon.web.table.TableQuery;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryParserTest {
    private static final Table<String> TABLE = Table.<String>of("words", "words.title")
            .with(Column.<String>text("word", "words.word", word -> word).sortable())
            .with(Column.<String>number("length", "words.length", String::length))
            .with(Filter.search("q", "words.q"))
            .sortedBy("-word");

    @Test
    void asksForTheFirstPageInTheTablesOrderUnlessTold() {
        assertThat(QueryParser.parse(TABLE, Map.of())).isEqualTo(new TableQuery(Map.of(), "word", true, 1, 25, false));
    }

    @Test
    void readsEachParameterAndForgetsWhatIsNoFilter() {
        TableQuery query = QueryParser.parse(
                TABLE,
                Map.of("q", " pain ", "sort", "word", "page", "3", "size", "50", "count", "exact", "other", "x"));

        assertThat(query).isEqualTo(new TableQuery(Map.of("q", "pain"), "word", false, 3, 50, true));
        assertThat(query.skip()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({
        "page, 0",
        "page, x",
        "page, 1000001",
        "size, 51",
        "size, -1",
        "sort, length",
        "sort, nothing",
        "sort, -"
    })
    void namesTheParameterThatMakesNoSense(String name, String value) {
        assertThatThrownBy(() -> QueryParser.parse(TABLE, Map.of(name, value)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.errors()).singleElement().satisfies(error -> {
                            assertThat(error.field()).isEqualTo(name);
                            assertThat(error.value()).isEqualTo(value);
                        }));
    }
}
