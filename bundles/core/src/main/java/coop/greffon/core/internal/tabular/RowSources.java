package coop.greffon.core.internal.tabular;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens a file as what it is, whatever its name. */
public final class RowSources {
    private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";
    private static final int MEDIA_TYPE_LENGTH = 100;
    private static final int MEGABYTE = 1 << 20;

    private RowSources() {}

    /**
     * Opens a file.
     *
     * @param sheet the sheet to read of a workbook, null for the first one
     * @param fileBytes the largest file opened
     * @param inflatedBytes the most that a workbook may take once unfolded
     * @throws Refusal where it is too large or no table
     */
    public static RowSource open(Path file, String sheet, CellLimits cells, long fileBytes, long inflatedBytes)
            throws IOException {
        long size = Files.size(file);
        if (size > fileBytes) {
            throw new Refusal(Reason.TOO_LARGE, roundedUp(size), roundedUp(fileBytes));
        }
        if (!FileSignature.isZip(file)) {
            return new CsvSource(file, cells);
        }
        ZipPackage zip = ZipPackage.open(file, inflatedBytes);
        try {
            return workbook(zip, sheet, cells);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static RowSource workbook(ZipPackage zip, String sheet, CellLimits cells) throws IOException {
        if (zip.has("[Content_Types].xml")) {
            return new XlsxSource(zip, sheet, cells);
        }
        String mediaType = zip.start("mimetype", MEDIA_TYPE_LENGTH);
        if (mediaType.startsWith(Ods.MEDIA_TYPE)) {
            return new OdsSource(zip, sheet, cells);
        }
        throw new Refusal(mediaType.startsWith(OPEN_DOCUMENT) ? Reason.DOCUMENT : Reason.ARCHIVE);
    }

    private static long roundedUp(long bytes) {
        return (bytes + MEGABYTE - 1) / MEGABYTE;
    }
}
