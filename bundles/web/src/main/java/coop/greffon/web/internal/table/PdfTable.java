package coop.greffon.web.internal.table;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.PageSizeUnits;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import coop.greffon.web.Visit;
import coop.greffon.web.internal.view.Templates;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Writes a table as a tagged PDF, A4, header row on each page. */
final class PdfTable {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float A4_WIDTH = 210;
    private static final float A4_HEIGHT = 297;
    private static final int PORTRAIT_COLUMNS = 7;

    private PdfTable() {}

    static void write(TableView view, Visit visit, Templates templates, OutputStream out) throws IOException {
        var html = new gg.jte.output.StringOutput();
        templates.tablePdf(visit, view).render(html);
        boolean portrait = view.heads().size() <= PORTRAIT_COLUMNS;
        var builder = new PdfRendererBuilder();
        builder.withHtmlContent(html.toString(), null);
        builder.useFont(() -> PDDocument.class.getResourceAsStream(FONT), "Liberation Sans");
        builder.useDefaultPageSize(portrait ? A4_WIDTH : A4_HEIGHT, portrait ? A4_HEIGHT : A4_WIDTH, PageSizeUnits.MM);
        builder.usePdfUaAccessibility(true);
        builder.withProducer("Greffon");
        builder.toStream(out);
        builder.run();
    }
}
