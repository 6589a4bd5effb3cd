package coop.greffon.members.arrival;

import coop.greffon.core.message.Text;
import java.time.Instant;
import java.util.List;

/** Extension point: who is on duty. */
public interface DutyRoster {
    /**
     * Who is on duty at an instant.
     *
     * @return never null
     */
    List<Duty> onDuty(Instant at);

    /**
     * Somebody's duty.
     *
     * @param memberId who
     * @param role as what
     * @param from when it begins
     * @param to when it ends, later than its beginning
     */
    record Duty(long memberId, Text role, Instant from, Instant to) {}
}
