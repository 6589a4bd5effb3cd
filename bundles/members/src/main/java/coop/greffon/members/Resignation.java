package coop.greffon.members;

import coop.greffon.core.message.Text;
import java.time.LocalDate;
import java.util.List;

/** Extension point: what must be settled before somebody leaves the co-op. */
public interface Resignation {
    /**
     * What stands in the way, such as a shift that is booked or money on a wallet.
     *
     * @param memberId who
     * @param on the first day as a former member
     * @return sentences, empty where nothing does
     */
    List<Text> unsettled(long memberId, LocalDate on);
}
