package coop.greffon.members.internal.importing.columns;

import coop.greffon.core.message.Text;
import coop.greffon.members.internal.importing.columns.Column.How;
import coop.greffon.members.internal.importing.model.Field;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of one file and what each means. */
public final class Columns {
    private static final Set<Field> IDENTIFYING = EnumSet.of(
            Field.RECORD_ID,
            Field.EXTERNAL_ID,
            Field.NUMBER,
            Field.NAME,
            Field.NAME_FAMILY_FIRST,
            Field.FAMILY_NAME,
            Field.ORGANISATION,
            Field.MAIL);

    private static final Pattern TECHNICAL = Pattern.compile("[a-z]+(?:_[a-z]+)+(?:/id)?");

    private final List<Column> columns;
    private final Map<Field, List<Integer>> indexes = new EnumMap<>(Field.class);
    private final Set<Integer> others;
    private final Set<Field> mirrored = EnumSet.noneOf(Field.class);
    private final boolean technicalNames;
    private final boolean fromOdoo;

    private Columns(List<Column> columns, Headings known) {
        this.columns = List.copyOf(columns);
        others = columns.stream()
                .filter(column -> known.isOfOthers(column.heading()))
                .map(Column::index)
                .collect(Collectors.toSet());
        for (var column : columns) {
            column.assignment().field().ifPresent(field -> {
                indexes.computeIfAbsent(field, none -> new ArrayList<>()).add(column.index());
                if (column.assignment().mirror()) {
                    mirrored.add(field);
                }
            });
        }
        technicalNames = columns.stream()
                .anyMatch(column -> column.how() != How.UNKNOWN
                        && TECHNICAL.matcher(column.heading()).matches());
        fromOdoo = has(Field.EXTERNAL_ID)
                && (technicalNames
                        || indexesOf(Field.EXTERNAL_ID).stream()
                                .noneMatch(index ->
                                        Headings.plain(headingOf(index)).equals("id")));
    }

    /** Recognises the headings, the choices made by hand going first. */
    public static Columns recognise(List<String> headings, ColumnMapping chosen) {
        var known = Headings.load();
        var columns = new ArrayList<Column>();
        for (int index = 0; index < headings.size(); index++) {
            columns.add(column(index, headings.get(index), known, chosen));
        }
        return new Columns(withSurnames(fitting(columns, known)), known);
    }

    private static Column column(int index, String heading, Headings known, ColumnMapping chosen) {
        var choice = heading.isBlank() ? Optional.<Assignment>empty() : chosen.choiceFor(heading);
        if (choice.isPresent()) {
            return new Column(index, heading, choice.get(), How.CHOSEN);
        }
        return known.fieldOf(heading)
                .map(field -> new Column(index, heading, Assignment.to(field), How.RECOGNISED))
                .orElseGet(() -> new Column(index, heading, Assignment.IGNORE, How.UNKNOWN));
    }

    /** Some headings mean something in our own export only: elsewhere « Motif » or « Version de la fiche » may hold anything. */
    private static List<Column> fitting(List<Column> columns, Headings known) {
        boolean own = fieldsOf(columns).contains(Field.RECORD_ID);
        return columns.stream()
                .map(column -> own ? withoutReadOnly(column, known) : withoutRevision(column))
                .toList();
    }

    private static Column withoutReadOnly(Column column, Headings known) {
        return column.how() == How.UNKNOWN && known.isLeftOut(column.heading())
                ? new Column(column.index(), column.heading(), Assignment.IGNORE, How.LEFT_OUT)
                : column;
    }

    private static Column withoutRevision(Column column) {
        return column.how() == How.RECOGNISED && column.assignment().field().equals(Optional.of(Field.RECORD_REVISION))
                ? new Column(column.index(), column.heading(), Assignment.IGNORE, How.UNKNOWN)
                : column;
    }

    /** « Nom » is the whole name in a contact list, and the family name beside a column « Prénom ». */
    private static List<Column> withSurnames(List<Column> columns) {
        var fields = fieldsOf(columns);
        if (!fields.contains(Field.GIVEN_NAME) || fields.contains(Field.FAMILY_NAME)) {
            return columns;
        }
        return columns.stream()
                .map(column -> column.how() == How.RECOGNISED
                                && column.assignment().field().equals(Optional.of(Field.NAME))
                        ? new Column(column.index(), column.heading(), Assignment.to(Field.FAMILY_NAME), How.RECOGNISED)
                        : column)
                .toList();
    }

    private static Set<Field> fieldsOf(List<Column> columns) {
        var fields = EnumSet.noneOf(Field.class);
        columns.forEach(column -> column.assignment().field().ifPresent(fields::add));
        return fields;
    }

    /** What forbids an import with these columns; nothing if it may go on. */
    public List<MappingFault> faults() {
        var faults = new ArrayList<MappingFault>();
        indexes.forEach((field, places) -> {
            if (places.size() > 1 && !field.repeatable()) {
                var headings = places.stream().map(this::headingOf).toList();
                faults.add(new MappingFault(
                        MappingFault.Kind.FIELD_TWICE,
                        List.of(Text.of(field.labelKey()), String.join(", ", headings))));
            }
        });
        if (IDENTIFYING.stream().noneMatch(indexes::containsKey)) {
            faults.add(new MappingFault(MappingFault.Kind.NOBODY_IDENTIFIED, List.of()));
        }
        return faults;
    }

    private String headingOf(int index) {
        return columns.get(index).heading();
    }

    /** The places of the columns that feed the field, from left to right. */
    public List<Integer> indexesOf(Field field) {
        return indexes.getOrDefault(field, List.of());
    }

    /** The same, those of the first value of a list before those of the others. */
    public List<Integer> indexesInOrder(Field field) {
        var ofOthers = indexesOfOthers(field);
        return Stream.concat(indexesOf(field).stream().filter(index -> !ofOthers.contains(index)), ofOthers.stream())
                .toList();
    }

    /** Of the several columns of a list those of what comes after its first value; none where there is one column. */
    public List<Integer> indexesOfOthers(Field field) {
        var all = indexesOf(field);
        var named = all.stream().filter(others::contains).toList();
        boolean told = !named.isEmpty() && named.size() < all.size();
        return told ? named : all.subList(Math.min(1, all.size()), all.size());
    }

    public boolean has(Field field) {
        return indexes.containsKey(field);
    }

    /** Whether empty cells of the field erase, and its lists replace. */
    public boolean mirrored(Field field) {
        return mirrored.contains(field);
    }

    /** Whether Odoo wrote the file: it alone gives external identifiers under its headings. */
    public boolean fromOdoo() {
        return fromOdoo;
    }

    /** Whether the headings are the names of Odoo's fields, such as {@code parent_id}, and not their labels. */
    public boolean hasTechnicalNames() {
        return technicalNames;
    }

    /** Number of columns, those left out included. */
    public int width() {
        return columns.size();
    }

    public List<Column> all() {
        return columns;
    }

    /** The headings nobody knows, which the report must name. */
    public Set<String> unknown() {
        var unknown = new LinkedHashSet<String>();
        columns.stream()
                .filter(column ->
                        column.how() == How.UNKNOWN && !column.heading().isBlank())
                .forEach(column -> unknown.add(column.heading()));
        return unknown;
    }
}
