package coop.greffon.shifts.internal.words;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.shifts.internal.rules.Unit;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;

/** Minutes or shifts as people write them. */
public final class Amounts {
    private static final int DECIMALS = 2;

    private Amounts() {}

    /**
     * What was typed.
     *
     * @param typed null for nothing
     * @param wrong what is said where it is no number
     * @return in the unit of the rules, null for nothing
     * @throws InvalidInput where it is no number, or a finer one than the unit counts
     */
    public static Long read(String field, String typed, Unit unit, Text wrong) {
        if (typed == null) {
            return null;
        }
        try {
            return unit.amount(new BigDecimal(typed.strip().replace(',', '.').replace('−', '-')));
        } catch (NumberFormatException | ArithmeticException unreadable) {
            throw new InvalidInput(FieldError.of(field, typed, wrong));
        }
    }

    /** As it is typed in a language, to be changed. */
    public static String typed(long amount, Unit unit, Locale language) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setGroupingUsed(false);
        format.setMaximumFractionDigits(DECIMALS);
        return format.format(unit.shown(amount));
    }
}
