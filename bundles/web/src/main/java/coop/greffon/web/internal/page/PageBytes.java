package coop.greffon.web.internal.page;

import gg.jte.TemplateOutput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What is written of a page, in UTF-8, one after the other: a list of fifty rows is written in some thousand pieces. */
final class PageBytes implements TemplateOutput {
    private static final int FIRST = 1 << 13;

    private byte[] bytes = new byte[FIRST];
    private int length;

    int length() {
        return length;
    }

    @Override
    public void writeContent(String text) {
        writeBinaryContent(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void writeContent(String text, int begin, int end) {
        writeContent(text.substring(begin, end));
    }

    @Override
    public void writeBinaryContent(byte[] more) {
        append(more, 0, more.length);
    }

    /** Appends what stands in another from a place to another place. */
    void append(PageBytes other, int begin, int end) {
        append(other.bytes, begin, end - begin);
    }

    private void append(byte[] more, int begin, int count) {
        if (count > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + count, 2 * bytes.length));
        }
        System.arraycopy(more, begin, bytes, length, count);
        length += count;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }
}
