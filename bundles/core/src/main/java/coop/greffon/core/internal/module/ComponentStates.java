package coop.greffon.core.internal.module;

import coop.greffon.core.message.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Asks the component runtime whether what a bundle is made of is there, and if not, which part is missing first. */
final class ComponentStates {
    private static final String REQUIRED_CONFIGURATION = "require";

    private final ServiceComponentRuntime runtime;

    ComponentStates(ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    /**
     * How a bundle's components stand.
     *
     * @param isFinal whether waiting longer cannot help
     * @param reason why they are not all there, null where they are
     */
    record Verdict(boolean isFinal, Text reason) {
        static final Verdict UP = new Verdict(true, null);

        boolean isUp() {
            return reason == null;
        }
    }

    Verdict of(Bundle bundle) {
        Collection<ComponentDescriptionDTO> components = runtime.getComponentDescriptionDTOs(bundle).stream()
                .filter(runtime::isComponentEnabled)
                .toList();
        Set<String> own = components.stream()
                .flatMap(component -> Arrays.stream(component.serviceInterfaces))
                .collect(Collectors.toSet());
        List<String> missing = new ArrayList<>();
        boolean waits = false;
        for (ComponentDescriptionDTO component : components) {
            for (ComponentConfigurationDTO configuration : runtime.getComponentConfigurationDTOs(component)) {
                if (configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
                    return new Verdict(
                            true,
                            Text.of(
                                    "core.module.component-failed",
                                    simple(component.implementationClass),
                                    Reasons.ofTrace(configuration.failure)));
                }
                if (configuration.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE) {
                    waits = true;
                    missing.addAll(missing(component, configuration, own));
                }
                waits |= configuration.state == ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION
                        && !component.configurationPolicy.equals(REQUIRED_CONFIGURATION);
            }
        }
        if (!waits) {
            return Verdict.UP;
        }
        String named = missing.stream().distinct().sorted().collect(Collectors.joining(", "));
        return new Verdict(
                false, Text.of("core.module.component-waits", named.isEmpty() ? bundle.getSymbolicName() : named));
    }

    /** The services nobody provides, without those of the bundle's own components: they only wait in their turn. */
    private static List<String> missing(
            ComponentDescriptionDTO component, ComponentConfigurationDTO configuration, Set<String> own) {
        Set<String> unsatisfied = Arrays.stream(configuration.unsatisfiedReferences)
                .map((UnsatisfiedReferenceDTO reference) -> reference.name)
                .collect(Collectors.toSet());
        return Arrays.stream(component.references)
                .filter(reference -> unsatisfied.contains(reference.name) && !own.contains(reference.interfaceName))
                .map(ComponentStates::described)
                .toList();
    }

    private static String described(ReferenceDTO reference) {
        String service = simple(reference.interfaceName);
        return reference.target == null ? service : service + " " + reference.target;
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
