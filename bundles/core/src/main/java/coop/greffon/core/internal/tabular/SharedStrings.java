package coop.greffon.core.internal.tabular;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.EOFException;
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
    /** Texts are found, and kept for a while, in groups of so many; only the place of the group is known. */
    private static final int GROUP = 16;

    private static final int RECENT_GROUPS = 256;
    private static final int LARGEST_KEPT = 1 << 12;

    private final FileChannel file;
    private final Map<Integer, String[]> recent = new LinkedHashMap<>(RECENT_GROUPS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, String[]> eldest) {
            return size() > RECENT_GROUPS;
        }
    };
    private long[] places = new long[64];
    private int count;
    private long end;

    private SharedStrings(FileChannel file) {
        this.file = file;
    }

    static SharedStrings read(XmlCursor strings, int longest) throws IOException {
        Path path = Files.createTempFile("greffon-table", ".tmp");
        SharedStrings read = new SharedStrings(FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        try (strings;
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(unclosed(read.file)))) {
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
        if (count % GROUP == 0) {
            int group = count / GROUP;
            places = group < places.length ? places : Arrays.copyOf(places, places.length * 2);
            places[group] = end;
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
        int group = index / GROUP;
        String[] texts = recent.get(group);
        if (texts == null) {
            boolean last = group == (count - 1) / GROUP;
            long length = (last ? end : places[group + 1]) - places[group];
            if (length > LARGEST_KEPT) {
                return findAlone(index);
            }
            texts = readGroup(group, (int) length);
            recent.put(group, texts);
        }
        return texts[index % GROUP];
    }

    private String[] readGroup(int group, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(read(places[group], length));
        String[] texts = new String[Math.min(GROUP, count - group * GROUP)];
        for (int i = 0; i < texts.length; i++) {
            int size = bytes.getInt();
            byte[] text = new byte[size];
            bytes.get(text);
            texts[i] = new String(text, StandardCharsets.UTF_8);
        }
        return texts;
    }

    /** Walks to one text among long ones. */
    private String findAlone(int index) throws IOException {
        long place = places[index / GROUP];
        for (int before = index % GROUP; before > 0; before--) {
            place += Integer.BYTES + size(place);
        }
        return new String(read(place + Integer.BYTES, size(place)), StandardCharsets.UTF_8);
    }

    private int size(long place) throws IOException {
        return ByteBuffer.wrap(read(place, Integer.BYTES)).getInt();
    }

    private byte[] read(long place, int length) throws IOException {
        byte[] bytes = new byte[length];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = file.read(buffer, place + buffer.position());
        }
        if (buffer.hasRemaining()) {
            throw new EOFException("the temporary file was cut");
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
