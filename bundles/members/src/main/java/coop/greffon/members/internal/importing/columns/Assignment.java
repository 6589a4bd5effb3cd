package coop.greffon.members.internal.importing.columns;

import coop.greffon.members.internal.importing.model.Field;
import java.util.Optional;

/**
 * What is done with a column.
 *
 * @param field the field it feeds, or empty to leave the column out
 * @param mirror whether the file is the authority for this field: its empty cells erase and its lists replace. Otherwise
 *     an empty cell says nothing, and mails, phones, tags and cards are only added to
 */
public record Assignment(Optional<Field> field, boolean mirror) {
    public static final Assignment IGNORE = new Assignment(Optional.empty(), false);
    private static final String IGNORED = "ignore";
    private static final String MIRROR = " mirror";

    public static Assignment to(Field field) {
        return new Assignment(Optional.of(field), false);
    }

    /** The text under which the choice is remembered. */
    public String toText() {
        return field.map(Field::key).orElse(IGNORED) + (mirror ? MIRROR : "");
    }

    /**
     * The choice remembered as that text.
     *
     * @throws IllegalArgumentException if the text names no field
     */
    public static Assignment fromText(String text) {
        boolean mirror = text.endsWith(MIRROR);
        var key = mirror ? text.substring(0, text.length() - MIRROR.length()) : text;
        if (key.equals(IGNORED)) {
            return IGNORE;
        }
        var field = Field.ofKey(key).orElseThrow(() -> new IllegalArgumentException("No field is called " + key));
        return new Assignment(Optional.of(field), mirror);
    }
}
