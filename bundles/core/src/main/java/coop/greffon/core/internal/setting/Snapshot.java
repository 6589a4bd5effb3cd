package coop.greffon.core.internal.setting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every value ever set, as one reading of the table found them. */
final class Snapshot {
    /** A row of the table; a text that is null was never set or is not here. */
    record Row(String module, String key, LocalDate from, boolean withdrawn, String text, Instant recordedAt) {}

    private record Name(String module, String key) {}

    private final List<Row> rows;
    private final Map<Name, NavigableMap<LocalDate, String>> texts = new HashMap<>();
    private final Map<String, NavigableSet<LocalDate>> days = new HashMap<>();

    /**
     * @param rows in the order in which they were written
     */
    Snapshot(List<Row> rows) {
        this.rows = rows;
        for (Row row : rows) {
            NavigableMap<LocalDate, String> byDay =
                    texts.computeIfAbsent(new Name(row.module(), row.key()), ignored -> new TreeMap<>());
            days.computeIfAbsent(row.module(), ignored -> new TreeSet<>()).add(row.from());
            if (row.withdrawn()) {
                byDay.remove(row.from());
            } else {
                byDay.put(row.from(), row.text());
            }
        }
    }

    /** How many rows it was made of; the table only grows, so another number means another content. */
    long size() {
        return rows.size();
    }

    /** The part of it that had been written until an instant. */
    Snapshot until(Instant known) {
        return new Snapshot(
                rows.stream().filter(row -> !row.recordedAt().isAfter(known)).toList());
    }

    /** The text in force on a day, null while none is. */
    String text(String module, String key, LocalDate day) {
        NavigableMap<LocalDate, String> byDay = texts.get(new Name(module, key));
        Map.Entry<LocalDate, String> entry = byDay == null ? null : byDay.floorEntry(day);
        return entry == null ? null : entry.getValue();
    }

    /** The last day up to the given one on which something of a module may have changed. */
    LocalDate lastChange(String module, LocalDate day) {
        NavigableSet<LocalDate> changes = days.get(module);
        LocalDate last = changes == null ? null : changes.floor(day);
        return last == null ? LocalDate.MIN : last;
    }

    /** The days on which something of a module may have changed. */
    List<LocalDate> changes(String module) {
        NavigableSet<LocalDate> changes = days.get(module);
        return changes == null ? List.of() : List.copyOf(changes);
    }
}
