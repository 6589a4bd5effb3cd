package coop.greffon.core.problem;

import coop.greffon.core.message.Text;
import java.time.Duration;

/** Too many attempts: the caller has to wait. */
public final class TooSoon extends Problem {
    private static final long serialVersionUID = 1L;

    private final Duration delay;

    /**
     * @param delay how long to wait before the next attempt
     */
    public TooSoon(Duration delay) {
        super(Kind.TOO_SOON, Text.of("core.problem.too-soon", delay.toSeconds() + 1));
        this.delay = delay;
    }

    /** How long to wait before the next attempt. */
    public Duration delay() {
        return delay;
    }
}
