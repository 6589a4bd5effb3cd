package coop.greffon.web.internal.date;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;

/** Instants as programs write them, of the years that databases know. */
public final class Instants {
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant AFTER_LAST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Text REMEDY = Text.of("core.setting.remedy.example", "2026-11-21T14:00:00Z");

    private Instants() {}

    /**
     * The instant that a field holds.
     *
     * @throws InvalidInput naming the field, where it is none or too far away
     */
    public static Instant read(String field, String text) {
        try {
            Instant instant = Instant.parse(text.strip());
            if (isNear(instant)) {
                return instant;
            }
        } catch (DateTimeException notOne) {
            throw refusal(field, text);
        }
        throw refusal(field, text);
    }

    /** Whether it is of the years 1900 to 2199. */
    public static boolean isNear(Instant instant) {
        return !instant.isBefore(FIRST) && instant.isBefore(AFTER_LAST);
    }

    private static InvalidInput refusal(String field, String text) {
        return new InvalidInput(new FieldError(field, text, Text.of("web.instant.unknown"), REMEDY));
    }
}
