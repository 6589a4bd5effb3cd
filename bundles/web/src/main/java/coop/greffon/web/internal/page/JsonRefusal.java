package coop.greffon.web.internal.page;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Says what of a JSON body cannot be taken: which field, what stood there, and what could. */
final class JsonRefusal {
    private JsonRefusal() {}

    static FieldError of(JsonMappingException mapping) {
        String field = mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        if (mapping.getCause() instanceof InvalidInput refused) {
            FieldError error = refused.errors().get(0);
            return new FieldError(field, error.value(), error.message(), error.remedy());
        }
        if (mapping instanceof UnrecognizedPropertyException unknown) {
            return new FieldError(
                    field, null, Text.of("web.problem.json-unknown", field), oneOf(unknown.getKnownPropertyIds()));
        }
        if (mapping instanceof InvalidFormatException form) {
            Object[] choices = form.getTargetType().getEnumConstants();
            return new FieldError(
                    field,
                    String.valueOf(form.getValue()),
                    Text.of("web.problem.parameter", field),
                    oneOf(choices == null ? List.of() : Arrays.asList(choices)));
        }
        return FieldError.of(
                field,
                null,
                field.isEmpty() ? Text.of("web.problem.json-object") : Text.of("web.problem.parameter", field));
    }

    private static Text oneOf(Collection<?> choices) {
        return choices == null || choices.isEmpty()
                ? null
                : Text.of(
                        "web.problem.one-of",
                        choices.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
}
