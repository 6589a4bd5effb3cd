package coop.greffon.web.internal.page;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import java.io.IOException;
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
        String value = value(mapping);
        if (mapping instanceof UnrecognizedPropertyException unknown) {
            return new FieldError(
                    field,
                    value,
                    Text.of("web.problem.json-unknown", field),
                    Expected.oneOf(unknown.getKnownPropertyIds()));
        }
        Class<?> wanted = wanted(mapping);
        return field.isEmpty()
                ? FieldError.of(field, value, Text.of("web.problem.json-object"))
                : new FieldError(
                        field,
                        value,
                        Text.of("web.problem.parameter", field),
                        wanted == null ? null : Expected.of(wanted));
    }

    private static Class<?> wanted(JsonMappingException mapping) {
        if (mapping.getCause() instanceof InputCoercionException tooLarge) {
            return tooLarge.getTargetType();
        }
        return mapping instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    }

    /** What stood there; null where that is no longer known. */
    private static String value(JsonMappingException mapping) {
        if (mapping instanceof InvalidFormatException form) {
            return String.valueOf(form.getValue());
        }
        if (!(mapping.getProcessor() instanceof JsonParser json) || json.currentToken() == null) {
            return null;
        }
        try {
            return json.currentToken().isScalarValue() ? json.getText() : brackets(json.currentToken());
        } catch (IOException gone) {
            return null;
        }
    }

    private static String brackets(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "{…}";
            case START_ARRAY -> "[…]";
            default -> null;
        };
    }
}
