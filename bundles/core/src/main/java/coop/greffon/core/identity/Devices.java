package coop.greffon.core.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The machines of the co-op that act for themselves. Each has a token of its own and one role. Codes and tokens are kept as hashes only;
 * each change is audited.
 */
public interface Devices {
    /**
     * A code to be typed on a device.
     *
     * @param device the device
     * @param code eight characters in two groups, such as {@code K7QX-M2RD}; any spelling of it is accepted
     * @param until the instant from which it is void
     */
    record Code(Device device, String code, Instant until) {}

    /**
     * A device that got its token.
     *
     * @param token its secret, kept nowhere
     */
    record Enrolled(Device device, String token) {}

    /** Every device, by name. */
    List<Device> list();

    /**
     * One device.
     *
     * @throws coop.greffon.core.problem.NotFound where there is none
     */
    Device device(long id);

    /**
     * Announces a device.
     *
     * @param name what people call it, 1 to 80 characters
     * @param role what it may do
     * @throws coop.greffon.core.problem.InvalidInput where the name is none, or the role unknown or that of administrators
     */
    Code announce(String name, String role, Actor by);

    /**
     * Makes a new code for a device that did not use its own in time, or lost its token; the token it has stays good until the code is used.
     *
     * @throws coop.greffon.core.problem.NotFound where there is no such device
     * @throws coop.greffon.core.problem.Refused where it is revoked
     */
    Code renew(long id, Actor by);

    /**
     * Uses a code up and gives the device its token; an earlier token becomes void.
     *
     * @param address where the attempt comes from, for throttling
     * @throws coop.greffon.core.problem.InvalidInput where the code is unknown, used or too old
     * @throws coop.greffon.core.problem.TooSoon after too many wrong ones
     */
    Enrolled enrol(String code, String address);

    /** Whose token it is; empty where it is void. */
    Optional<Device> resume(String token);

    /**
     * Makes the token of a device void, for good.
     *
     * @throws coop.greffon.core.problem.NotFound where there is no such device
     */
    void revoke(long id, Actor by);
}
