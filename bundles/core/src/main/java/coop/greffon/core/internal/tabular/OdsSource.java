package coop.greffon.core.internal.tabular;

import java.io.IOException;

/** An ODS spreadsheet (OpenDocument), of which one sheet is read. */
public final class OdsSource implements RowSource {
    private final ZipPackage zip;
    private final String sheet;
    private final CellLimits limits;

    OdsSource(ZipPackage zip, String sheet, CellLimits limits) throws IOException {
        this.zip = zip;
        this.sheet = sheet;
        this.limits = limits;
        try (XmlCursor manifest = zip.xml("META-INF/manifest.xml")) {
            while (manifest.next()) {
                if (manifest.starts("encryption-data")) {
                    throw new Refusal(Reason.PROTECTED);
                }
            }
        }
    }

    @Override
    public RowPass rows() throws IOException {
        return new OdsPass(zip.xml("content.xml"), sheet, limits);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
