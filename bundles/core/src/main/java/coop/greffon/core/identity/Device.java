package coop.greffon.core.identity;

import java.time.Instant;

/**
 * A machine of the co-op that acts for itself, such as the tablet at the entrance.
 *
 * @param id its id
 * @param name what people call it
 * @param role its one role, which says what it may do
 * @param state whether it may act
 * @param addedAt when somebody announced it
 * @param enrolledAt when it got its token, null where it never did
 * @param lastSeenAt when it last asked for something, to the minute; null where it never did
 */
public record Device(
        long id, String name, String role, State state, Instant addedAt, Instant enrolledAt, Instant lastSeenAt) {
    /** Whether a device may act. */
    public enum State {
        /** Announced; its code was not typed yet. */
        AWAITED,
        ENROLLED,
        /** Its token is void, for good. */
        REVOKED
    }
}
