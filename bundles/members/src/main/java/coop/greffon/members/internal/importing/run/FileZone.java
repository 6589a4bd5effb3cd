package coop.greffon.members.internal.importing.run;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import java.time.DateTimeException;
import java.time.ZoneId;

/** The zone in which a file tells times, as people name it. */
public final class FileZone {
    private static final int LONGEST = 60;

    private FileZone() {}

    /**
     * The zone of a name such as {@code Europe/London}.
     *
     * @param name null or blank for the co-op's
     * @return null for the co-op's
     * @throws InvalidInput where there is no such zone; the field is {@code timeZone}
     */
    public static ZoneId of(String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        try {
            ZoneId zone = ZoneId.of(name.strip());
            if (zone.getId().length() <= LONGEST) {
                return zone;
            }
        } catch (DateTimeException unknown) {
            // Said below.
        }
        throw new InvalidInput(FieldError.of("timeZone", name, Text.of("members.import.zone-unknown")));
    }
}
