package coop.greffon.shifts.internal.importing.run;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.shifts.internal.rules.Unit;
import java.math.BigDecimal;

/** Amounts as people write them, in the unit of the rules. */
final class Amounts {
    private Amounts() {}

    /**
     * What is counted.
     *
     * @throws InvalidInput where it has a fraction that is not counted
     */
    static long of(String field, BigDecimal written, Unit unit) {
        try {
            return unit.amount(written);
        } catch (ArithmeticException fraction) {
            throw new InvalidInput(
                    FieldError.of(field, written.toPlainString(), Text.of("shifts.import.unit." + unit)));
        }
    }
}
