package coop.greffon.web.internal.rest;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** What a program or a form sent along. */
public final class Sent {
    private static final DateTimeFormatter FRENCH =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private Sent() {}

    /** The body, refused where there is none. */
    public static <T> T body(T body) {
        return required("body", body);
    }

    /** A field that must be there. */
    public static <T> T required(String field, T value) {
        if (value == null) {
            throw new InvalidInput(FieldError.of(field, null, Text.of("core.validation.NotNull")));
        }
        return value;
    }

    /** A day as ISO or French people write it; null where the text is null or blank. */
    public static LocalDate day(String field, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return text.contains("/") ? LocalDate.parse(text.strip(), FRENCH) : LocalDate.parse(text.strip());
        } catch (DateTimeException notOne) {
            throw new InvalidInput(new FieldError(
                    field,
                    text,
                    Text.of("core.setting.error.date"),
                    Text.of("core.setting.remedy.example", "21/11/2026")));
        }
    }
}
