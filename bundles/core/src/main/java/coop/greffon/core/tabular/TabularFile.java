package coop.greffon.core.tabular;

import coop.greffon.core.internal.tabular.CellLimits;
import coop.greffon.core.internal.tabular.CsvSource;
import coop.greffon.core.internal.tabular.FormulaValue;
import coop.greffon.core.internal.tabular.OdsSource;
import coop.greffon.core.internal.tabular.RawRow;
import coop.greffon.core.internal.tabular.Refusal;
import coop.greffon.core.internal.tabular.RowPass;
import coop.greffon.core.internal.tabular.RowSource;
import coop.greffon.core.internal.tabular.RowSources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A table in a file that somebody sent: CSV, ODS or XLSX, recognised by its content. The first row with something in it is the header;
 * blank rows are passed over.
 *
 * <p>Rows are read one at a time, and each {@link #iterator()} reads them again from the top. Not for several threads at once.
 */
public final class TabularFile implements Iterable<TabularRow>, AutoCloseable {
    private final RowSource source;
    private final String fileName;
    private final TabularLimits limits;
    private final List<String> header;
    private final long headerLine;
    private final List<Pass> passes = new ArrayList<>();

    private TabularFile(RowSource source, String fileName, TabularLimits limits) throws IOException {
        this.source = source;
        this.fileName = fileName;
        this.limits = limits;
        try (RowPass rows = source.rows()) {
            RawRow first = rows.next();
            if (first == null) {
                throw Refusal.empty();
            }
            this.header =
                    first.values().stream().map(value -> cell(value).text()).toList();
            this.headerLine = first.line();
        }
    }

    /**
     * Opens the first sheet of a file.
     *
     * @param file where it lies; it must stay there until this is closed
     * @param fileName the name that the person knows it by, for messages only
     * @param limits how much is read at most
     * @throws UnreadableTableException where it is too large, empty, damaged or no table
     * @throws UncheckedIOException where the disk fails
     */
    public static TabularFile open(Path file, String fileName, TabularLimits limits) {
        return open(file, fileName, limits, null);
    }

    /**
     * Opens one sheet of a file, as {@link #open(Path, String, TabularLimits)} does.
     *
     * @param sheet the sheet's name, null for the first one; of no effect for CSV
     */
    public static TabularFile open(Path file, String fileName, TabularLimits limits, String sheet) {
        try {
            CellLimits cells = new CellLimits(limits.columns(), limits.cellCharacters());
            RowSource source = RowSources.open(file, sheet, cells, limits.fileBytes(), limits.inflatedBytes());
            try {
                return new TabularFile(source, fileName, limits);
            } catch (IOException | RuntimeException e) {
                source.close();
                throw e;
            }
        } catch (Refusal e) {
            throw unreadable(e, fileName);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UnreadableTableException unreadable(Refusal refusal, String fileName) {
        return new UnreadableTableException(refusal.text(fileName), refusal.line(), refusal);
    }

    /** What the file turned out to be. */
    public TabularFormat format() {
        if (source instanceof CsvSource) {
            return TabularFormat.CSV;
        }
        return source instanceof OdsSource ? TabularFormat.ODS : TabularFormat.XLSX;
    }

    /** The charset of a CSV file, empty for the other formats. */
    public Optional<Charset> charset() {
        return source instanceof CsvSource csv ? Optional.of(csv.charset()) : Optional.empty();
    }

    /** What stands between the cells of a CSV file, empty for the other formats. */
    public Optional<Character> separator() {
        return source instanceof CsvSource csv ? Optional.of(csv.separator()) : Optional.empty();
    }

    /** The titles of the columns, in order; a column may have an empty title, or the same as another. */
    public List<String> header() {
        return header;
    }

    /** The line or sheet row of the header, from 1. */
    public long headerLine() {
        return headerLine;
    }

    /**
     * Reads the rows after the header, from the top.
     *
     * @return rows, whose {@code hasNext} throws {@link UnreadableTableException} where the file turns out to be damaged, hostile or too
     *     long, and {@link UncheckedIOException} where the disk fails
     */
    @Override
    public Iterator<TabularRow> iterator() {
        try {
            RowPass rows = source.rows();
            Pass pass = new Pass(rows);
            passes.add(pass);
            rows.next();
            return pass;
        } catch (Refusal e) {
            throw unreadable(e, fileName);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (source) {
            for (Pass pass : passes) {
                pass.rows.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Cell cell(Object value) {
        if (value instanceof String text) {
            return new Cell.Text(text);
        } else if (value instanceof BigDecimal number) {
            return new Cell.Number(number);
        } else if (value instanceof Boolean flag) {
            return new Cell.Bool(flag);
        } else if (value instanceof LocalDate day) {
            return new Cell.Day(day);
        } else if (value instanceof LocalDateTime moment) {
            return new Cell.Moment(moment);
        } else if (value instanceof FormulaValue formula) {
            return new Cell.Formula(formula.expression(), formula.cached());
        }
        return Cell.EMPTY;
    }

    private static TabularRow row(RawRow raw) {
        List<Cell> cells = raw.values().stream().map(TabularFile::cell).toList();
        Optional<RowProblem> problem = Optional.ofNullable(raw.fault()).map(fault -> new RowProblem(raw.line(), fault));
        return new TabularRow(raw.line(), cells, problem);
    }

    private final class Pass implements Iterator<TabularRow> {
        private final RowPass rows;
        private RawRow next;
        private boolean finished;
        private int count;

        Pass(RowPass rows) {
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            if (next == null && !finished) {
                advance();
            }
            return next != null;
        }

        private void advance() {
            try {
                next = rows.next();
                if (next == null) {
                    finished = true;
                    rows.close();
                    passes.remove(this);
                } else if (++count > limits.rows()) {
                    throw Refusal.tooManyRows(limits.rows());
                }
            } catch (Refusal e) {
                next = null;
                finished = true;
                throw unreadable(e, fileName);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public TabularRow next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            TabularRow row = row(next);
            next = null;
            return row;
        }
    }
}
