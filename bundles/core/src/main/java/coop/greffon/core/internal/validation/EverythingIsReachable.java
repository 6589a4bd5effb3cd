package coop.greffon.core.internal.validation;

import java.lang.annotation.ElementType;
import javax.validation.Path;
import javax.validation.TraversableResolver;

/** What is validated are records, never entities: nobody needs to ask JPA which of their parts are loaded. */
final class EverythingIsReachable implements TraversableResolver {
    @Override
    public boolean isReachable(
            Object object, Path.Node property, Class<?> root, Path pathToObject, ElementType elementType) {
        return true;
    }

    @Override
    public boolean isCascadable(
            Object object, Path.Node property, Class<?> root, Path pathToObject, ElementType elementType) {
        return true;
    }
}
