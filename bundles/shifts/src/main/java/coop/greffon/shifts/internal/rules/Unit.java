package coop.greffon.shifts.internal.rules;

import java.math.BigDecimal;

/** What an amount counts. */
public enum Unit {
    MINUTES {
        @Override
        public BigDecimal shown(long amount) {
            return BigDecimal.valueOf(amount);
        }
    },
    HUNDREDTHS_OF_A_SHIFT {
        @Override
        public BigDecimal shown(long amount) {
            BigDecimal shifts = BigDecimal.valueOf(amount, 2).stripTrailingZeros();
            return shifts.scale() < 0 ? shifts.setScale(0) : shifts;
        }
    };

    /** An amount as people read it: minutes, or shifts and parts of one. */
    public abstract BigDecimal shown(long amount);
}
