package coop.greffon.shifts.internal.words;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hours of the clock on the wall as people write them. */
public final class Hours {
    private static final Pattern HOUR = Pattern.compile("(\\d{1,2})(?:\\s*[:hH.]\\s*(\\d{2})?)?");

    private Hours() {}

    /**
     * What was typed: 9, 9h, 9h30, 9:30, 09:30.
     *
     * @return null where nothing was
     * @throws InvalidInput where it is no hour
     */
    public static LocalTime read(String field, String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        Matcher hour = HOUR.matcher(typed.strip());
        try {
            if (hour.matches()) {
                int minute = hour.group(2) == null ? 0 : Integer.parseInt(hour.group(2));
                return LocalTime.of(Integer.parseInt(hour.group(1)), minute);
            }
        } catch (DateTimeException noHour) {
            // Falls through to the one message that says what is expected.
        }
        throw new InvalidInput(FieldError.of(field, typed, Text.of("shifts.slot.hour-wrong")));
    }
}
