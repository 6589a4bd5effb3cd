package coop.greffon.web.internal.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.PageSizeUnits;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Makes a tagged PDF, A4, out of a page. */
public final class Pdf {
    static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float A4_WIDTH = 210;
    private static final float A4_HEIGHT = 297;

    private Pdf() {}

    /**
     * Writes it.
     *
     * @param html well-formed as XML
     * @param portrait whether the sheet stands
     * @param out left open
     */
    public static void write(String html, boolean portrait, OutputStream out) throws IOException {
        write(html, portrait, true, out);
    }

    static void write(String html, boolean portrait, boolean isTagged, OutputStream out) throws IOException {
        var builder = new PdfRendererBuilder();
        builder.withHtmlContent(html, null);
        builder.useFont(() -> PDDocument.class.getResourceAsStream(FONT), "Liberation Sans");
        builder.useDefaultPageSize(portrait ? A4_WIDTH : A4_HEIGHT, portrait ? A4_HEIGHT : A4_WIDTH, PageSizeUnits.MM);
        builder.usePdfUaAccessibility(isTagged);
        builder.withProducer("Greffon");
        builder.toStream(out);
        builder.run();
    }
}
