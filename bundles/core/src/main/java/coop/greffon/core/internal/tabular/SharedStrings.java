package coop.greffon.core.internal.tabular;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The texts that the cells of a workbook name by number. They wait in a temporary file rather than in memory, where a large workbook
 * would hold them all at once; the file goes when this is closed.
 */
final class SharedStrings implements Closeable {
    /** The place of one text in so many is kept; the others are found by walking on from it. */
    private static final int STRIDE = 16;

    private static final int WINDOW = 1 << 13;
    private static final int RECENT = 1024;
    private static final int LONGEST_RECENT = 256;

    private final FileChannel file;
    private final Map<Integer, String> recent = new LinkedHashMap<>(RECENT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, String> eldest) {
            return size() > RECENT;
        }
    };
    private long[] places = new long[64];
    private int count;
    private long end;
    private ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
    private long windowStart;

    private SharedStrings(FileChannel file) {
        this.file = file;
    }

    static SharedStrings read(XmlCursor strings, int longest) throws IOException {
        Path path = Files.createTempFile("greffon-table", ".tmp");
        SharedStrings read = new SharedStrings(FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        try (strings;
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(unclosed(read.file), WINDOW))) {
            while (strings.next()) {
                if (strings.starts("si")) {
                    read.add(richText(strings, longest), out);
                }
            }
        } catch (IOException | RuntimeException e) {
            read.close();
            throw e;
        }
        return read;
    }

    /** A text that may be cut into runs, from its start tag to its end tag; readings of Asian characters are left out. */
    static String richText(XmlCursor text, int longest) {
        StringBuilder all = new StringBuilder();
        int depth = 1;
        while (depth > 0 && text.next()) {
            if (text.starts("t")) {
                text.addOwnText(all, longest);
            } else if (text.starts("r")) {
                depth++;
            } else if (text.starts()) {
                text.skip();
            } else if (text.ends()) {
                depth--;
            }
        }
        return TextEscapes.decode(all.toString());
    }

    private static OutputStream unclosed(FileChannel channel) {
        OutputStream out = Channels.newOutputStream(channel);
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                out.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }
        };
    }

    private void add(String text, DataOutputStream out) throws IOException {
        if (count % STRIDE == 0) {
            int place = count / STRIDE;
            places = place < places.length ? places : Arrays.copyOf(places, places.length * 2);
            places[place] = end;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
        end += Integer.BYTES + bytes.length;
        count++;
    }

    /** The text of a number. */
    String get(int index) throws IOException {
        if (index < 0 || index >= count) {
            throw new Refusal(Reason.DAMAGED);
        }
        String text = recent.get(index);
        if (text == null) {
            text = find(index);
            if (text.length() <= LONGEST_RECENT) {
                recent.put(index, text);
            }
        }
        return text;
    }

    private String find(int index) throws IOException {
        long place = places[index / STRIDE];
        for (int before = index % STRIDE; before > 0; before--) {
            place += Integer.BYTES + length(place);
        }
        int length = length(place);
        byte[] bytes = new byte[length];
        ByteBuffer found = length <= WINDOW
                ? at(place + Integer.BYTES, length)
                : load(ByteBuffer.allocate(length), place + Integer.BYTES);
        found.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private int length(long place) throws IOException {
        return at(place, Integer.BYTES).getInt();
    }

    private ByteBuffer at(long place, int length) throws IOException {
        if (place < windowStart || place + length > windowStart + window.limit()) {
            window = load(window.clear(), place);
            windowStart = place;
        }
        return window.position((int) (place - windowStart));
    }

    private ByteBuffer load(ByteBuffer buffer, long place) throws IOException {
        long from = place;
        int read = 1;
        while (buffer.hasRemaining() && read > 0) {
            read = file.read(buffer, from);
            from += Math.max(0, read);
        }
        return buffer.flip();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
