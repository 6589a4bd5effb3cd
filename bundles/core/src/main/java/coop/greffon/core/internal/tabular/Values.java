package coop.greffon.core.internal.tabular;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Values in the plain writing of the open formats. */
final class Values {
    private Values() {}

    /** ISO 8601 dates, numbers with a point and no exponent, and nothing for null. */
    static String text(Object value) {
        if (value == null) {
            return "";
        } else if (value instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (value instanceof LocalDateTime moment) {
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment);
        }
        return value.toString();
    }
}
