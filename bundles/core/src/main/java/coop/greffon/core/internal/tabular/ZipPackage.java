package coop.greffon.core.internal.tabular;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The parts of a zipped spreadsheet. What the parts would take once unfolded is refused from the directory, before any is unfolded; a
 * part that then turns out longer than its directory says is refused where it exceeds it.
 */
final class ZipPackage implements Closeable {
    private static final int MOST_ENTRIES = 2000;
    private static final int SMALL = 10 << 20;
    /** A sheet whose 50,000 rows are all the same reaches 193; zip itself goes up to 1030. */
    private static final int HIGHEST_RATIO = 500;

    private final ZipFile zip;

    private ZipPackage(ZipFile zip) {
        this.zip = zip;
    }

    static ZipPackage open(Path file, long inflatedBytes) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            throw Refusal.damaged(e);
        }
        try {
            checkDensity(zip, inflatedBytes);
            return new ZipPackage(zip);
        } catch (Refusal e) {
            zip.close();
            throw e;
        }
    }

    private static void checkDensity(ZipFile zip, long inflatedBytes) {
        boolean dense = zip.size() > MOST_ENTRIES;
        long total = 0;
        var entries = zip.entries();
        while (!dense && entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            total += entry.getSize();
            dense = entry.getSize() < 0
                    || total > inflatedBytes
                    || (entry.getSize() > SMALL && entry.getSize() / HIGHEST_RATIO > entry.getCompressedSize());
        }
        if (dense) {
            throw new Refusal(Reason.TOO_DENSE);
        }
    }

    boolean has(String name) {
        return entry(name) != null;
    }

    /** The first characters of a part that is plain text, empty where there is no such part. */
    String start(String name, int length) throws IOException {
        try (InputStream in = stream(name)) {
            return new String(in.readNBytes(length), StandardCharsets.US_ASCII);
        } catch (ZipException e) {
            throw Refusal.damaged(e);
        }
    }

    /** A part that is XML; without such a part, a document with nothing in it. */
    XmlCursor xml(String name) throws IOException {
        if (!has(name)) {
            return XmlCursor.over(new InputStreamReader(
                    new ByteArrayInputStream("<none/>".getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));
        }
        return XmlCursor.over(new InputStreamReader(stream(name), StandardCharsets.UTF_8));
    }

    private InputStream stream(String name) throws IOException {
        ZipEntry entry = entry(name);
        return entry == null
                ? InputStream.nullInputStream()
                : new DeclaredLength(zip.getInputStream(entry), entry.getSize());
    }

    private ZipEntry entry(String name) {
        ZipEntry exact = zip.getEntry(name);
        // The names of an Office package are compared without regard to case.
        return exact != null
                ? exact
                : zip.stream()
                        .filter(entry -> entry.getName().equalsIgnoreCase(name))
                        .findFirst()
                        .orElse(null);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Ends with a refusal where a part is longer than the directory says. */
    private static final class DeclaredLength extends FilterInputStream {
        private long left;

        DeclaredLength(InputStream in, long length) {
            super(in);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            count(c < 0 ? 0 : 1);
            return c;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new Refusal(Reason.TOO_DENSE);
            }
        }
    }
}
