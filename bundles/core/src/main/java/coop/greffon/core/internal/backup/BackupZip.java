package coop.greffon.core.internal.backup;

import coop.greffon.core.internal.backup.Manifest.Table;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Refused;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A backup that somebody hands us: nothing in it is believed before it was checked. */
final class BackupZip implements AutoCloseable {
    private static final int LARGEST_MANIFEST = 64 << 20;

    private final ZipFile zip;
    private final Manifest manifest;

    private BackupZip(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens a backup and reads what it says of itself.
     *
     * @throws Refused where it is no backup, or a damaged one
     */
    static BackupZip open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException | EOFException damaged) {
            throw damaged(String.valueOf(damaged.getMessage()));
        }
        try {
            return new BackupZip(zip, manifest(zip));
        } catch (IOException | RuntimeException failed) {
            zip.close();
            throw failed;
        }
    }

    static Refused damaged(String what) {
        return new Refused(Text.of("core.backup.damaged", what));
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        byte[] json = small(zip, Manifest.ENTRY);
        String said = new String(small(zip, Manifest.DIGEST_ENTRY), StandardCharsets.US_ASCII);
        if (!HexFormat.of().formatHex(RowDigest.sha256().digest(json)).equals(said)) {
            throw damaged(Manifest.ENTRY);
        }
        if (!new String(json, StandardCharsets.UTF_8).contains('"' + Manifest.FORMAT + '"')) {
            throw new Refused(Text.of("core.backup.format-unknown"));
        }
        return Manifest.read(json);
    }

    private static byte[] small(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw damaged(name);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes(LARGEST_MANIFEST);
        } catch (ZipException | EOFException damaged) {
            throw damaged(name);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** Reads everything once and compares it with its digests; nothing may be missing, nor more than was said. */
    void check() throws IOException {
        Set<String> found = new HashSet<>();
        zip.stream().map(ZipEntry::getName).forEach(found::add);
        found.removeAll(Set.of(Manifest.ENTRY, Manifest.DIGEST_ENTRY));
        if (!found.equals(manifest.entries().keySet())) {
            throw damaged(zip.getName());
        }
        for (var entry : manifest.entries().entrySet()) {
            if (!digest(entry.getKey()).equals(entry.getValue())) {
                throw damaged(entry.getKey());
            }
        }
        for (Table table : manifest.tables()) {
            RowDigest rows = read(table, row -> {});
            if (rows.rows() != table.rows() || !rows.value().equals(table.digest())) {
                throw damaged(table.entry());
            }
        }
    }

    private String digest(String name) throws IOException {
        MessageDigest digest = RowDigest.sha256();
        try (InputStream in = new DigestInputStream(open(name), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (ZipException | EOFException damaged) {
            throw damaged(name);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The content of an entry. */
    InputStream open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw damaged(name);
        }
        return zip.getInputStream(entry);
    }

    /** What is done with a row. */
    @FunctionalInterface
    interface RowUse<E extends Exception> {
        void row(List<String> values) throws E;
    }

    /** Reads the rows of a table. */
    <E extends Exception> RowDigest read(Table table, RowUse<E> use) throws IOException, E {
        var digest = new RowDigest();
        try (CsvReader<CsvRecord> csv = CsvText.reader(open(table.entry()))) {
            boolean header = true;
            for (CsvRecord record : csv) {
                if (record.getFieldCount() != table.columns().size()) {
                    throw damaged(table.entry());
                }
                if (!header) {
                    List<String> values = CsvText.values(record.getFields());
                    digest.add(values);
                    use.row(values);
                }
                header = false;
            }
        } catch (CsvParseException damaged) {
            throw damaged(table.entry());
        }
        return digest;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
