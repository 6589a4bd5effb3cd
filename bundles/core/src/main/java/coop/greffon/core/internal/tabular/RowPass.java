package coop.greffon.core.internal.tabular;

import java.io.Closeable;
import java.io.IOException;

/** One reading of a table from top to bottom. */
public interface RowPass extends Closeable {
    /** The next row that is not blank, null after the last. */
    RawRow next() throws IOException;
}
