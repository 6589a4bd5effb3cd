package coop.greffon.shifts.internal.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a file brings along. */
public enum Kind {
    SLOTS(
            List.of(
                    Column.JOB,
                    Column.WEEK,
                    Column.WEEKDAY,
                    Column.START,
                    Column.END,
                    Column.SEATS,
                    Column.MINIMUM,
                    Column.LEADERS,
                    Column.VALUE,
                    Column.FROM,
                    Column.TO),
            List.of(
                    Set.of(Column.JOB),
                    Set.of(
                            Column.WEEKDAY,
                            Column.SLOT,
                            Column.MONDAY,
                            Column.TUESDAY,
                            Column.WEDNESDAY,
                            Column.THURSDAY,
                            Column.FRIDAY,
                            Column.SATURDAY,
                            Column.SUNDAY),
                    Set.of(Column.START, Column.SLOT),
                    Set.of(Column.END),
                    Set.of(Column.SEATS))),
    PLACES(
            List.of(
                    Column.MEMBER,
                    Column.JOB,
                    Column.WEEK,
                    Column.WEEKDAY,
                    Column.START,
                    Column.FROM,
                    Column.TO,
                    Column.LEADS),
            List.of(
                    Set.of(Column.MEMBER, Column.EXTERNAL_ID),
                    Set.of(Column.SLOT, Column.WEEKDAY),
                    Set.of(Column.SLOT, Column.START))),
    COUNTERS(
            List.of(
                    Column.MEMBER,
                    Column.TRACK,
                    Column.BEGIN,
                    Column.ON,
                    Column.MAIN,
                    Column.COMPENSATION,
                    Column.SAVINGS),
            List.of(
                    Set.of(Column.MEMBER, Column.EXTERNAL_ID),
                    Set.of(Column.TRACK, Column.STATE),
                    Set.of(Column.BEGIN))),
    SKILLS(
            List.of(Column.MEMBER, Column.NAME, Column.SKILL),
            List.of(Set.of(Column.MEMBER, Column.MAIL, Column.NAME, Column.EXTERNAL_ID), Set.of(Column.SKILL)));

    private final List<Column> written;
    private final List<Set<Column>> needed;

    Kind(List<Column> written, List<Set<Column>> needed) {
        this.written = written;
        this.needed = needed;
    }

    /** The titles of the columns that are written, which are read back. */
    public List<String> titles() {
        return written.stream().map(column -> Headings.own(this, column)).toList();
    }

    /** Of each of these at least one column must be there. */
    List<Set<Column>> needed() {
        return needed;
    }

    /** As people type it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that people typed; empty where there is none. */
    public static Optional<Kind> of(String typed) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(typed)).findFirst();
    }

    /** All of them as people type them. */
    public static String ids() {
        return Arrays.stream(values()).map(Kind::id).collect(Collectors.joining(", "));
    }
}
