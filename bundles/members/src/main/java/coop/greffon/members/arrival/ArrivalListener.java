package coop.greffon.members.arrival;

import coop.greffon.core.message.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Extension point: hears that somebody came, such as to validate a shift.
 *
 * <p>The arrival is committed first. A listener then runs in a transaction of its own and is called again until it does not throw: it must
 * do its work once per {@link Arrival#cause()}.
 */
public interface ArrivalListener {
    /**
     * What to ask before the arrival is written down; empty for nothing.
     *
     * @param memberId who stands at the door
     * @param at now
     * @param device where, as the device is named
     */
    List<Question> questions(long memberId, Instant at, String device);

    /**
     * Does what the bundle does about an arrival.
     *
     * @param answers what was answered, by {@link Question#id()}; a question may lack
     * @return what was done, or why not, to be shown to the person; empty for nothing worth saying
     */
    List<Text> record(Arrival arrival, Map<String, String> answers);
}
