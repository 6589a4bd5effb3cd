package coop.greffon.web.internal.page;

import java.time.Duration;

/** How HTTP says that somebody has to wait. */
public final class Waits {
    public static final int TOO_MANY_REQUESTS = 429;
    public static final String RETRY_AFTER = "Retry-After";

    private Waits() {}

    /** Whole seconds after which the delay is over, as the sentence on the page counts them. */
    public static long seconds(Duration delay) {
        return delay.toSeconds() + 1;
    }
}
