package coop.greffon.core.internal.validation;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.validation.Validation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.validation.ConstraintViolation;
import javax.validation.Validator;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.osgi.service.component.annotations.Component;

/** Bean Validation, its messages replaced by our own keys. */
@Component(service = Validation.class)
public final class BeanValidation implements Validation {
    private static final String BUILT_IN = "{";
    private static final List<String> ARGUMENTS = List.of("min", "max", "value");

    private final Validator validator = validator();

    private static Validator validator() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Its own configuration lies beside its classes, which the caller's loader does not see.
        thread.setContextClassLoader(HibernateValidator.class.getClassLoader());
        try {
            return javax.validation.Validation.byProvider(HibernateValidator.class)
                    .providerResolver(() -> List.of(new HibernateValidator()))
                    .configure()
                    .messageInterpolator(new ParameterMessageInterpolator())
                    .traversableResolver(new EverythingIsReachable())
                    .buildValidatorFactory()
                    .getValidator();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public <T> T valid(T input) {
        List<FieldError> errors = errors(input);
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return input;
    }

    @Override
    public List<FieldError> errors(Object input) {
        List<String> order = Arrays.stream(input.getClass().getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        return validator.validate(input).stream()
                .sorted(Comparator.<ConstraintViolation<Object>>comparingInt(
                                violation -> order.indexOf(first(violation)))
                        .thenComparing(BeanValidation::path))
                .map(BeanValidation::error)
                .toList();
    }

    private static String first(ConstraintViolation<?> violation) {
        return violation.getPropertyPath().iterator().next().getName();
    }

    private static String path(ConstraintViolation<?> violation) {
        return violation.getPropertyPath().toString().replace(".<list element>", "");
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        return FieldError.of(path(violation), violation.getInvalidValue(), message(violation));
    }

    private static Text message(ConstraintViolation<?> violation) {
        var constraint = violation.getConstraintDescriptor();
        Map<String, Object> attributes = constraint.getAttributes();
        Object[] arguments =
                ARGUMENTS.stream().map(attributes::get).filter(Objects::nonNull).toArray();
        String template = violation.getMessageTemplate();
        String key = template.startsWith(BUILT_IN)
                ? "core.validation."
                        + constraint.getAnnotation().annotationType().getSimpleName()
                : template;
        return new Text(key, Stream.of(arguments).toList());
    }
}
