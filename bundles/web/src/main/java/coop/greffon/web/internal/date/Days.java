package coop.greffon.web.internal.date;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/**
 * Reads days as ISO and French people write them.
 *
 * <p>Far years are refused where they come in: neither databases nor the arithmetic of days take each year that Java knows.
 */
public final class Days {
    private static final DateTimeFormatter FRENCH =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final Text REMEDY = Text.of("core.setting.remedy.example", "21/11/2026");

    private Days() {}

    /**
     * The day that a field holds.
     *
     * @throws InvalidInput naming the field, where it is no day or too far away
     */
    public static LocalDate read(String field, String text) {
        LocalDate day;
        try {
            String stripped = text.strip();
            day = stripped.contains("/") ? LocalDate.parse(stripped, FRENCH) : LocalDate.parse(stripped);
        } catch (DateTimeException notOne) {
            throw new InvalidInput(new FieldError(field, text, Text.of("web.date.unknown"), REMEDY));
        }
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            Text bounds = Text.of("web.date.bounds", Integer.toString(FIRST_YEAR), Integer.toString(LAST_YEAR));
            throw new InvalidInput(new FieldError(field, text, bounds, REMEDY));
        }
        return day;
    }
}
