package coop.greffon.web.rest;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.web.internal.date.Days;
import coop.greffon.web.internal.date.Instants;
import coop.greffon.web.internal.page.Expected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What a program or a form sent, refused with the name of the field where it cannot be used. */
public final class Sent {
    private static final String IF_MATCH = "If-Match";

    private Sent() {}

    /**
     * The body of a request.
     *
     * @throws InvalidInput where there is none
     */
    public static <T> T body(T body) {
        if (body == null) {
            throw new InvalidInput(FieldError.of("body", null, Text.of("web.rest.body-missing")));
        }
        return body;
    }

    /**
     * A field that must be there.
     *
     * @throws InvalidInput where it is null
     */
    public static <T> T required(String field, T value) {
        if (value == null) {
            throw new InvalidInput(FieldError.of(field, null, Text.of("core.validation.NotNull")));
        }
        return value;
    }

    /**
     * A set that must be there, without an empty place in it.
     *
     * @throws InvalidInput where it is null or holds null
     */
    public static <T> Set<T> whole(String field, Set<T> values) {
        required(field, values).forEach(value -> required(field, value));
        return values;
    }

    /**
     * A whole number within bounds.
     *
     * @param least the smallest it may be
     * @param most the largest it may be
     * @throws InvalidInput where it is outside
     */
    public static int within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new InvalidInput(FieldError.of(field, value, Text.of("web.rest.range", least, most)));
        }
        return value;
    }

    /**
     * One of a few words, or none.
     *
     * @return null where the text is null
     * @throws InvalidInput where it is another
     */
    public static String oneOf(String field, String text, String... choices) {
        if (text != null && !List.of(choices).contains(text)) {
            throw new InvalidInput(new FieldError(
                    field, text, Text.of("core.setting.error.choice"), Expected.oneOf(List.of(choices))));
        }
        return text;
    }

    /**
     * The revision that an {@code If-Match} header names: the one that was read, by the {@code ETag} of the answer.
     *
     * @param ifMatch the header, null where it was not sent
     * @throws InvalidInput where it names none
     */
    public static long revision(String ifMatch) {
        String revision = ifMatch == null ? "" : ifMatch.replace("\"", "").strip();
        if (!revision.matches("[0-9]{1,18}")) {
            throw new InvalidInput(FieldError.of(IF_MATCH, ifMatch, Text.of("web.rest.if-match")));
        }
        return Long.parseLong(revision);
    }

    /**
     * A day of the years 1900 to 2199, as ISO or French people write it.
     *
     * @return null where the text is null or blank
     * @throws InvalidInput where it is no day
     */
    public static LocalDate day(String field, String text) {
        return text == null || text.isBlank() ? null : Days.read(field, text);
    }

    /**
     * An instant of the years 1900 to 2199, such as {@code 2026-11-21T14:00:00Z}.
     *
     * @return null where the text is null or blank
     * @throws InvalidInput where it is none
     */
    public static Instant instant(String field, String text) {
        return text == null || text.isBlank() ? null : Instants.read(field, text);
    }
}
