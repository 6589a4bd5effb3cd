package coop.greffon.web.internal.table;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.message.Text;
import coop.greffon.core.setting.HostSettings;
import coop.greffon.core.setting.Settings;
import coop.greffon.web.Page;
import coop.greffon.web.internal.visit.Proxies;
import coop.greffon.web.internal.visit.Visits;
import coop.greffon.web.table.Column;
import coop.greffon.web.table.Filter;
import coop.greffon.web.table.ListRows;
import coop.greffon.web.table.Table;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class WebTablesTest {
    private static final Table<Integer> TABLE = Table.<Integer>of("slots", "Créneaux")
            .with(Column.<Integer>title("name", "Nom", row -> "Créneau n" + row, row -> null))
            .with(Column.<Integer>number("seats", "Places", row -> row))
            .with(Filter.search("q", "Jour"))
            .with(Filter.choice("room", "Salle", () -> List.of(new Filter.Option("north", Text.of("nord")))));

    private final List<List<Object>> log = new ArrayList<>();
    private final WebTables tables = new WebTables(
            Proxies.of(
                    Settings.class,
                    (method, arguments) -> Proxies.of(HostSettings.class, (name, none) -> "La Clairette")),
            Proxies.of(Audit.class, (method, arguments) -> log.add(List.of(arguments))));

    @Test
    void aFileThatLeavesIsLogged() throws IOException {
        read(ask(3, Map.of("format", "json", "q", "lundi", "room", "north")));

        assertThat(log).singleElement().satisfies(line -> {
            assertThat(line.subList(1, 4)).containsExactly("web.audit.exported", "web.table", "Créneaux");
            assertThat(line.get(4))
                    .isEqualTo(List.of(
                            new FieldChange("format", null, "json"),
                            new FieldChange("rows", null, "3"),
                            new FieldChange("filters", null, "Jour, Salle=nord")));
        });
    }

    /** A program reads the same names whoever takes the file away; a spreadsheet is read by people. */
    @Test
    void jsonNamesColumnsByTheirKeys() throws IOException {
        assertThat(new String(read(ask(1, Map.of("format", "json"))), StandardCharsets.UTF_8).strip())
                .startsWith("[{\"name\":\"Créneau n0\",\"seats\":0}");
        assertThat(new String(read(ask(1, Map.of("format", "rfc4180"))), StandardCharsets.UTF_8))
                .startsWith("Nom,Places");
    }

    /** It takes seconds where the list is long; the script says so. */
    @Test
    void onlyThePdfIsAnnouncedAsSlow() {
        Document page = Jsoup.parse(page(ask(3, Map.of())));

        assertThat(page.select("a[data-wait]").eachText()).containsExactly("web.table.format-pdf");
        assertThat(page.select("a[data-wait]").attr("data-wait")).isEqualTo("web.table.pdf-wait");
        assertThat(page.select("p[role=status] [data-said]")).hasSize(1);
        assertThat(page.select("p[role=status]").text()).isEqualTo("web.table.total");
    }

    @Test
    void whatIsOnlyShownIsNotLogged() {
        ask(3, Map.of());

        assertThat(log).isEmpty();
    }

    @Test
    void whatGoesOnPaperIsLogged() {
        ask(3, Map.of("print", "1"));

        assertThat(log)
                .singleElement()
                .satisfies(line -> assertThat(line.get(4))
                        .isEqualTo(
                                List.of(new FieldChange("format", null, "print"), new FieldChange("rows", null, "3"))));
    }

    @Test
    void paperNamesTheCoOp() throws IOException {
        var html = new StringOutput();
        ((Page) ask(3, Map.of("print", "1", "q", "lundi", "room", "north")).getEntity())
                .content()
                .writeTo(html);

        assertThat(html.toString())
                .contains("<b>La Clairette</b> · Créneaux · Jourweb.colon lundi · Salleweb.colon nord · ");
        assertThat(pdf(3, 1)).contains("La Clairette · Créneaux", "1 / 1");
        assertThat(log).hasSize(2);
    }

    /** 60 rows are three pages of 25. */
    @Test
    void aPageBeyondTheLastIsTheLast() {
        String html = page(ask(60, Map.of("page", "999")));

        assertThat(html)
                .contains("Créneau n50<", "Créneau n59<", "page=2\"")
                .doesNotContain("Créneau n49<", "page=998", "rel=\"next\"");
        assertThat(page(ask(0, Map.of("page", "2")))).contains("class=\"empty\"");
    }

    @Test
    void whatWasDoneIsSaidOnceAndNotOnThePagesThatFollow() {
        assertThat(page(ask(60, Map.of("done", "web.done.role-removed"))))
                .contains("?page=2\"")
                .doesNotContain("done=");
    }

    /** The look puts a mark before a state; a heading is none. */
    @Test
    void onlyValuesOfAStateAreMarkedAsOne() {
        var states = Table.<Integer>of("states", "États")
                .with(Column.<Integer>state("state", "État", row -> Text.of("ouvert"), row -> Column.Tone.OK));
        Response answer = tables.answer(
                Visits.signedIn("/states", Map.of()),
                states,
                ListRows.of(() -> List.of(1)),
                content -> Page.of(Text.of("states"), content));

        Document page = Jsoup.parse(page(answer));
        assertThat(page.select("tbody .state.ok").eachText()).containsExactly("ouvert");
        assertThat(page.select("thead .state")).isEmpty();
    }

    @Test
    void whatACellAndItsHeadingSayIsText() {
        var shelves = Table.<String>of("shelves", "Étagères")
                .with(Column.<String>title("name", "Nom", row -> "A & B", row -> null))
                .with(Column.<String>text("note", "<i>\"Note\"</i>", row -> "<b>" + row + "</b>"))
                .with(Column.<String>text("rest", "Reste", row -> null));
        Response answer = tables.answer(
                Visits.signedIn("/shelves", Map.of()),
                shelves,
                ListRows.of(() -> List.of("haut", "bas")),
                content -> Page.of(Text.of("shelves"), content));

        Document page = Jsoup.parse(page(answer));
        assertThat(page.select("tbody td").eachText()).containsExactly("<b>haut</b>", "<b>bas</b>");
        assertThat(page.select("tbody td").eachAttr("data-label"))
                .containsExactly("<i>\"Note\"</i>", "Reste", "<i>\"Note\"</i>", "Reste");
        assertThat(page.select("tbody b, tbody i")).isEmpty();
        assertThat(page.select("tbody th").eachText()).containsExactly("A & B", "A & B");
    }

    @Test
    void datesAreNotBrokenOnPaper() throws IOException {
        var days = Table.<Integer>of("days", "Jours")
                .with(Column.<Integer>title("name", "Nom", row -> "mot ".repeat(90), row -> null))
                .with(Column.<Integer>date("day", "J", row -> LocalDate.of(2026, 12, 24)))
                .with(Column.<Integer>text("long", "Mots", row -> "mot ".repeat(90)));
        Response answer = tables.answer(
                Visits.signedIn("/days", Map.of("format", "pdf")),
                days,
                ListRows.of(() -> List.of(1)),
                content -> Page.of(Text.of("days"), content));

        try (PDDocument pdf = Loader.loadPDF(read(answer))) {
            assertThat(new PDFTextStripper().getText(pdf)).containsPattern("24/12/2026|24 Dec 2026");
        }
    }

    private static String page(Response answer) {
        var html = new StringOutput();
        ((Page) answer.getEntity()).content().writeTo(html);
        return html.toString();
    }

    /** A list too long to be laid out at once: parts of five hundred rows in one file, its sheets numbered through. */
    @Test
    void aLongListIsOneFile() throws IOException {
        String text = pdf(1_001, null);

        assertThat(text).contains("Créneau n0\u0020", "Créneau n500\u0020", "Créneau n1000\u0020");
        int pages = Integer.parseInt(text.replaceAll("(?s).*\\b1 / (\\d+).*", "$1"));
        assertThat(text).contains("2 / " + pages, pages + " / " + pages);
    }

    private String pdf(int rows, Integer pages) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(read(ask(rows, Map.of("format", "pdf"))))) {
            if (pages != null) {
                assertThat(pdf.getNumberOfPages()).isEqualTo(pages);
            }
            return new PDFTextStripper().getText(pdf);
        }
    }

    private Response ask(int rows, Map<String, String> query) {
        var source = ListRows.of(() -> IntStream.range(0, rows).boxed().toList());
        return tables.answer(
                Visits.signedIn("/slots", query), TABLE, source, content -> Page.of(Text.of("slots"), content));
    }

    private static byte[] read(Response file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ((StreamingOutput) file.getEntity()).write(bytes);
        return bytes.toByteArray();
    }
}
