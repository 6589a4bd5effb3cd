package coop.greffon.web.internal.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * A PDF made part by part, its sheets numbered through.
 *
 * <p>It is not tagged: tags and layout of a long list need hundreds of megabytes, a part at a time without tags some ten.
 */
public final class LongPdf implements AutoCloseable {
    private static final float NUMBER_SIZE = 8;
    private static final float FROM_THE_RIGHT = 34;
    private static final float FROM_BELOW = 22;
    private static final float UNITS = 1000;

    private final PDDocument document = new PDDocument();
    private final PDFMergerUtility merger = new PDFMergerUtility();
    private final boolean portrait;

    /**
     * @param portrait whether the sheets stand
     */
    public LongPdf(boolean portrait) {
        this.portrait = portrait;
    }

    /**
     * Adds a part, which begins on a sheet of its own.
     *
     * @param html well-formed as XML
     */
    public void add(String html) throws IOException {
        var bytes = new ByteArrayOutputStream();
        Pdf.write(html, portrait, false, bytes);
        try (PDDocument part = Loader.loadPDF(bytes.toByteArray())) {
            merger.appendDocument(document, part);
        }
    }

    /**
     * Writes what was added.
     *
     * @param out left open
     */
    public void write(OutputStream out) throws IOException {
        PDFont font = Pdf.font(document);
        int pages = document.getNumberOfPages();
        int number = 1;
        for (PDPage page : document.getPages()) {
            number(page, font, number + " / " + pages);
            number++;
        }
        document.save(out);
    }

    private void number(PDPage page, PDFont font, String text) throws IOException {
        float width = font.getStringWidth(text) / UNITS * NUMBER_SIZE;
        try (var content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            content.beginText();
            content.setFont(font, NUMBER_SIZE);
            content.newLineAtOffset(page.getMediaBox().getWidth() - FROM_THE_RIGHT - width, FROM_BELOW);
            content.showText(text);
            content.endText();
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
