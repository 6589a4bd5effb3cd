package coop.greffon.core.internal.instance;

import coop.greffon.core.setting.HostSettings;
import coop.greffon.core.setting.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The one place where the machine's clock is read; its zone is the co-op's. */
@Component(service = {Clock.class, HostClock.class})
public final class HostClock extends Clock {
    static final String PROPERTY = "greffon.clock";
    static final String ADJUSTABLE = "adjustable";

    private final Clock machine;
    private final Settings settings;
    private final DatabaseInstance instance;
    private final boolean adjustable;

    @Activate
    public HostClock(BundleContext context, @Reference Settings settings, @Reference DatabaseInstance instance) {
        this(Clock.systemUTC(), settings, instance, ADJUSTABLE.equals(context.getProperty(PROPERTY)));
    }

    HostClock(Clock machine, Settings settings, DatabaseInstance instance, boolean startedAdjustable) {
        this.machine = machine;
        this.settings = settings;
        this.instance = instance;
        this.adjustable = startedAdjustable && instance.demo();
    }

    /** Whether now may be moved. */
    public boolean isAdjustable() {
        return adjustable;
    }

    /** Sets now; whoever calls has seen to it that it does not go back. */
    public void moveTo(Instant now) {
        Duration ahead = Duration.between(machine.instant(), now);
        // Up to a whole second, which is what the table keeps: cut off, now could go back.
        instance.setAhead(ahead.getNano() == 0 ? ahead : Duration.ofSeconds(ahead.getSeconds() + 1));
    }

    @Override
    public Instant instant() {
        Instant now = machine.instant();
        return adjustable ? now.plus(instance.ahead()) : now;
    }

    @Override
    public ZoneId getZone() {
        // The day by which the zone is looked up is UTC's: the co-op's own would need the zone.
        LocalDate day = LocalDate.ofInstant(instant(), ZoneOffset.UTC);
        return ZoneId.of(settings.on(HostSettings.class, day).timeZone());
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new Zoned(this, zone);
    }

    private static final class Zoned extends Clock {
        private final Clock base;
        private final ZoneId zone;

        Zoned(Clock base, ZoneId zone) {
            this.base = base;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Zoned(base, other);
        }

        @Override
        public Instant instant() {
            return base.instant();
        }
    }
}
