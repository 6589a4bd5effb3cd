package coop.greffon.core.internal.module;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Opens the databases of the modules once {@link ModuleDatabases} itself is up. Published while it still activates, they would wake
 * components that need it: a circle that Declarative Services refuse.
 */
@Component(
        service = {},
        immediate = true)
public final class DatabaseOpening {
    @Activate
    public DatabaseOpening(@Reference ModuleDatabases databases) {
        databases.open();
    }
}
