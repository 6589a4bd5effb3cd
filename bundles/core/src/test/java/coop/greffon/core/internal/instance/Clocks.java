package coop.greffon.core.internal.instance;

import coop.greffon.core.setting.Settings;
import java.time.Clock;
import javax.sql.DataSource;

/** Host clocks on a machine whose time a test sets. */
public final class Clocks {
    private Clocks() {}

    public static HostClock of(
            Clock machine, Settings settings, DataSource dataSource, boolean startedAsDemo, boolean adjustable) {
        return new HostClock(machine, settings, new DatabaseInstance(dataSource, startedAsDemo), adjustable);
    }
}
