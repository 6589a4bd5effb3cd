package coop.greffon.shifts.internal.importing;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which column of a file gives what. */
public final class Layout {
    private final Kind kind;
    private final Map<Column, Integer> positions = new EnumMap<>(Column.class);
    private final Map<Column, String> titles = new EnumMap<>(Column.class);
    private final List<String> unread = new ArrayList<>();

    private Layout(Kind kind) {
        this.kind = kind;
    }

    /**
     * Recognises the columns of a file by their titles.
     *
     * @throws InvalidInput where a column is missing that is needed, two give the same, or the file brings something else along
     */
    public static Layout of(Kind kind, List<String> header) {
        Layout layout = recognised(kind, header);
        layout.requireColumns(header);
        return layout;
    }

    private static Layout recognised(Kind kind, List<String> header) {
        var layout = new Layout(kind);
        for (int position = 0; position < header.size(); position++) {
            String title = header.get(position).strip();
            Optional<Column> column = Headings.column(kind, title);
            if (column.isPresent()) {
                layout.take(column.get(), title, position);
            } else if (!title.isEmpty()) {
                layout.unread.add(title);
            }
        }
        return layout;
    }

    private void take(Column column, String title, int position) {
        String other = titles.put(column, title);
        if (other != null) {
            throw new InvalidInput(FieldError.of("file", title, Text.of("shifts.import.twice", other)));
        }
        positions.put(column, position);
    }

    private void requireColumns(List<String> header) {
        List<Set<Column>> missing = missing();
        if (missing.isEmpty()) {
            return;
        }
        Optional<Kind> other = Arrays.stream(Kind.values())
                .filter(one -> one != kind)
                .filter(one -> fits(one, header))
                .findFirst();
        if (other.isPresent()) {
            throw new InvalidInput(FieldError.of(
                    "file",
                    String.join(", ", header),
                    Text.of("shifts.import.other-kind", other.get().id())));
        }
        throw new InvalidInput(missing.stream()
                .map(wanted -> FieldError.of(
                        "file", String.join(", ", header), Text.of("shifts.import.missing", known(wanted))))
                .toList());
    }

    private static boolean fits(Kind other, List<String> header) {
        try {
            return recognised(other, header).missing().isEmpty();
        } catch (InvalidInput twice) {
            return false;
        }
    }

    private List<Set<Column>> missing() {
        return kind.needed().stream()
                .filter(wanted -> wanted.stream().noneMatch(positions::containsKey))
                .toList();
    }

    private String known(Set<Column> wanted) {
        return wanted.stream()
                .sorted()
                .flatMap(column -> Headings.titles(kind, column).stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    public boolean has(Column column) {
        return positions.containsKey(column);
    }

    /** Where it stands in a row, from 0; -1 where it is not there. */
    int position(Column column) {
        return positions.getOrDefault(column, -1);
    }

    /** What the file calls it; our own title where it is not there. */
    public String title(Column column) {
        return titles.getOrDefault(column, Headings.own(kind, column));
    }

    /** The titles that nobody knows: these columns are not read. */
    public List<String> unread() {
        return List.copyOf(unread);
    }
}
