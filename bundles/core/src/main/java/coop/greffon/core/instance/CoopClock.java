package coop.greffon.core.instance;

import java.time.Instant;

/**
 * The co-op's now, and on a demo a way to move it.
 *
 * <p>Whoever only asks for the time takes {@link java.time.Clock}, which this host provides.
 */
public interface CoopClock {
    /**
     * Whether it may be moved: the database was made as a demo and the host was started with {@code greffon.clock=adjustable}.
     */
    boolean isAdjustable();

    /**
     * Moves now forward, and lets each job run on the days passed, each at its time.
     *
     * @param to the new now
     * @throws coop.greffon.core.problem.NotFound where the clock is not adjustable
     * @throws coop.greffon.core.problem.InvalidInput where it lies before now, or more than 400 days after it
     */
    void moveTo(Instant to);
}
