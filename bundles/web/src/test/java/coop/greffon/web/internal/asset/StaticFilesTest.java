package coop.greffon.web.internal.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps a page within 60 kB and 6 requests: the weight of the shared files, and that they call for no other. */
class StaticFilesTest {
    private static final int KILOBYTE = 1024;

    @Test
    void theStyleSheetSaysItAllInFifteenKilobytes() {
        assertThat(withoutWhiteSpace(StaticFile.text("greffon.css")).length()).isLessThanOrEqualTo(15 * KILOBYTE);
    }

    @Test
    void theScriptIsUnderFourKilobytes() {
        assertThat(StaticFile.bytes("greffon.js").length).isLessThanOrEqualTo(4 * KILOBYTE);
    }

    @Test
    void allSharedFilesLeaveThreeQuartersOfTheBudgetToThePage() {
        int sent = Stream.of("greffon.css", "theme.css", "greffon.js", "icons.svg", "favicon.svg")
                .mapToInt(name -> gzipped(StaticFile.bytes(name)))
                .sum();
        assertThat(sent).isLessThanOrEqualTo(15 * KILOBYTE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"greffon.css", "theme.css"})
    void styleSheetsFetchNothing(String name) {
        assertThat(StaticFile.text(name)).doesNotContain("url(", "@import", "@font-face", "http:", "https:");
    }

    @Test
    void iconsShareOneGridAndOneStroke() {
        Elements symbols = svg("icons.svg").select("symbol:not(#greffon)");
        assertThat(symbols).hasSize(24).allSatisfy(symbol -> {
            assertThat(symbol.attr("viewBox")).isEqualTo("0 0 24 24");
            assertThat(symbol.attr("stroke")).isEqualTo("currentColor");
            assertThat(symbol.attr("stroke-width")).isEqualTo("1.8");
        });
        assertThat(symbols.eachAttr("id")).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"icons.svg", "logo.svg", "favicon.svg"})
    void drawingsHoldNoStyleAndNoScript(String name) {
        List<Element> refused = svg(name).select("style, script, [style], image, [href]");
        assertThat(refused).isEmpty();
    }

    private static Element svg(String name) {
        return Jsoup.parse(StaticFile.text(name), "", Parser.xmlParser());
    }

    private static String withoutWhiteSpace(String css) {
        return css.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("\\s+", " ").replaceAll(" ?([{};:,>]) ?", "$1");
    }

    private static int gzipped(byte[] file) {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(sent)) {
            gzip.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sent.size();
    }
}
