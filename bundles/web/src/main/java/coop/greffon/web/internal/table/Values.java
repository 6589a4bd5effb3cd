package coop.greffon.web.internal.table;

import coop.greffon.core.message.Text;
import coop.greffon.core.tabular.Cell;
import coop.greffon.web.Visit;
import coop.greffon.web.table.Column;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.stream.Collectors;

/** Puts a column's values into words for people, or into cells for files. */
final class Values {
    private static final int CENTS = 2;

    private Values() {}

    /** The value as a page shows it, empty for null. */
    static String shown(Column<?> column, Object value, Visit visit) {
        if (value == null) {
            return "";
        } else if (column.kind() == Column.Kind.MONEY) {
            NumberFormat amounts = NumberFormat.getNumberInstance(visit.language());
            amounts.setMinimumFractionDigits(CENTS);
            return visit.t("web.money", amounts.format(BigDecimal.valueOf((Long) value, CENTS)));
        } else if (value instanceof LocalDate date) {
            return visit.date(date);
        } else if (value instanceof Instant instant) {
            return visit.moment(instant);
        } else if (value instanceof Text text) {
            return visit.t(text);
        } else if (value instanceof Boolean flag) {
            return visit.t(flag ? "web.yes" : "web.no");
        } else if (value instanceof Collection<?> several) {
            return several.stream().map(Object::toString).collect(Collectors.joining(" · "));
        } else if (value instanceof Number number) {
            return NumberFormat.getNumberInstance(visit.language()).format(number);
        }
        return value.toString();
    }

    /** The value as a file holds it. */
    static Cell cell(Column<?> column, Object value, Visit visit) {
        if (value == null) {
            return Cell.EMPTY;
        } else if (column.kind() == Column.Kind.MONEY) {
            return Cell.of(BigDecimal.valueOf((Long) value, CENTS));
        } else if (value instanceof LocalDate date) {
            return Cell.of(date);
        } else if (value instanceof Instant instant) {
            return Cell.of(LocalDateTime.ofInstant(instant, visit.zone()));
        } else if (value instanceof BigDecimal number) {
            return Cell.of(number);
        } else if (value instanceof Number number) {
            return Cell.of(number.longValue());
        } else if (value instanceof Collection<?> several) {
            return Cell.of(several.stream().map(Object::toString).collect(Collectors.joining(", ")));
        }
        return Cell.of(shown(column, value, visit));
    }
}
