package coop.greffon.shifts.internal.importing;

import coop.greffon.core.tabular.Cell;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads numbers of people and of programs: with a comma or a point, and the minus sign of either. */
final class Numbers {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,7}(?:\\.\\d{1,9})?");

    private Numbers() {}

    static Optional<BigDecimal> amount(Cell cell) {
        String text = cell.text()
                .replaceAll("[\\s\\u00a0\\u202f]", "")
                .replace('\u2212', '-')
                .replace(',', '.');
        return NUMBER.matcher(text).matches()
                ? Optional.of(new BigDecimal(text).stripTrailingZeros())
                : Optional.empty();
    }

    /** A whole number from 0 to 9999; {@code 4.0} is one too. */
    static Optional<Integer> count(Cell cell) {
        return amount(cell)
                .filter(number -> number.signum() >= 0 && number.scale() <= 0)
                .filter(number -> number.precision() - number.scale() <= 4)
                .map(BigDecimal::intValueExact);
    }
}
