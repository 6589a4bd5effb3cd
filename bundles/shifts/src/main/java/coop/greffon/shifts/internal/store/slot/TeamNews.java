package coop.greffon.shifts.internal.store.slot;

import java.time.LocalDate;

/** Tells people at once that they work in another team. */
public interface TeamNews {
    /**
     * They do from a day on.
     *
     * @param where the slot on which they have a place, null for none
     * @param causeKey told of the same change again, nothing is written
     */
    void changed(long memberId, LocalDate from, Template where, String causeKey);
}
