package coop.greffon.web.internal.page;

import coop.greffon.core.module.Modules;
import coop.greffon.web.Visit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes the navigation out of what modules declare and the visitor may do. */
@Component(service = Navigation.class)
public final class Navigation {
    private final Modules modules;

    @Activate
    public Navigation(@Reference Modules modules) {
        this.modules = modules;
    }

    /** The navigation of a visit. */
    public Menu of(Visit visit) {
        return new Menu(visit, modules.installed());
    }
}
