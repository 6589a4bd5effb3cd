package coop.greffon.web.internal.table;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Refused;
import coop.greffon.core.setting.HostSettings;
import coop.greffon.core.setting.Settings;
import coop.greffon.core.tabular.TabularOutput;
import coop.greffon.web.Page;
import coop.greffon.web.Visit;
import coop.greffon.web.internal.view.StaticTemplates;
import coop.greffon.web.internal.view.Templates;
import coop.greffon.web.table.Filter;
import coop.greffon.web.table.Rows;
import coop.greffon.web.table.Rows.Slice;
import coop.greffon.web.table.Rows.Total;
import coop.greffon.web.table.Table;
import coop.greffon.web.table.TableQuery;
import coop.greffon.web.table.Tables;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tables as pages, prints and files. */
@Component(service = Tables.class)
public final class WebTables implements Tables {
    private static final int MOST_PRINTED = 10_000;

    private final Templates templates = new StaticTemplates();
    private final Settings settings;
    private final Audit audit;

    @Activate
    public WebTables(@Reference Settings settings, @Reference Audit audit) {
        this.settings = settings;
        this.audit = audit;
    }

    @Override
    public <R> Response answer(Visit visit, Table<R> table, Rows<R> rows, Function<Content, Page> page) {
        TableQuery query = QueryParser.parse(table, visit.query());
        String format = visit.query().get("format");
        if (format != null) {
            return file(format, visit, table, rows, query);
        }
        boolean print = "1".equals(visit.query().get("print"));
        TableView view;
        if (print) {
            Slice<R> whole = all(rows, query);
            log(visit, table, query, "print", whole.rows().size());
            view = new ScreenTable<>(table, query, visit).view(whole, brand(visit));
        } else {
            view = onScreen(visit, table, rows, query);
        }
        Content content = templates.table(visit, view, table.emptyTitle(), table.emptyNext());
        return Response.ok(page.apply(content)).build();
    }

    /** The page asked for; the last one where the list has become shorter than that, or an address was made up. */
    private static <R> TableView onScreen(Visit visit, Table<R> table, Rows<R> rows, TableQuery query) {
        Slice<R> slice = rows.slice(query);
        TableQuery shown = query;
        if (slice.rows().isEmpty() && query.page() > 1) {
            Total total = slice.total().isExact()
                    ? slice.total()
                    : rows.slice(query.counted()).total();
            shown = query.onPage(query.lastPage(total.count()));
            slice = rows.slice(shown);
        }
        return new ScreenTable<>(table, shown, visit).view(slice, null);
    }

    private <R> Response file(String format, Visit visit, Table<R> table, Rows<R> rows, TableQuery query) {
        String name = table.name() + "-" + visit.today() + ".";
        if (format.equals("pdf")) {
            TableView view = new ScreenTable<>(table, query, visit).view(all(rows, query), brand(visit));
            StreamingOutput body = out -> {
                PdfTable.write(view, visit, templates, out);
                log(visit, table, query, format, view.rows().size());
            };
            return download(body, "application/pdf", name + "pdf");
        }
        TabularOutput output = output(format);
        StreamingOutput body = out -> {
            var file = new TableFile<>(table, query, visit);
            try {
                file.write(rows, output, out);
            } finally {
                // What left before a line broke has left as well.
                log(visit, table, query, format, file.written());
            }
        };
        return download(body, output.mediaType(), name + output.extension());
    }

    /** What is taken away leaves the co-op's hands: who took which list, filtered how, stays known. */
    private void log(Visit visit, Table<?> table, TableQuery query, String format, long rows) {
        String filters = table.filters().stream()
                .filter(filter -> query.filter(filter.key()) != null)
                .map(filter -> filter.label() + chosen(filter, query))
                .collect(Collectors.joining(", "));
        List<FieldChange> fields = new ArrayList<>();
        fields.add(new FieldChange("format", null, format));
        fields.add(new FieldChange("rows", null, Long.toString(rows)));
        if (!filters.isEmpty()) {
            fields.add(new FieldChange("filters", null, filters));
        }
        audit.record(visit.actor(), "web.audit.exported", "web.table", table.caption(), fields);
    }

    // What was typed may name somebody, whom this log would then remember after they were erased.
    private static String chosen(Filter filter, TableQuery query) {
        if (filter.options() == null) {
            return "";
        }
        String value = query.filter(filter.key());
        return "="
                + filter.options().get().stream()
                        .filter(option -> option.value().equals(value))
                        .map(Filter.Option::label)
                        .filter(label -> label.arguments().isEmpty())
                        .map(Text::key)
                        .findFirst()
                        .orElse(value);
    }

    private String brand(Visit visit) {
        return settings.on(HostSettings.class, visit.today()).coopName();
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
}
