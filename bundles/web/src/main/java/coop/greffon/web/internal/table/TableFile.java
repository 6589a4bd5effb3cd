package coop.greffon.web.internal.table;

import coop.greffon.core.tabular.Cell;
import coop.greffon.core.tabular.Criterion;
import coop.greffon.core.tabular.ExportSheet;
import coop.greffon.core.tabular.TabularOutput;
import coop.greffon.core.tabular.TabularWriter;
import coop.greffon.web.Visit;
import coop.greffon.web.table.Rows;
import coop.greffon.web.table.Table;
import coop.greffon.web.table.TableQuery;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Writes a table into a file row by row, with what it was filtered by, and counts what it wrote. */
final class TableFile<R> {
    private final Table<R> table;
    private final TableQuery query;
    private final Visit visit;
    private long written;

    TableFile(Table<R> table, TableQuery query, Visit visit) {
        this.table = table;
        this.query = query;
        this.visit = visit;
    }

    long written() {
        return written;
    }

    void write(Rows<R> rows, TabularOutput output, OutputStream out) throws IOException {
        List<String> titles = table.columns().stream()
                .map(column -> output == TabularOutput.JSON ? column.key() : visit.t(column.label()))
                .toList();
        var sheet = new ExportSheet(visit.t(table.caption()), titles, visit.t("web.table.criteria"), criteria());
        try (TabularWriter writer = TabularWriter.open(out, output, sheet)) {
            rows.each(query, row -> writeRow(writer, row));
            writer.finish();
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private List<Criterion> criteria() {
        List<Criterion> criteria = new ArrayList<>();
        ChosenFilters.of(table.filters(), query, visit)
                .forEach(chosen -> criteria.add(new Criterion(chosen.label(), Cell.of(chosen.value()))));
        criteria.add(new Criterion(visit.t("web.table.made-at"), Cell.of(visit.moment(visit.now()))));
        return criteria;
    }

    private void writeRow(TabularWriter writer, R row) {
        try {
            writer.row(table.columns().stream()
                    .map(column -> Values.cell(column, column.value().apply(row), visit))
                    .toList());
            written++;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
