package coop.greffon.core.problem;

import coop.greffon.core.message.Text;

/**
 * A field that cannot be accepted.
 *
 * @param field the field's name as forms, import columns and REST know it
 * @param value what was sent, shortened to 200 characters, null where nothing was sent
 * @param message what is wrong
 * @param remedy what to do, null where the message says it
 */
public record FieldError(String field, String value, Text message, Text remedy) {
    private static final int LONGEST = 200;

    public FieldError {
        if (value != null && value.length() > LONGEST) {
            value = value.substring(0, LONGEST) + "…";
        }
    }

    /** An error whose message also says what to do. */
    public static FieldError of(String field, Object value, Text message) {
        return new FieldError(field, value == null ? null : value.toString(), message, null);
    }
}
