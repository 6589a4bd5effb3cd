package coop.greffon.web;

import coop.greffon.core.audit.Change;
import coop.greffon.core.audit.FieldChange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A field that was changed, in the reader's words.
 *
 * <p>The bundle of a record of kind {@code members.member} names its fields in messages {@code members.field.<name>}, and those of their
 * values that are no words of people in messages {@code members.<name>.<value>}. What people typed is told as it is.
 */
public final class ChangedField {
    private static final String SEVERAL_ROLES = "roles";

    private final Visit visit;
    private final String module;
    private final FieldChange field;

    /**
     * Reads one field of a change.
     *
     * @param visit who reads
     * @param change what the field belongs to
     * @param field one of its fields
     */
    public ChangedField(Visit visit, Change change, FieldChange field) {
        this(visit, change.recordKind().substring(0, change.recordKind().indexOf('.')), field);
    }

    /**
     * Reads a field that differs.
     *
     * @param visit who reads
     * @param module whose words it is told in
     * @param field what it is called and holds
     */
    public ChangedField(Visit visit, String module, FieldChange field) {
        this.visit = visit;
        this.module = module;
        this.field = field;
    }

    /** Its name. */
    public String name() {
        String key = module + ".field." + field.field();
        return visit.has(key) ? visit.t(key) : field.field();
    }

    /** What it held before; null where it was empty. */
    public String before() {
        return value(field.before());
    }

    /** What it holds since; null where it is empty. */
    public String after() {
        return value(field.after());
    }

    /** The whole of it on one line: its name, what it held, what it holds. */
    public String line() {
        return visit.t("web.audit.field", name(), shown(before()), shown(after()));
    }

    private String shown(String value) {
        return value == null || value.isEmpty() ? visit.t("web.audit.nothing") : value;
    }

    private String value(String stored) {
        if (stored == null) {
            return null;
        }
        if (field.holdsDay()) {
            return day(stored);
        }
        if (field.field().equals(SEVERAL_ROLES)) {
            return Stream.of(stored.split(", ")).map(role -> word("role", role)).collect(Collectors.joining(", "));
        }
        return word(field.field(), stored);
    }

    private String word(String name, String stored) {
        String key = module + "." + name + "." + stored;
        return visit.has(key) ? visit.t(key) : stored;
    }

    private String day(String stored) {
        try {
            return visit.date(LocalDate.parse(stored));
        } catch (DateTimeParseException somethingElse) {
            return moment(stored);
        }
    }

    private String moment(String stored) {
        try {
            return visit.until(Instant.parse(stored));
        } catch (DateTimeParseException somethingElse) {
            return stored;
        }
    }
}
