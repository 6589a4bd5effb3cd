package coop.greffon.core.internal.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Component;

/** The one place where the machine's clock is read; its zone is the co-op's. */
@Component(service = Clock.class)
public final class HostClock extends Clock {
    private final Clock machine = Clock.system(ZoneId.of("Europe/Paris"));

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return machine.withZone(zone);
    }

    @Override
    public Instant instant() {
        return machine.instant();
    }
}
