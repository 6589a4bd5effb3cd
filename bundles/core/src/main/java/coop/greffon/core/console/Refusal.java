package coop.greffon.core.console;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.Problem;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a command says that does not do what it was asked. */
public final class Refusal {
    private Refusal() {}

    /**
     * One line: what went wrong, and of each field its name, its value, what is wrong with it and what to do.
     *
     * @param problem why the command refuses
     * @param spoken how a text reads in the language of the console
     */
    public static String of(Problem problem, Function<Text, String> spoken) {
        return Stream.concat(
                        Stream.of(spoken.apply(problem.title())),
                        problem.errors().stream().map(error -> line(error, spoken)))
                .collect(Collectors.joining(" "));
    }

    private static String line(FieldError error, Function<Text, String> spoken) {
        String sentences = Stream.of(error.message(), error.remedy())
                .filter(Objects::nonNull)
                .map(spoken)
                .collect(Collectors.joining(" "));
        return spoken.apply(
                error.value() == null
                        ? Text.of("core.console.field", error.field(), sentences)
                        : Text.of("core.console.field-value", error.field(), error.value(), sentences));
    }
}
