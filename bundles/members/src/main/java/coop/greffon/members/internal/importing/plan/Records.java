package coop.greffon.members.internal.importing.plan;

import coop.greffon.core.tabular.Cell;
import coop.greffon.core.tabular.TabularRow;
import coop.greffon.members.internal.importing.cells.SourceRecord;
import coop.greffon.members.internal.importing.columns.Columns;
import coop.greffon.members.internal.importing.input.Table;
import coop.greffon.members.internal.importing.model.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Gathers the rows that are about one record: Odoo puts further tags on rows of their own, empty but for them. */
final class Records {
    private final Table table;
    private final boolean fromOdoo;
    private final Set<Integer> telling = new HashSet<>();

    Records(Table table, Columns columns) {
        this.table = table;
        this.fromOdoo = columns.fromOdoo();
        for (var field : Field.values()) {
            if (field != Field.TAGS && field != Field.TAG_IDS) {
                telling.addAll(columns.indexesOf(field));
            }
        }
    }

    void forEach(Consumer<SourceRecord> consumer) {
        TabularRow current = null;
        List<TabularRow> further = new ArrayList<>();
        for (var row : table) {
            if (isFurther(row) && current != null) {
                further.add(row);
            } else {
                if (current != null) {
                    consumer.accept(new SourceRecord(current, further));
                }
                current = row;
                further.clear();
            }
        }
        if (current != null) {
            consumer.accept(new SourceRecord(current, further));
        }
    }

    private boolean isFurther(TabularRow row) {
        return fromOdoo
                && row.problem().isEmpty()
                && telling.stream().allMatch(index -> isBlank(row.cells().get(index)));
    }

    private static boolean isBlank(Cell cell) {
        return cell.text().isBlank() && !(cell instanceof Cell.Formula);
    }
}
