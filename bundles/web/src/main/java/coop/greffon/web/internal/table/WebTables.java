package coop.greffon.web.internal.table;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Refused;
import coop.greffon.core.tabular.Cell;
import coop.greffon.core.tabular.Criterion;
import coop.greffon.core.tabular.ExportSheet;
import coop.greffon.core.tabular.TabularOutput;
import coop.greffon.core.tabular.TabularWriter;
import coop.greffon.web.Page;
import coop.greffon.web.Visit;
import coop.greffon.web.internal.view.StaticTemplates;
import coop.greffon.web.internal.view.Templates;
import coop.greffon.web.table.Column;
import coop.greffon.web.table.Rows;
import coop.greffon.web.table.Rows.Slice;
import coop.greffon.web.table.Rows.Total;
import coop.greffon.web.table.Table;
import coop.greffon.web.table.TableQuery;
import coop.greffon.web.table.Tables;
import gg.jte.Content;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.osgi.service.component.annotations.Component;

/** Tables as pages, prints and files. */
@Component(service = Tables.class)
public final class WebTables implements Tables {
    private static final int MOST_PRINTED = 2_000;

    private final Templates templates = new StaticTemplates();

    @Override
    public <R> Response answer(Visit visit, Table<R> table, Rows<R> rows, Function<Content, Page> page) {
        TableQuery query = QueryParser.parse(table, visit.query());
        String format = visit.query().get("format");
        if (format != null) {
            return file(format, visit, table, rows, query);
        }
        boolean print = "1".equals(visit.query().get("print"));
        Slice<R> slice = print ? all(rows, query) : rows.slice(query);
        TableView view = new ScreenTable<>(table, query, visit).view(slice, print);
        Content content = templates.table(visit, view, table.emptyTitle(), table.emptyNext());
        return Response.ok(page.apply(content)).build();
    }

    private <R> Response file(String format, Visit visit, Table<R> table, Rows<R> rows, TableQuery query) {
        String name = table.name() + "-" + visit.today() + ".";
        if (format.equals("pdf")) {
            TableView view = new ScreenTable<>(table, query, visit).view(all(rows, query), true);
            StreamingOutput body = out -> PdfTable.write(view, visit, templates, out);
            return download(body, "application/pdf", name + "pdf");
        }
        TabularOutput output = output(format);
        StreamingOutput body = out -> write(out, output, visit, table, rows, query);
        return download(body, output.mediaType(), name + output.extension());
    }

    private static TabularOutput output(String format) {
        return switch (format) {
            case "csv" -> TabularOutput.CSV_FRENCH;
            case "rfc4180" -> TabularOutput.CSV;
            case "ods" -> TabularOutput.ODS;
            case "xlsx" -> TabularOutput.XLSX;
            case "json" -> TabularOutput.JSON;
            default ->
                throw new InvalidInput(FieldError.of("format", format, Text.of("web.table.format-unknown", format)));
        };
    }

    private static Response download(StreamingOutput body, String type, String name) {
        return Response.ok(body, type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    /** Every row at once, for paper; where that would be a book, a refusal that says what to do. */
    private static <R> Slice<R> all(Rows<R> rows, TableQuery query) {
        List<R> found = new ArrayList<>();
        rows.each(query, row -> {
            if (found.size() == MOST_PRINTED) {
                throw new Refused(Text.of("web.table.too-long-to-print", MOST_PRINTED));
            }
            found.add(row);
        });
        return new Slice<>(found, Total.of(found.size()));
    }

    private static <R> void write(
            OutputStream out, TabularOutput output, Visit visit, Table<R> table, Rows<R> rows, TableQuery query)
            throws IOException {
        List<String> titles =
                table.columns().stream().map(column -> visit.t(column.label())).toList();
        List<Criterion> criteria = new ArrayList<>();
        table.filters().stream()
                .filter(filter -> query.filter(filter.key()) != null)
                .forEach(filter ->
                        criteria.add(new Criterion(visit.t(filter.label()), Cell.of(query.filter(filter.key())))));
        criteria.add(new Criterion(visit.t("web.table.made-at"), Cell.of(visit.moment(visit.now()))));
        var sheet = new ExportSheet(visit.t(table.caption()), titles, visit.t("web.table.criteria"), criteria);
        try (TabularWriter writer = TabularWriter.open(out, output, sheet)) {
            rows.each(query, row -> writeRow(writer, table.columns(), row, visit));
            writer.finish();
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private static <R> void writeRow(TabularWriter writer, List<Column<R>> columns, R row, Visit visit) {
        try {
            writer.row(columns.stream()
                    .map(column -> Values.cell(column, column.value().apply(row), visit))
                    .toList());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
