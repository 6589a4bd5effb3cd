package coop.greffon.core.internal.tabular;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;

/** A CSV file. */
public final class CsvSource implements RowSource {
    private final Path file;
    private final CsvDialect dialect;
    private final CellLimits limits;

    CsvSource(Path file, CellLimits limits) throws IOException {
        this.file = file;
        this.limits = limits;
        this.dialect = CsvDialect.of(file, limits);
    }

    public Charset charset() {
        return dialect.charset();
    }

    public char separator() {
        return dialect.separator();
    }

    @Override
    public RowPass rows() throws IOException {
        return new CsvPass(new CsvRecords(dialect.reader(file), dialect.separator(), limits), limits);
    }

    @Override
    public void close() {
        // Each pass opens the file for itself.
    }
}
