package coop.greffon.core.internal.validation;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.validation.ConstraintViolation;
import javax.validation.Validation;
import javax.validation.Validator;
import javax.validation.metadata.ConstraintDescriptor;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.osgi.service.component.annotations.Component;

/** Hibernate Validator, made at the first use: it takes a tenth of a second that a start need not spend. */
@Component(service = coop.greffon.core.validation.Validation.class)
public final class BeanValidation implements coop.greffon.core.validation.Validation {
    private static final Set<String> NOT_FOR_MESSAGES = Set.of("message", "groups", "payload", "flags", "regexp");

    private static final class Holder {
        static final Validator VALIDATOR = make();

        private static Validator make() {
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(HibernateValidator.class.getClassLoader());
            try {
                // In a container there is no META-INF/services across bundles, and no expression language to fill
                // messages with.
                return Validation.byProvider(HibernateValidator.class)
                        .providerResolver(() -> List.of(new HibernateValidator()))
                        .configure()
                        .ignoreXmlConfiguration()
                        .messageInterpolator(new ParameterMessageInterpolator())
                        .buildValidatorFactory()
                        .getValidator();
            } finally {
                thread.setContextClassLoader(before);
            }
        }
    }

    @Override
    public List<FieldError> errors(Object input) {
        List<String> order = input.getClass().isRecord()
                ? Arrays.stream(input.getClass().getRecordComponents())
                        .map(component -> component.getName())
                        .toList()
                : List.of();
        return Holder.VALIDATOR.validate(input).stream()
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
        ConstraintDescriptor<?> rule = violation.getConstraintDescriptor();
        String template = violation.getMessageTemplate();
        String key = template.startsWith("{")
                ? "core.shape." + rule.getAnnotation().annotationType().getSimpleName()
                : template;
        Map<String, Object> values = new TreeMap<>(rule.getAttributes());
        values.keySet().removeAll(NOT_FOR_MESSAGES);
        Object[] arguments = values.values().toArray();
        return FieldError.of(path(violation), violation.getInvalidValue(), Text.of(key, arguments));
    }
}
