package coop.greffon.web.internal.page;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
        List<Utf8ByteOutput> late = parts.late.stream().map(PageOutput::written).toList();
        int length = Stream.concat(parts.written.stream(), late.stream())
                .mapToInt(Utf8ByteOutput::getContentLength)
                .sum();
        ByteBuffer bytes = ByteBuffer.allocate(length);
        for (int part = 0; part < parts.written.size(); part++) {
            append(parts.written.get(part), bytes);
            if (part < late.size()) {
                append(late.get(part), bytes);
            }
        }
        return bytes.array();
    }

    private static Utf8ByteOutput written(Content content) {
        var output = new Utf8ByteOutput();
        content.writeTo(output);
        return output;
    }

    private static void append(Utf8ByteOutput output, ByteBuffer bytes) {
        try {
            output.writeTo(bytes::put);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
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
