package coop.greffon.shifts.internal.web.portal;

import coop.greffon.core.setting.HostSettings;
import coop.greffon.core.setting.Settings;
import coop.greffon.web.Visit;
import java.net.URI;
import javax.ws.rs.core.UriInfo;

/** An address as it is given to a program elsewhere: that of the settings, or else the one that was asked. */
final class FeedAddress {
    private FeedAddress() {}

    static String of(Settings settings, Visit visit, UriInfo asked, String path) {
        URI base =
                settings.on(HostSettings.class, visit.today()).publicAddress().orElse(asked.getBaseUri());
        return base.resolve(path).toString();
    }
}
