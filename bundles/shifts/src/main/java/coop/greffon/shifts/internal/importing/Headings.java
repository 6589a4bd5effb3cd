package coop.greffon.shifts.internal.importing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The titles that are known of each column, from a table. */
final class Headings {
    private static final String TABLE = "/GREFFON-INF/import/columns.properties";
    private static final Headings KNOWN = load();

    private final Map<Kind, Map<String, Column>> columns = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<Column, List<String>>> titles = new EnumMap<>(Kind.class);

    private Headings() {}

    private static Headings load() {
        var table = new Properties();
        try (var reader = new InputStreamReader(Headings.class.getResourceAsStream(TABLE), StandardCharsets.UTF_8)) {
            table.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The bundle cannot read its own " + TABLE, unreadable);
        }
        var headings = new Headings();
        for (Kind kind : Kind.values()) {
            headings.columns.put(kind, new HashMap<>());
            headings.titles.put(kind, new EnumMap<>(Column.class));
            for (Column column : Column.values()) {
                String known = table.getProperty(kind.id() + "." + column.key());
                if (known != null) {
                    headings.learn(kind, column, Arrays.asList(known.split("\\|", -1)));
                }
            }
        }
        return headings;
    }

    private void learn(Kind kind, Column column, List<String> known) {
        titles.get(kind).put(column, known.stream().map(String::strip).toList());
        for (String title : known) {
            Column other = columns.get(kind).put(Words.plain(title), column);
            if (other != null && other != column) {
                throw new IllegalStateException(title + " stands for both " + other + " and " + column);
            }
        }
    }

    /** What a column of that title gives; empty where nobody knows. */
    static Optional<Column> column(Kind kind, String title) {
        return Optional.ofNullable(KNOWN.columns.get(kind).get(Words.plain(title)));
    }

    /** The title that we give it. */
    static String own(Kind kind, Column column) {
        return titles(kind, column).get(0);
    }

    /** Every title that is known of it, ours first. */
    static List<String> titles(Kind kind, Column column) {
        return KNOWN.titles.get(kind).getOrDefault(column, List.of(column.key()));
    }
}
