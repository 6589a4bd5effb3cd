package coop.greffon.core.internal.demo;

import coop.greffon.core.demo.DemoCast;
import coop.greffon.core.demo.DemoData;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.setting.SettingAdministration;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The host's part of the demo: what the co-op is called. */
@Component(service = DemoData.class)
public final class DemoCoop implements DemoData {
    private static final String NAME = "La Clairette";

    private final SettingAdministration settings;

    @Activate
    public DemoCoop(@Reference SettingAdministration settings) {
        this.settings = settings;
    }

    @Override
    public void load(DemoCast cast) {
        settings.change("core", Map.of("coopName", NAME), null, null, Actor.host());
    }
}
