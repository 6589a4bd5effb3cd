package coop.greffon.core.internal.tabular;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Consumer;

/** Reads one cell of an ODS table. */
final class OdsCell {
    private static final String CALC_EXTENSION = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0";

    private OdsCell() {}

    /** From the cell's start tag to its end tag; null where it is empty. A cell in error is also told to the consumer. */
    static Object read(XmlCursor cursor, int longest, Consumer<String> error) {
        String formula = cursor.attribute(Ods.TABLE, "formula");
        String type = cursor.attribute(Ods.OFFICE, "value-type");
        boolean failed = "error".equals(cursor.attribute(CALC_EXTENSION, "value-type"));
        String value = value(cursor, type);
        String text = OdsText.read(cursor, longest);
        String shown = text.isEmpty() && "string".equals(type) && value != null ? value : text;
        if (formula != null) {
            return FormulaValue.of(formula.substring(formula.indexOf('=') + 1), shown);
        }
        if (failed) {
            error.accept(shown);
        }
        Object typed = value == null || "string".equals(type) ? null : typed(type, value);
        return typed != null ? typed : shown.isEmpty() ? null : shown;
    }

    private static String value(XmlCursor cursor, String type) {
        if (type == null) {
            return null;
        }
        return switch (type) {
            case "string" -> cursor.attribute(Ods.OFFICE, "string-value");
            case "boolean" -> cursor.attribute(Ods.OFFICE, "boolean-value");
            case "date" -> cursor.attribute(Ods.OFFICE, "date-value");
            case "time" -> cursor.attribute(Ods.OFFICE, "time-value");
            default -> cursor.attribute(Ods.OFFICE, "value");
        };
    }

    /** The value, null where it is not what its type says: the text shown is then all there is. */
    private static Object typed(String type, String value) {
        try {
            return switch (type) {
                case "boolean" -> Boolean.valueOf(value);
                case "date" -> value.contains("T") ? moment(value) : LocalDate.parse(value);
                case "time" -> Serials.clock(Duration.parse(value));
                default -> Numbers.parse(value);
            };
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static LocalDateTime moment(String value) {
        return LocalDateTime.parse(value.endsWith("Z") ? value.substring(0, value.length() - 1) : value);
    }
}
