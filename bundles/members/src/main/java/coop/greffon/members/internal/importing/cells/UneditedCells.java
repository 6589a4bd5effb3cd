package coop.greffon.members.internal.importing.cells;

import coop.greffon.core.tabular.Cell;
import coop.greffon.core.tabular.TabularFormat;
import coop.greffon.core.tabular.TabularRow;
import coop.greffon.members.Member;
import coop.greffon.members.internal.importing.columns.Columns;
import coop.greffon.members.internal.importing.input.Table;
import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.NameKeys;
import coop.greffon.members.internal.listing.ListedMember;
import coop.greffon.members.internal.listing.MemberColumns;
import coop.greffon.web.table.Column;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A file that Greffon wrote, without the cells that hold what the record would be exported with now: an empty cell says nothing, and so
 * only what people edited is read. What was accepted by a form but would be read otherwise from a file, such as a tag with a semicolon or
 * a telephone of five digits, so stays as it is.
 */
public final class UneditedCells implements Table {
    private static final int BATCH = 200;
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern FIRST_ZEROS = Pattern.compile("^0+(?=\\d)");

    /** The columns of the export that may hold what a field says, that of the first of a list first. Names, kind and status stay: they tell whom a line is about. */
    private static final Map<Field, List<String>> COLUMNS = new EnumMap<>(Map.ofEntries(
            Map.entry(Field.NUMBER, List.of("number")),
            Map.entry(Field.SINCE, List.of("since")),
            Map.entry(Field.MAIL, List.of("mail", "otherMails")),
            Map.entry(Field.PHONE, List.of("phone", "otherPhones")),
            Map.entry(Field.STREET, List.of("street")),
            Map.entry(Field.STREET2, List.of("street2")),
            Map.entry(Field.ZIP, List.of("postcode")),
            Map.entry(Field.CITY, List.of("city")),
            Map.entry(Field.COUNTRY, List.of("country")),
            Map.entry(Field.LANGUAGE, List.of("language")),
            Map.entry(Field.BIRTH_DATE, List.of("birthDate")),
            Map.entry(Field.VAT, List.of("vat")),
            Map.entry(Field.TAGS, List.of("tags")),
            Map.entry(Field.CARD, List.of("card")),
            Map.entry(Field.NOTES, List.of("notes"))));

    private final Table table;
    private final Columns columns;
    private final Function<Collection<Long>, Map<Long, Member>> records;

    /**
     * The edited cells of a file.
     *
     * @param records the records of some ids; unknown ones are missing
     */
    public UneditedCells(Table table, Columns columns, Function<Collection<Long>, Map<Long, Member>> records) {
        this.table = table;
        this.columns = columns;
        this.records = records;
    }

    /** The number that the text is, if it is one as identifiers and revisions are. */
    static OptionalLong wholeNumber(String text) {
        return WHOLE_NUMBER.matcher(text).matches() ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    @Override
    public TabularFormat format() {
        return table.format();
    }

    @Override
    public List<String> header() {
        return table.header();
    }

    @Override
    public Iterator<TabularRow> iterator() {
        var rows = table.iterator();
        Queue<TabularRow> ready = new ArrayDeque<>();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !ready.isEmpty() || rows.hasNext();
            }

            @Override
            public TabularRow next() {
                if (ready.isEmpty()) {
                    ready.addAll(edited(batch(rows)));
                }
                return ready.remove();
            }
        };
    }

    private static List<TabularRow> batch(Iterator<TabularRow> rows) {
        var batch = new ArrayList<TabularRow>();
        do {
            batch.add(rows.next());
        } while (batch.size() < BATCH && rows.hasNext());
        return batch;
    }

    private List<TabularRow> edited(List<TabularRow> rows) {
        var ids = new HashSet<Long>();
        rows.forEach(row -> wholeNumber(text(row, Field.RECORD_ID)).ifPresent(ids::add));
        var known = records.apply(ids);
        return rows.stream().map(row -> edited(row, known)).toList();
    }

    private TabularRow edited(TabularRow row, Map<Long, Member> known) {
        var identifier = wholeNumber(text(row, Field.RECORD_ID));
        var record = identifier.isEmpty() ? null : known.get(identifier.getAsLong());
        return Optional.ofNullable(record)
                .map(ListedMember::of)
                .filter(member -> isAbout(row, member))
                .map(member -> edited(row, member))
                .orElse(row);
    }

    /** A file of another co-op may give the identifier to somebody else: that row is read as it is. Without a name, it is about the record. */
    private boolean isAbout(TabularRow row, ListedMember member) {
        if (name(row).isBlank()) {
            return true;
        }
        var words = new HashSet<>(List.of(NameKeys.of(name(row)).split(" ")));
        words.retainAll(List.of(NameKeys.of(member.line().name()).split(" ")));
        return !words.isEmpty();
    }

    private String wholeName(TabularRow row) {
        var name = text(row, Field.NAME);
        return name.isEmpty() ? name(row) : name;
    }

    private String name(TabularRow row) {
        return text(row, Field.NAME) + " " + text(row, Field.GIVEN_NAME) + " " + text(row, Field.FAMILY_NAME) + " "
                + text(row, Field.ORGANISATION);
    }

    private TabularRow edited(TabularRow row, ListedMember member) {
        var cells = new ArrayList<>(row.cells());
        boolean mailsTell = name(row).isBlank()
                ? hasAnotherNumber(row, member)
                : !NameKeys.of(wholeName(row)).equals(NameKeys.of(member.line().name()));
        COLUMNS.forEach((field, keys) -> {
            // Where the name was edited, or the number and no name is there, mails tell whether it is the same person.
            if (!mailsTell || field != Field.MAIL) {
                // The number, too, but as the record has it: a spreadsheet may have dropped its zeros.
                var instead = field == Field.NUMBER ? Cell.of(member.line().number()) : Cell.EMPTY;
                silence(field, index -> exported(member, keys(field, keys, index)), instead, cells);
            }
        });
        return new TabularRow(row.line(), cells, row.problem());
    }

    private boolean hasAnotherNumber(TabularRow row, ListedMember member) {
        var number = exported(member, COLUMNS.get(Field.NUMBER));
        return columns.indexesOf(Field.NUMBER).stream()
                .filter(index -> index < row.cells().size())
                .map(row.cells()::get)
                .anyMatch(cell -> !cell.text().isBlank() && !isUnedited(cell, number));
    }

    private void silence(Field field, IntFunction<Set<String>> exported, Cell instead, List<Cell> cells) {
        columns.indexesOf(field).stream()
                .filter(index -> index < cells.size() && isUnedited(cells.get(index), exported.apply(index)))
                .forEach(index -> cells.set(index, instead));
    }

    /** A value that was moved into the other column of its list is edited; a column without the other may hold either. */
    private List<String> keys(Field field, List<String> keys, int index) {
        if (keys.size() < 2 || columns.indexesOf(field).size() < 2) {
            return keys;
        }
        return List.of(keys.get(columns.indexesOfOthers(field).contains(index) ? 1 : 0));
    }

    private Set<String> exported(ListedMember member, List<String> keys) {
        return MemberColumns.all().stream()
                .filter(column -> keys.contains(column.key()))
                .map(column -> value(column, member))
                .filter(Objects::nonNull)
                .map(value -> PlainText.of(value, table.format()))
                .collect(Collectors.toSet());
    }

    private static String value(Column<ListedMember> column, ListedMember member) {
        Object value = column.value().apply(member);
        if (value instanceof Collection<?> several) {
            return several.stream().map(Object::toString).collect(Collectors.joining(", "));
        }
        return value == null ? null : value.toString();
    }

    /** Spreadsheets take a code for a number and drop its first zeros. */
    private boolean isUnedited(Cell cell, Set<String> exported) {
        if (cell instanceof Cell.Formula) {
            return false;
        }
        var text = PlainText.of(cell.text(), table.format());
        return exported.contains(text)
                || exported.stream()
                        .filter(value -> DIGITS.matcher(value).matches())
                        .anyMatch(value ->
                                FIRST_ZEROS.matcher(value).replaceFirst("").equals(text));
    }

    private String text(TabularRow row, Field field) {
        return columns.indexesOf(field).stream()
                .filter(index -> index < row.cells().size())
                .map(index -> PlainText.of(row.cells().get(index).text(), table.format()))
                .findFirst()
                .orElse("");
    }
}
