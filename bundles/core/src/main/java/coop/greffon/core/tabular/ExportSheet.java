package coop.greffon.core.tabular;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * What is known of an export before its first row.
 *
 * @param title the name of the sheet in a workbook; characters that a workbook refuses are replaced, and it is cut at 31
 * @param columns the titles of the columns, at least one, no two the same
 * @param criteriaTitle the name of the second sheet in a workbook
 * @param criteria the lines of the second sheet; none, and there is no second sheet
 */
public record ExportSheet(String title, List<String> columns, String criteriaTitle, List<Criterion> criteria) {
    public ExportSheet {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(criteriaTitle, "criteriaTitle");
        columns = List.copyOf(columns);
        criteria = List.copyOf(criteria);
        if (columns.isEmpty() || new HashSet<>(columns).size() < columns.size()) {
            throw new IllegalArgumentException("an export has at least one column, and no two of the same title");
        }
    }

    /** An export without criteria. */
    public ExportSheet(String title, List<String> columns) {
        this(title, columns, "", List.of());
    }
}
