package coop.greffon.web.internal.dispatch;

import coop.greffon.web.Visit;
import java.util.function.Function;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.model.Parameter;
import org.glassfish.jersey.server.spi.internal.ValueParamProvider;

/** Gives a resource method its {@code @Context Visit}. */
final class VisitParameter implements ValueParamProvider {
    @Override
    public Function<ContainerRequest, ?> getValueProvider(Parameter parameter) {
        return Visit.class.equals(parameter.getRawType())
                ? request -> request.getProperty(Visit.class.getName())
                : null;
    }

    @Override
    public PriorityType getPriority() {
        return Priority.HIGH;
    }
}
