package coop.greffon.web.internal.page;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A page while it is written: what stands above and tells of what stands below is written last, in its place. */
public final class PageOutput extends OwaspHtmlTemplateOutput {
    private final Parts parts;

    public PageOutput() {
        this(new Parts());
    }

    private PageOutput(Parts parts) {
        super(parts);
        this.parts = parts;
    }

    /** Keeps the place of a content that is written once all the rest is. */
    public void later(Content content) {
        parts.late.add(content);
        parts.written.add(new Utf8ByteOutput());
    }

    /** All of it, in UTF-8. */
    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try {
            for (int part = 0; part < parts.written.size(); part++) {
                parts.written.get(part).writeTo(bytes::write);
                if (part < parts.late.size()) {
                    var late = new Utf8ByteOutput();
                    parts.late.get(part).writeTo(late);
                    late.writeTo(bytes::write);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** What was written between the places that are kept. */
    private static final class Parts implements TemplateOutput {
        private final List<Utf8ByteOutput> written = new ArrayList<>(List.of(new Utf8ByteOutput()));
        private final List<Content> late = new ArrayList<>();

        private Utf8ByteOutput last() {
            return written.get(written.size() - 1);
        }

        @Override
        public void writeContent(String text) {
            last().writeContent(text);
        }

        @Override
        public void writeContent(String text, int begin, int end) {
            last().writeContent(text, begin, end);
        }

        @Override
        public void writeBinaryContent(byte[] bytes) {
            last().writeBinaryContent(bytes);
        }
    }
}
