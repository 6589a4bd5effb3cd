package coop.greffon.core.internal.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The physical lines of a text, some of which may be given back to be read again. */
final class CsvLines implements Closeable {
    private final Reader in;
    private final char[] buffer = new char[8192];
    private final Deque<CsvLine> again = new ArrayDeque<>();
    private int position;
    private int filled;
    private long number;

    CsvLines(Reader in) {
        this.in = in;
    }

    CsvLine next() throws IOException {
        if (!again.isEmpty()) {
            return again.poll();
        }
        int c = read();
        if (c < 0) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        boolean cut = false;
        while (c >= 0 && c != '\n' && c != '\r') {
            if (text.length() < CellLimits.LONGEST_RUN) {
                text.append((char) c);
            } else {
                cut = true;
            }
            c = read();
        }
        if (c >= 0) {
            text.append((char) c);
        }
        if (c == '\r' && peek() == '\n') {
            text.append((char) read());
        }
        number++;
        return new CsvLine(number, text.toString(), cut, 0);
    }

    /** Lines swallowed by a quote that was never closed on the given line, in their order. */
    void giveBack(List<CsvLine> lines, long openedOn) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            again.addFirst(lines.get(i).reopened(openedOn));
        }
    }

    private int read() throws IOException {
        int c = peek();
        position++;
        return c;
    }

    private int peek() throws IOException {
        if (position >= filled) {
            filled = Math.max(0, in.read(buffer));
            position = 0;
        }
        return filled == 0 ? -1 : buffer[position];
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
