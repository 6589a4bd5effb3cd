package coop.greffon.core.internal.tabular;

import java.io.IOException;
import java.io.Reader;

/**
 * Stands between an XML part and its parser. The parser keeps whole tags, comments and CDATA sections in memory, so none may be longer
 * than {@link CellLimits#LONGEST_RUN}; a document type is refused before the parser sees it. A byte order mark is dropped.
 */
final class MarkupGuard extends Reader {
    private static final char NONE = 0;

    private final Reader in;
    private char special = NONE;
    private char last;
    private char beforeLast;
    private int run;
    private boolean started;

    MarkupGuard(Reader in) {
        this.in = in;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (!started && read > 0) {
            started = true;
            if (buffer[offset] == '\uFEFF') {
                System.arraycopy(buffer, offset + 1, buffer, offset, read - 1);
                read = read == 1 ? in.read(buffer, offset, length) : read - 1;
            }
        }
        for (int i = 0; i < read; i++) {
            check(buffer[offset + i]);
        }
        return read;
    }

    private void check(char c) {
        run++;
        if (special != NONE) {
            if (c == '>' && endsSpecial()) {
                special = NONE;
                run = 0;
            }
        } else if (c == '<') {
            run = 0;
        } else if (last == '<' && c == '?') {
            special = '?';
        } else if (beforeLast == '<' && last == '!') {
            if (c != '-' && c != '[') {
                throw new Refusal(Reason.DAMAGED);
            }
            special = c;
        }
        if (run > CellLimits.LONGEST_RUN) {
            throw new Refusal(Reason.TOO_DENSE);
        }
        beforeLast = last;
        last = c;
    }

    private boolean endsSpecial() {
        return switch (special) {
            case '?' -> last == '?';
            case '-' -> last == '-' && beforeLast == '-';
            default -> last == ']' && beforeLast == ']';
        };
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
