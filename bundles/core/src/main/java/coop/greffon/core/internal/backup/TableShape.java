package coop.greffon.core.internal.backup;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table.
 *
 * @param name its name
 * @param columns its columns, in order
 * @param primaryKey the columns of its primary key, in order, empty where it has none
 * @param parents the tables its foreign keys point to
 */
record TableShape(String name, List<Column> columns, List<String> primaryKey, List<Parent> parents) {
    /** A column. */
    record Column(String name, ColumnKind kind, boolean nullable) {}

    /**
     * A foreign key.
     *
     * @param table the table it points to
     * @param columns the columns that point
     */
    record Parent(String table, List<String> columns) {}

    /** The statement that reads it in order; the condition may be null. */
    String select(String condition) {
        String where = condition == null ? "" : " where " + condition;
        String order = primaryKey.isEmpty() ? "" : " order by " + String.join(", ", quoted(primaryKey));
        return "select " + list(columns) + " from " + name + where + order;
    }

    String insert() {
        String marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        return "insert into " + name + " (" + list(columns) + ") values (" + marks + ")";
    }

    /** The statement that fills columns of a row afterwards. */
    String update(List<Column> later) {
        return "update " + name + " set "
                + assignments(later.stream().map(Column::name).toList(), ", ") + " where "
                + assignments(primaryKey, " and ");
    }

    private static String assignments(List<String> names, String between) {
        return names.stream().map(name -> "\"" + name + "\" = ?").collect(Collectors.joining(between));
    }

    private static String list(List<Column> columns) {
        return String.join(", ", quoted(columns.stream().map(Column::name).toList()));
    }

    private static List<String> quoted(List<String> names) {
        return names.stream().map(name -> "\"" + name + "\"").toList();
    }

    List<Integer> indexes(List<String> names) {
        List<String> all = columns.stream().map(Column::name).toList();
        return names.stream().map(all::indexOf).toList();
    }

    /**
     * The columns that point to tables not yet filled when this one is, itself included.
     *
     * @param filled the tables filled before
     */
    List<Column> laterColumns(Set<String> filled) {
        Set<String> names = parents.stream()
                .filter(parent -> !filled.contains(parent.table()))
                .flatMap(parent -> parent.columns().stream())
                .collect(Collectors.toSet());
        return columns.stream().filter(column -> names.contains(column.name())).toList();
    }
}
