package coop.greffon.core.internal.module;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.module.ModuleState;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** A module of one component, which waits for its database or has it. */
class TrackedModuleTest {
    private long now;
    private boolean hasDatabase = true;
    private final TrackedModule module = new TrackedModule("garden", bundle(), () -> now);
    private final ComponentStates components = new ComponentStates(runtime());

    private static Bundle bundle() {
        return (Bundle) Proxy.newProxyInstance(
                Bundle.class.getClassLoader(),
                new Class<?>[] {Bundle.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getState" -> Bundle.ACTIVE;
                    case "getVersion" -> Version.valueOf("1.0.0");
                    default -> "garden";
                });
    }

    private ServiceComponentRuntime runtime() {
        var component = new ComponentDescriptionDTO();
        component.serviceInterfaces = new String[0];
        component.references = new ReferenceDTO[0];
        component.configurationPolicy = "optional";
        return (ServiceComponentRuntime) Proxy.newProxyInstance(
                ServiceComponentRuntime.class.getClassLoader(),
                new Class<?>[] {ServiceComponentRuntime.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getComponentDescriptionDTOs" -> List.of(component);
                    case "isComponentEnabled" -> true;
                    default -> List.of(configuration());
                });
    }

    private ComponentConfigurationDTO configuration() {
        var configuration = new ComponentConfigurationDTO();
        configuration.state =
                hasDatabase ? ComponentConfigurationDTO.ACTIVE : ComponentConfigurationDTO.UNSATISFIED_REFERENCE;
        configuration.unsatisfiedReferences = new UnsatisfiedReferenceDTO[0];
        return configuration;
    }

    private ModuleState stateAfter(int seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
        return module.view(null).state();
    }

    @Test
    void whateverTookItsDatabaseAwayItHasTheTimeToComeUpAnew() {
        module.look(components);
        assertThat(stateAfter(0)).isEqualTo(ModuleState.RUNNING);

        hasDatabase = false;
        module.look(components);
        assertThat(stateAfter(5)).isEqualTo(ModuleState.IN_TRANSITION);
        assertThat(stateAfter(1)).isEqualTo(ModuleState.BROKEN);

        module.begin();
        assertThat(stateAfter(5)).isEqualTo(ModuleState.IN_TRANSITION);
        hasDatabase = true;
        module.look(components);
        assertThat(stateAfter(60)).isEqualTo(ModuleState.RUNNING);
    }

    @Test
    void itIsNotWaitedForForEver() {
        hasDatabase = false;
        module.look(components);

        module.begin();

        assertThat(stateAfter(6)).isEqualTo(ModuleState.BROKEN);
    }
}
