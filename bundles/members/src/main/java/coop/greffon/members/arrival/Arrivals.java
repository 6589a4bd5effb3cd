package coop.greffon.members.arrival;

import coop.greffon.core.identity.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Writes down who comes through the door, and tells those who listen.
 *
 * <p>The fact is committed first. Each listener then runs in a transaction of its own; one that fails is called again by a job, under the
 * same cause, until it does not.
 */
public interface Arrivals {
    /**
     * What to ask somebody at the door, all listeners together; one that fails, takes over 200 ms or is down asks nothing and is named.
     *
     * @param memberId who
     * @param at now
     * @param device where, null for nowhere in particular
     * @throws coop.greffon.core.problem.NotFound where there is nobody of that id
     */
    Questions questions(long memberId, Instant at, String device);

    /**
     * Writes an arrival down and tells the listeners. Told again with the same cause it is the same arrival: nothing is written twice, and
     * only who has not heard of it is told.
     *
     * @param answers what was answered, by {@link Question#id()}
     * @return what each listener said, in order
     * @throws coop.greffon.core.problem.NotFound where there is nobody of that id
     * @throws coop.greffon.core.problem.InvalidInput where the cause is missing, or came with another person before
     */
    List<Hearing> record(Arrival arrival, Map<String, String> answers, Actor by);

    /**
     * The last arrivals of somebody, newest first.
     *
     * @param most how many at most
     */
    List<Arrival> of(long memberId, int most);
}
