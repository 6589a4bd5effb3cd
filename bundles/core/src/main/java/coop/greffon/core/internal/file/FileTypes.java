package coop.greffon.core.internal.file;

import coop.greffon.core.file.FileType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Tells what a file is by how it begins. */
final class FileTypes {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private FileTypes() {}

    /**
     * The kind of a file.
     *
     * @param head its first bytes, at least 100 where there are as many
     */
    static Optional<FileType> of(byte[] head) {
        if (begins(head, 0, JPEG)) {
            return Optional.of(FileType.JPEG);
        } else if (begins(head, 0, PNG)) {
            return Optional.of(FileType.PNG);
        } else if (begins(head, 0, ascii("RIFF")) && begins(head, 8, ascii("WEBP"))) {
            return Optional.of(FileType.WEBP);
        } else if (begins(head, 0, ascii("%PDF-"))) {
            return Optional.of(FileType.PDF);
        }
        return begins(head, 0, ZIP) ? openDocument(head) : Optional.empty();
    }

    /** The first entry of an OpenDocument file is named {@code mimetype} and stored as it is. */
    private static Optional<FileType> openDocument(byte[] head) {
        if (begins(head, 30, ascii("mimetype" + FileType.ODT.mediaType() + "PK"))) {
            return Optional.of(FileType.ODT);
        }
        return begins(head, 30, ascii("mimetype" + FileType.ODS.mediaType() + "PK"))
                ? Optional.of(FileType.ODS)
                : Optional.empty();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean begins(byte[] head, int at, byte[] mark) {
        return head.length >= at + mark.length && Arrays.equals(head, at, at + mark.length, mark, 0, mark.length);
    }
}
