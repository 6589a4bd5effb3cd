package coop.greffon.core.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.problem.InvalidInput;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ListingTest {
    private final Listing listing =
            new Listing("name", "rows").row("créneaux, fixes", 12).row(null, 3);

    @Test
    void aTableAlignsItsColumns() {
        assertThat(printed("table")).isEqualTo("""
                name             rows
                créneaux, fixes  12
                                 3
                """);
    }

    @Test
    void jsonKeepsNumbersAndNulls() {
        assertThat(printed("json")).isEqualTo("""
                [ {
                  "name" : "créneaux, fixes",
                  "rows" : 12
                }, {
                  "name" : null,
                  "rows" : 3
                } ]
                """);
    }

    @Test
    void aCommandMayInsistOnAnOutputBeforeItDoesSomething() {
        Listing.insist("table");
        Listing.insist("json");
        Listing.insist("csv");
        assertThatThrownBy(() -> Listing.insist("yaml")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void csvQuotesWhatHoldsAComma() {
        assertThat(printed("csv")).isEqualTo("name,rows\r\n\"créneaux, fixes\",12\r\n,3\r\n");
    }

    @Test
    void anUnknownOutputIsRefused() {
        assertThatThrownBy(() -> printed("yaml")).isInstanceOf(InvalidInput.class);
    }

    private String printed(String output) {
        var bytes = new ByteArrayOutputStream();
        listing.print(new PrintStream(bytes, true, StandardCharsets.UTF_8), output);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void noRowAtAllIsNoNumberOfRows() {
        assertThat(Listing.most("--most", 1)).isOne();
        assertThatThrownBy(() -> Listing.most("--most", 0))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors())
                                .extracting(error -> error.field() + " " + error.value())
                                .containsExactly("--most 0"));
    }
}
