package coop.greffon.web.internal.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.message.Text;
import coop.greffon.core.setting.HostSettings;
import coop.greffon.core.setting.Settings;
import coop.greffon.web.internal.visit.Proxies;
import coop.greffon.web.internal.visit.Visits;
import coop.greffon.web.paper.Printout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfPaperTest {
    private final List<List<Object>> log = new ArrayList<>();
    private final PdfPaper paper = new PdfPaper(
            Proxies.of(
                    Settings.class,
                    (method, arguments) -> Proxies.of(HostSettings.class, (name, none) -> "La Clairette")),
            Proxies.of(Audit.class, (method, arguments) -> log.add(List.of(arguments))));

    private static byte[] read(Response answer) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ((StreamingOutput) answer.getEntity()).write(bytes);
        return bytes.toByteArray();
    }

    @Test
    void aPosterLiesAndHasItsTitleAndWhatItSays() throws IOException {
        var poster = Printout.landscape(
                "week",
                Text.of("Semaine"),
                out -> out.writeContent("<table class=\"grid\"><tr><td>Inès M.</td></tr></table>"));

        Response answer = paper.answer(Visits.signedIn(), poster);

        try (PDDocument pdf = Loader.loadPDF(read(answer))) {
            PDRectangle sheet = pdf.getPage(0).getMediaBox();
            assertThat(sheet.getWidth()).isGreaterThan(sheet.getHeight());
            assertThat(new PDFTextStripper().getText(pdf)).contains("Semaine", "Inès M.", "1 / 1");
        }
        assertThat(answer.getHeaderString("Content-Disposition")).contains("filename=\"week-");
        assertThat(log)
                .singleElement()
                .satisfies(line ->
                        assertThat(line.subList(1, 4)).containsExactly("web.audit.printed", "web.printout", "Semaine"));
    }

    @Test
    void eachSheetBeginsOnAPageOfItsOwn() throws IOException {
        var sheets = Printout.portrait(
                "day",
                Text.of("Feuilles"),
                out -> out.writeContent("<section><p>une</p></section><section class=\"sheet\"><p>deux</p></section>"));

        try (PDDocument pdf = Loader.loadPDF(read(paper.answer(Visits.signedIn(), sheets)))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
        }
    }

    @Test
    void whatCannotBePrintedIsLeftOut() throws IOException {
        var poster = Printout.portrait(
                "week", Text.of("Semaine\u0002"), out -> out.writeContent("<p>Cai\u000bsse 🥕\uffff</p>"));

        try (PDDocument pdf = Loader.loadPDF(read(paper.answer(Visits.signedIn(), poster)))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Semaine", "Caisse");
        }
    }

    @Test
    void aNameOfAFileIsPlain() {
        assertThatThrownBy(() -> Printout.portrait("a\"b", Text.of("x"), out -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
