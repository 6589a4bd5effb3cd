package coop.greffon.web.internal.table;

import coop.greffon.web.Visit;
import coop.greffon.web.internal.pdf.Pdf;
import coop.greffon.web.internal.view.Templates;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a table as a PDF, header row on each page. */
final class PdfTable {
    private static final int PORTRAIT_COLUMNS = 7;

    private PdfTable() {}

    static void write(TableView view, Visit visit, Templates templates, OutputStream out) throws IOException {
        var html = new gg.jte.output.StringOutput();
        templates.tablePdf(visit, view).render(html);
        Pdf.write(html.toString(), view.heads().size() <= PORTRAIT_COLUMNS, out);
    }
}
