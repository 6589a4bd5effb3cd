package coop.greffon.web.internal.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.PageSizeUnits;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.logging.Level;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Makes a tagged PDF, A4, out of a page. */
public final class Pdf {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float A4_WIDTH = 210;
    private static final float A4_HEIGHT = 297;

    static {
        // It tells at the terminal how long each step took.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

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
        builder.useDefaultPageSize(portrait ? A4_WIDTH : A4_HEIGHT, portrait ? A4_HEIGHT : A4_WIDTH, PageSizeUnits.MM);
        builder.usePdfUaAccessibility(isTagged);
        builder.withProducer("Greffon");
        builder.toStream(out);
        try (PDDocument document = new PDDocument()) {
            builder.useFont(new PDFontSupplier(font(document)), "Liberation Sans");
            builder.usePDDocument(document);
            builder.run();
        }
    }

    /** Without ligatures: to look for them in each text took two thirds of the time of a long list. */
    static PDFont font(PDDocument document) throws IOException {
        try (InputStream file = PDDocument.class.getResourceAsStream(FONT)) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            font.setEnableGsub(false);
            return PDType0Font.load(document, font, true);
        }
    }
}
