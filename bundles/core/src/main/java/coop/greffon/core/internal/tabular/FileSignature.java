package coop.greffon.core.internal.tabular;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** What the first bytes of a file say it is. */
final class FileSignature {
    private static final int LENGTH = 1024;
    private static final String END_OF_DIRECTORY = "PK\u0005\u0006";
    /** The end of the directory, and the longest remark that may follow it. */
    private static final long LONGEST_END = 22 + 65_535;

    private static final String COMPOUND_DOCUMENT = "d0cf11e0a1b11ae1";

    private record Known(String hex, Reason reason) {}

    private static final List<Known> REFUSED = List.of(
            new Known("25504446", Reason.PDF),
            new Known("89504e47", Reason.IMAGE),
            new Known("ffd8ff", Reason.IMAGE),
            new Known("47494638", Reason.IMAGE),
            new Known("49492a00", Reason.IMAGE),
            new Known("4d4d002a", Reason.IMAGE),
            new Known("52494646", Reason.IMAGE),
            new Known("7b5c727466", Reason.DOCUMENT),
            new Known("1f8b", Reason.ARCHIVE),
            new Known("377abcaf271c", Reason.ARCHIVE),
            new Known("526172211a07", Reason.ARCHIVE),
            new Known("504b0506", Reason.ARCHIVE));

    private FileSignature() {}

    /** Whether the file is a zip package; refused where it is something known that is no table. */
    static boolean isZip(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(LENGTH);
        }
        String hex = HexFormat.of().formatHex(start);
        if (hex.startsWith(COMPOUND_DOCUMENT)) {
            throw new Refusal(isEncrypted(file) ? Reason.PROTECTED : Reason.OLD_WORKBOOK);
        }
        for (Known known : REFUSED) {
            if (hex.startsWith(known.hex)) {
                throw new Refusal(known.reason);
            }
        }
        if (isMarkup(start)) {
            throw new Refusal(Reason.MARKUP);
        }
        boolean zip = hex.startsWith("504b0304");
        if (zip && start.length > 6 && (start[6] & 1) != 0 && hasDirectory(file)) {
            throw new Refusal(Reason.PROTECTED);
        }
        return zip;
    }

    /** Whether it ends as a zip does: what only begins like one is damaged, whatever its header seems to say. */
    private static boolean hasDirectory(Path file) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            long length = Math.min(channel.size(), LONGEST_END);
            ByteBuffer end = ByteBuffer.allocate((int) length);
            channel.position(channel.size() - length);
            while (end.hasRemaining() && channel.read(end) >= 0) {
                continue;
            }
            return new String(end.array(), StandardCharsets.ISO_8859_1).contains(END_OF_DIRECTORY);
        }
    }

    /** A web page or an XML file, by whatever name: some programs call their HTML tables .xls. */
    private static boolean isMarkup(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1)
                .replaceFirst("^\u00EF\u00BB\u00BF", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        return text.startsWith("<?xml")
                || text.startsWith("<!doctype")
                || text.startsWith("<html")
                || text.startsWith("<table")
                || text.startsWith("<!--");
    }

    /** A workbook with a password is wrapped in the container of the old formats, as a stream of this name. */
    private static boolean isEncrypted(Path file) throws IOException {
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        int matched = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            int b = in.read();
            while (b >= 0 && matched < name.length) {
                matched = b == (name[matched] & 0xFF) ? matched + 1 : b == name[0] ? 1 : 0;
                b = in.read();
            }
        }
        return matched == name.length;
    }
}
