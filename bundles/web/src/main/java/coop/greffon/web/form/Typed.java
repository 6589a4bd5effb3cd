package coop.greffon.web.form;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.web.internal.date.Days;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.ws.rs.core.MultivaluedMap;

/**
 * What somebody typed into a form, read into the types of a record. A value that cannot be read is remembered as an error of its field;
 * {@link #insist()} refuses them all at once, so that people correct a form in one go.
 */
public final class Typed {
    private static final Pattern ROW = Pattern.compile("\\[(\\d{1,3})]");

    private final Map<String, String> values;
    private final Set<FieldError> errors = new LinkedHashSet<>();

    private Typed(Map<String, String> values) {
        this.values = values;
    }

    /** What came with a POST. */
    public static Typed of(MultivaluedMap<String, String> form) {
        Map<String, String> values = new LinkedHashMap<>();
        form.forEach((name, all) -> values.put(name, all.isEmpty() ? "" : all.get(0)));
        return new Typed(values);
    }

    static Typed ofFields(Map<String, String> fields) {
        return new Typed(new LinkedHashMap<>(fields));
    }

    /** Everything as it was typed, to show it again. */
    public Map<String, String> values() {
        return values;
    }

    /** A text, null where nothing but blanks was typed. */
    public String text(String name) {
        String value = values.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** A day of the years 1900 to 2199, typed as 2026-11-21 or 21/11/2026; null where nothing was typed. */
    public LocalDate date(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        try {
            return Days.read(name, value);
        } catch (InvalidInput unreadable) {
            errors.addAll(unreadable.errors());
            return null;
        }
    }

    /** A whole number; null where nothing was typed. */
    public Long whole(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        try {
            return Long.valueOf(value);
        } catch (NumberFormatException unreadable) {
            errors.add(FieldError.of(name, value, Text.of("web.form.number-expected")));
            return null;
        }
    }

    /**
     * One of the names of an enumeration; null where nothing was typed.
     *
     * @param type the enumeration
     */
    public <E extends Enum<E>> E one(String name, Class<E> type) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        errors.add(FieldError.of(name, value, Text.of("web.form.choice-unknown")));
        return null;
    }

    /** How many rows {@code list[0]}, {@code list[1]} ... were sent, filled in or not; one that no form has is an error of its field. */
    public int rows(String list) {
        int rows = 0;
        for (String name : values.keySet()) {
            if (name.startsWith(list + "[")) {
                Matcher row = ROW.matcher(name).region(list.length(), name.length());
                if (row.lookingAt()) {
                    rows = Math.max(rows, Integer.parseInt(row.group(1)) + 1);
                } else {
                    errors.add(FieldError.of(name, text(name), Text.of("web.form.row-unknown", name)));
                }
            }
        }
        return rows;
    }

    /** Whether all that was asked for could be read so far. */
    public boolean isReadable() {
        return errors.isEmpty();
    }

    /**
     * Refuses what could not be read.
     *
     * @throws InvalidInput naming each field at fault
     */
    public void insist() {
        if (!errors.isEmpty()) {
            throw new InvalidInput(List.copyOf(errors));
        }
    }
}
