package coop.greffon.core.internal.tabular;

import java.io.Closeable;
import java.io.IOException;

/** A file recognised as a table, which can be gone through more than once. */
public sealed interface RowSource extends Closeable permits CsvSource, OdsSource, XlsxSource {
    /** A pass from the top; its first row is the header. */
    RowPass rows() throws IOException;
}
