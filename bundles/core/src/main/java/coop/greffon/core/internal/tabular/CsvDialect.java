package coop.greffon.core.internal.tabular;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a CSV file is written, guessed from its content.
 *
 * @param charset its characters
 * @param markLength the bytes of its byte order mark, to be skipped
 * @param separator what stands between two cells
 */
record CsvDialect(Charset charset, int markLength, char separator) {
    private static final char[] SEPARATORS = {';', ',', '\t', '|'};
    private static final int SAMPLE = 1 << 16;
    private static final int SAMPLE_RECORDS = 100;

    static CsvDialect of(Path file, CellLimits limits) throws IOException {
        CsvDialect characters = characters(file);
        char[] sample = new char[SAMPLE];
        int length;
        try (Reader in = characters.reader(file)) {
            length = Math.max(0, readFully(in, sample));
        }
        refuseBinary(sample, length);
        String text = new String(sample, 0, length);
        return new CsvDialect(characters.charset, characters.markLength, separator(text, length == SAMPLE, limits));
    }

    /** The file's text, without its byte order mark. */
    Reader reader(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        try {
            in.skipNBytes(markLength);
            return new InputStreamReader(in, charset);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static int readFully(Reader in, char[] sample) throws IOException {
        int length = 0;
        int read = in.read(sample, 0, sample.length);
        while (read > 0) {
            length += read;
            read = length < sample.length ? in.read(sample, length, sample.length - length) : 0;
        }
        return length;
    }

    private static CsvDialect characters(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(3);
        }
        if (start.length >= 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF) {
            return new CsvDialect(StandardCharsets.UTF_8, 3, ',');
        }
        if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
            return new CsvDialect(StandardCharsets.UTF_16LE, 2, ',');
        }
        if (start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
            return new CsvDialect(StandardCharsets.UTF_16BE, 2, ',');
        }
        return new CsvDialect(isUtf8(file) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252"), 0, ',');
    }

    /** A character cut in two by the end of the file does not count: the file was truncated, not written in another charset. */
    private static boolean isUtf8(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        byte[] bytes = new byte[SAMPLE];
        CharBuffer characters = CharBuffer.allocate(SAMPLE);
        try (InputStream in = Files.newInputStream(file)) {
            int kept = 0;
            int read = in.read(bytes, 0, bytes.length);
            while (read > 0) {
                ByteBuffer input = ByteBuffer.wrap(bytes, 0, kept + read);
                characters.clear();
                CoderResult result = decoder.decode(input, characters, false);
                if (result.isError()) {
                    return false;
                }
                kept = input.remaining();
                System.arraycopy(bytes, input.position(), bytes, 0, kept);
                read = in.read(bytes, kept, bytes.length - kept);
            }
        }
        return true;
    }

    private static void refuseBinary(char[] sample, int length) {
        int control = 0;
        for (int i = 0; i < length; i++) {
            if (sample[i] == 0) {
                throw new Refusal(Reason.BINARY);
            }
            boolean usual = sample[i] >= ' ' || sample[i] == '\t' || sample[i] == '\n' || sample[i] == '\r';
            control += usual ? 0 : 1;
        }
        if (control * 20 > length) {
            throw new Refusal(Reason.BINARY);
        }
    }

    /** The separator that gives most records as many cells as the first one has, at least two; then the one with most cells. */
    private static char separator(String sample, boolean cut, CellLimits limits) throws IOException {
        char best = ',';
        int bestAlike = 0;
        int bestWidth = 1;
        for (char candidate : SEPARATORS) {
            List<Integer> widths = widths(sample, candidate, cut, limits);
            int width = widths.isEmpty() ? 0 : widths.get(0);
            int alike = (int) widths.stream().filter(found -> found == width).count();
            if (width > 1 && (alike > bestAlike || (alike == bestAlike && width > bestWidth))) {
                best = candidate;
                bestAlike = alike;
                bestWidth = width;
            }
        }
        return best;
    }

    private static List<Integer> widths(String sample, char separator, boolean cut, CellLimits limits)
            throws IOException {
        List<Integer> widths = new ArrayList<>();
        try (CsvRecords records = new CsvRecords(new StringReader(sample), separator, limits)) {
            CsvRecord record = records.next();
            while (record != null && widths.size() < SAMPLE_RECORDS) {
                widths.add(record.count());
                record = records.next();
            }
        }
        if (cut && widths.size() > 1 && widths.size() < SAMPLE_RECORDS) {
            widths.remove(widths.size() - 1);
        }
        return widths;
    }
}
