package coop.greffon.web.internal.dispatch;

import coop.greffon.web.Visit;
import coop.greffon.web.form.SentForm;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.model.Parameter;
import org.glassfish.jersey.server.spi.internal.ValueParamProvider;

/** Gives a resource method its {@code @Context Visit}, and the {@code @Context SentForm} of a form with files. */
final class VisitParameter implements ValueParamProvider {
    @Override
    public Function<ContainerRequest, ?> getValueProvider(Parameter parameter) {
        if (SentForm.class.equals(parameter.getRawType())) {
            return request -> Objects.requireNonNullElse(
                    request.getProperty(SentForm.class.getName()), new SentForm(Map.of(), Map.of()));
        }
        return Visit.class.equals(parameter.getRawType())
                ? request -> request.getProperty(Visit.class.getName())
                : null;
    }

    @Override
    public PriorityType getPriority() {
        return Priority.HIGH;
    }
}
