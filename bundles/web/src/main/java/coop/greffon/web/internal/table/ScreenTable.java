package coop.greffon.web.internal.table;

import coop.greffon.web.Visit;
import coop.greffon.web.internal.table.CellView.LinkedCell;
import coop.greffon.web.internal.table.CellView.PlainCell;
import coop.greffon.web.internal.table.CellView.TitleCell;
import coop.greffon.web.internal.table.TableView.Choice;
import coop.greffon.web.internal.table.TableView.FilterView;
import coop.greffon.web.internal.table.TableView.Head;
import coop.greffon.web.internal.table.TableView.Link;
import coop.greffon.web.internal.table.TableView.Pages;
import coop.greffon.web.table.Column;
import coop.greffon.web.table.Column.Tone;
import coop.greffon.web.table.Filter;
import coop.greffon.web.table.Rows.Slice;
import coop.greffon.web.table.Rows.Total;
import coop.greffon.web.table.Table;
import coop.greffon.web.table.TableQuery;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Puts a slice of rows into what the template shows. */
final class ScreenTable<R> {
    private static final String PDF = "pdf";
    private static final List<String> FORMATS = List.of("ods", "xlsx", "csv", "rfc4180", PDF, "json");
    private static final int MORE_ROWS = 50;

    private final Table<R> table;
    private final TableQuery query;
    private final Visit visit;
    private final List<Column<R>> columns;
    private final Map<Column<R>, Map<Tone, CellView.Start>> starts = new IdentityHashMap<>();

    ScreenTable(Table<R> table, TableQuery query, Visit visit) {
        this.table = table;
        this.query = query;
        this.visit = visit;
        this.columns = table.columns().stream().filter(Column::isOnScreen).toList();
    }

    /** @param brand the co-op's name where the table is for paper, null for the screen */
    TableView view(Slice<R> slice, String brand) {
        boolean isPrint = brand != null;
        boolean filtered = !query.filters().isEmpty();
        Total total = slice.total();
        return new TableView(
                visit.t(table.caption()),
                columns.stream().map(this::head).toList(),
                slice.rows().stream().map(this::row).toList(),
                isPrint ? List.of() : table.filters().stream().map(this::filter).toList(),
                visit.t(
                        total.isExact() ? "web.table.total" : "web.table.total-over",
                        total.count(),
                        slice.rows().size()),
                total.isExact() ? null : visit.with("count", "exact"),
                filtered,
                visit.path(),
                FORMATS.stream()
                        .map(format -> new Link(
                                visit.t("web.table.format-" + format),
                                visit.with("format", format, "page"),
                                format.equals(PDF) ? visit.t("web.table.pdf-wait") : null))
                        .toList(),
                visit.with("print", "1", "page"),
                pages(total),
                brand,
                isPrint ? printHead() : null);
    }

    private Head head(Column<R> column) {
        boolean sorted = column.key().equals(query.sort());
        String order = !sorted ? null : query.isDescending() ? "descending" : "ascending";
        String link = null;
        if (column.isSortable()) {
            link = visit.with("sort", sorted && !query.isDescending() ? "-" + column.key() : column.key(), "page");
        }
        // A state's mark is for values: before a heading it would be a dash that says nothing.
        String css = column.kind() == Column.Kind.STATE ? null : css(column.kind());
        return new Head(visit.t(column.label()), link, order, css);
    }

    private List<CellView> row(R row) {
        List<CellView> cells = new ArrayList<>(columns.size());
        for (Column<R> column : columns) {
            String text = Values.shown(column, column.value().apply(row), visit);
            String link = column.link() == null ? null : column.link().apply(row);
            Tone tone = column.tone() == null ? Tone.NEUTRAL : column.tone().apply(row);
            cells.add(cell(column, text, link, tone));
        }
        return cells;
    }

    private CellView cell(Column<R> column, String text, String link, Tone tone) {
        if (column.kind() == Column.Kind.TITLE) {
            return new TitleCell(text, link);
        }
        return link == null
                ? new PlainCell(start(column, tone), text)
                : new LinkedCell(text, link, css(column, tone), visit.t(column.label()));
    }

    private CellView.Start start(Column<R> column, Tone tone) {
        return starts.computeIfAbsent(column, none -> new EnumMap<>(Tone.class))
                .computeIfAbsent(tone, none -> new CellView.Start(css(column, tone), visit.t(column.label())));
    }

    private static String css(Column<?> column, Tone tone) {
        String css = css(column.kind());
        return tone == Tone.NEUTRAL ? css : css + " " + tone.css();
    }

    private static String css(Column.Kind kind) {
        return switch (kind) {
            case CODE -> "keep";
            case NUMBER -> "num";
            case MONEY -> "money";
            case STATE -> "state";
            case DATE -> "keep";
            case MOMENT -> "moment";
            case TEXT, TITLE -> null;
        };
    }

    private FilterView filter(Filter filter) {
        String value = query.filter(filter.key());
        if (filter.options() == null) {
            return new FilterView(filter.key(), visit.t(filter.label()), value, null);
        }
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", visit.t("web.table.all"), value == null));
        filter.options()
                .get()
                .forEach(option -> choices.add(new Choice(
                        option.value(), visit.t(option.label()), option.value().equals(value))));
        return new FilterView(filter.key(), visit.t(filter.label()), value, choices);
    }

    private Pages pages(Total total) {
        int last = query.lastPage(total.count());
        boolean hasNext = query.page() < last || !total.isExact();
        String previous = query.page() > 1 ? visit.with("page", Integer.toString(query.page() - 1)) : null;
        String next = hasNext ? visit.with("page", Integer.toString(query.page() + 1)) : null;
        String here = total.isExact()
                ? visit.t("web.table.page-of", query.page(), last)
                : visit.t("web.table.page", query.page());
        Link more = query.size() < MORE_ROWS && last > 1
                ? new Link(
                        visit.t("web.table.size", MORE_ROWS), visit.with("size", Integer.toString(MORE_ROWS), "page"))
                : null;
        return new Pages(previous, next, here, more);
    }

    private String printHead() {
        List<String> parts = new ArrayList<>(List.of(visit.t(table.caption())));
        ChosenFilters.of(table.filters(), query, visit)
                .forEach(chosen -> parts.add(chosen.label() + visit.t("web.colon") + " " + chosen.value()));
        parts.add(visit.moment(visit.now()));
        return String.join(" · ", parts);
    }
}
