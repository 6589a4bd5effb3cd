package coop.greffon.members.internal.importing.columns;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.members.internal.importing.model.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What somebody types to give a column another meaning, such as {@code Surnom=notes}, {@code Surnom=ignore}, or
 * {@code Courriel=mail mirror} where the file is the authority.
 */
public record ColumnCorrection(String heading, Assignment assignment) {
    private static final String FIELD = "--column";

    /**
     * Reads what was typed.
     *
     * @throws InvalidInput where it names no field
     */
    public static ColumnCorrection of(String typed) {
        int equals = typed.lastIndexOf('=');
        if (equals < 0) {
            throw refused(typed, "members.import.console.column");
        }
        try {
            return new ColumnCorrection(
                    typed.substring(0, equals).strip(),
                    Assignment.fromText(typed.substring(equals + 1).strip()));
        } catch (IllegalArgumentException noField) {
            throw refused(typed, "members.import.field.unknown");
        }
    }

    private static InvalidInput refused(String typed, String key) {
        var fields = Arrays.stream(Field.values()).map(Field::key).collect(Collectors.joining(", "));
        return new InvalidInput(
                new FieldError(FIELD, typed, Text.of(key), Text.of("members.import.console.fields", fields)));
    }

    /**
     * Puts corrections in place of what was chosen before.
     *
     * @param header the titles of the columns of the file
     * @throws InvalidInput where one names no column of the file, or no field
     */
    public static ColumnMapping applied(List<String> typed, List<String> header, ColumnMapping chosen) {
        var mapping = chosen;
        for (var one : typed) {
            var correction = of(one);
            var heading = Headings.plain(correction.heading());
            if (heading.isEmpty() || header.stream().map(Headings::plain).noneMatch(heading::equals)) {
                throw new InvalidInput(FieldError.of(FIELD, one, Text.of("members.import.column.unknown")));
            }
            mapping = mapping.with(correction.heading(), correction.assignment());
        }
        return mapping;
    }
}
