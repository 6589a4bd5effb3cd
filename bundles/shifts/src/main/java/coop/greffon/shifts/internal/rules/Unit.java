package coop.greffon.shifts.internal.rules;

import java.math.BigDecimal;

/** What an amount counts. */
public enum Unit {
    MINUTES {
        @Override
        public BigDecimal shown(long amount) {
            return BigDecimal.valueOf(amount);
        }

        @Override
        public long amount(BigDecimal shown) {
            return shown.longValueExact();
        }
    },
    HUNDREDTHS_OF_A_SHIFT {
        @Override
        public BigDecimal shown(long amount) {
            BigDecimal shifts = BigDecimal.valueOf(amount, 2).stripTrailingZeros();
            return shifts.scale() < 0 ? shifts.setScale(0) : shifts;
        }

        @Override
        public long amount(BigDecimal shown) {
            return shown.movePointRight(2).longValueExact();
        }
    };

    /** An amount as people read it: minutes, or shifts and parts of one. */
    public abstract BigDecimal shown(long amount);

    /**
     * An amount that people wrote.
     *
     * @throws ArithmeticException where it has a fraction that is not counted, or too many digits
     */
    public abstract long amount(BigDecimal shown);
}
