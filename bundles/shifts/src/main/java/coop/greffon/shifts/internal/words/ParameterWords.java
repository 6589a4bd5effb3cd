package coop.greffon.shifts.internal.words;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.shifts.internal.rules.Unit;
import coop.greffon.shifts.internal.rules.change.Parameter;
import coop.greffon.shifts.internal.rules.change.Parameter.Kind;
import java.util.Locale;

/** Single rules in words, and as people type them. */
public final class ParameterWords {
    private static final String KEY = "shifts.parameter.";

    private ParameterWords() {}

    /** What it is called; what it is follows. */
    public static Text label(Parameter parameter) {
        return Text.of(KEY + parameter);
    }

    /** What it is, with its unit. */
    public static Text said(Parameter parameter, String value, Unit unit) {
        if (value.isEmpty()) {
            return Text.of(KEY + parameter + ".nothing");
        }
        return switch (parameter.kind()) {
            case AMOUNT -> StandingWords.amount(Long.parseLong(value), unit);
            case YES_NO -> Text.of(KEY + value);
            case CHOICE -> Text.of(KEY + parameter + "." + value);
            default -> Text.of(KEY + "count." + parameter.kind(), Long.parseLong(value));
        };
    }

    /** In which unit it is typed. */
    public static Text unit(Parameter parameter, Unit unit) {
        return Text.of(KEY + "in." + (parameter.kind() == Kind.AMOUNT ? unit : parameter.kind()));
    }

    /** As it is typed in a language, to be changed. */
    public static String typed(Parameter parameter, String value, Unit unit, Locale language) {
        return parameter.kind() == Kind.AMOUNT && !value.isEmpty()
                ? Amounts.typed(Long.parseLong(value), unit, language)
                : value;
    }

    /**
     * What was typed.
     *
     * @param typed null for nothing
     * @throws InvalidInput where the parameter never is that
     */
    public static String read(Parameter parameter, String typed, Unit unit) {
        String value = typed == null ? "" : typed;
        if (parameter.kind() == Kind.AMOUNT && typed != null) {
            value = Amounts.read(parameter.name(), typed, unit, wrong(parameter, unit))
                    .toString();
        }
        if (!parameter.takes(value)) {
            throw new InvalidInput(FieldError.of(parameter.name(), typed, wrong(parameter, unit)));
        }
        return value;
    }

    /** What it may be, said to whoever sent something else. */
    public static Text wrong(Parameter parameter, Unit unit) {
        return switch (parameter.kind()) {
            case YES_NO, CHOICE -> Text.of("web.form.choice-unknown");
            case AMOUNT ->
                Text.of(
                        KEY + "wrong." + unit,
                        StandingWords.amount(parameter.least(), unit),
                        StandingWords.amount(parameter.most(), unit));
            default -> Text.of(KEY + "wrong", parameter.least(), parameter.most());
        };
    }
}
