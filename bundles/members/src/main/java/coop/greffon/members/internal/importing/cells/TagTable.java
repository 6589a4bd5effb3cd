package coop.greffon.members.internal.importing.cells;

import coop.greffon.core.tabular.TabularRow;
import coop.greffon.members.internal.importing.columns.ColumnMapping;
import coop.greffon.members.internal.importing.columns.Columns;
import coop.greffon.members.internal.importing.input.Table;
import coop.greffon.members.internal.importing.model.Field;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The tags of a file that Odoo wrote, which is imported before or beside the file of members: without it the external
 * identifiers of tags mean nothing, and a comma in a name is only a guess.
 */
public final class TagTable {
    /** More than any co-op has; a file of something else must not fill the memory. */
    private static final int MOST_TAGS = 10_000;

    private static final int DEEPEST = 20;
    private static final String IDENTIFIERS = "res_partner_category";

    private final Map<String, Tag> tags = new LinkedHashMap<>();
    private final Map<String, String> pathByIdentifier = new LinkedHashMap<>();

    private record Tag(String name, String parentIdentifier, String parentName) {}

    private TagTable() {}

    /** Whether the table holds tags: their external identifiers say so. */
    public static boolean isOne(Table table) {
        var columns = columns(table);
        var rows = table.iterator();
        return columns.has(Field.EXTERNAL_ID)
                && columns.has(Field.NAME)
                && rows.hasNext()
                && line(rows.next(), columns, table).text(Field.EXTERNAL_ID).contains(IDENTIFIERS);
    }

    /**
     * Reads the paths of all tags, such as {@code Équipe / Caisse}, by their external identifiers.
     *
     * @throws IllegalArgumentException if there are too many to be tags
     */
    public static Map<String, String> read(Table table) {
        var columns = columns(table);
        var tags = new TagTable();
        for (var row : table) {
            var line = line(row, columns, table);
            var identifier = line.text(Field.EXTERNAL_ID);
            var name = line.text(Field.NAME);
            if (!identifier.isEmpty() && !name.isEmpty()) {
                tags.tags.put(identifier, new Tag(name, line.text(Field.PARENT_ID), line.text(Field.PARENT_NAME)));
            }
            if (tags.tags.size() > MOST_TAGS) {
                throw new IllegalArgumentException("More than " + MOST_TAGS + " tags");
            }
        }
        tags.tags.keySet().forEach(identifier -> tags.pathByIdentifier.put(identifier, tags.path(identifier, 0)));
        return new HashMap<>(tags.pathByIdentifier);
    }

    private String path(String identifier, int depth) {
        var tag = tags.get(identifier);
        var parent = tags.containsKey(tag.parentIdentifier()) && depth < DEEPEST
                ? path(tag.parentIdentifier(), depth + 1)
                : tag.parentName();
        return TagNames.path(parent.isEmpty() ? tag.name() : parent + " / " + tag.name());
    }

    private static Columns columns(Table table) {
        return Columns.recognise(table.header(), ColumnMapping.NONE);
    }

    private static Line line(TabularRow row, Columns columns, Table table) {
        return new Line(row, columns, table.format());
    }
}
