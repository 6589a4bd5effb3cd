package coop.greffon.web.internal.table;

import coop.greffon.web.Visit;
import coop.greffon.web.internal.pdf.LongPdf;
import coop.greffon.web.internal.pdf.Pdf;
import coop.greffon.web.internal.view.Templates;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes a table as a PDF, header row on each page. */
final class PdfTable {
    private static final int PORTRAIT_COLUMNS = 7;
    private static final int ROWS_AT_ONCE = 500;

    private PdfTable() {}

    static void write(TableView view, Visit visit, Templates templates, OutputStream out) throws IOException {
        boolean portrait = view.heads().size() <= PORTRAIT_COLUMNS;
        List<List<CellView>> rows = view.rows();
        if (rows.size() <= ROWS_AT_ONCE) {
            Pdf.write(html(view, rows, true, visit, templates), portrait, out);
            return;
        }
        try (LongPdf pdf = new LongPdf(portrait)) {
            for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
                var part = rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE));
                pdf.add(html(view, part, false, visit, templates));
            }
            pdf.write(out);
        }
    }

    private static String html(
            TableView view, List<List<CellView>> rows, boolean isWhole, Visit visit, Templates templates) {
        var html = new StringOutput();
        templates.tablePdf(visit, view, rows, isWhole).render(html);
        return html.toString();
    }
}
