package coop.greffon.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that stands still until it is moved. */
public final class AdjustableClock extends Clock {
    private final ZoneId zone;
    private volatile Instant now;

    private AdjustableClock(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** A clock in Paris that shows an instant, such as {@code 2026-11-21T09:00:00Z}. */
    public static AdjustableClock at(String instant) {
        return new AdjustableClock(Instant.parse(instant), ZoneId.of("Europe/Paris"));
    }

    /** Moves the clock forward. */
    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new AdjustableClock(now, other);
    }
}
