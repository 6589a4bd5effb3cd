package coop.greffon.shifts.internal.store.booking;

import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Journal;
import coop.greffon.shifts.internal.rules.Outcome;
import coop.greffon.shifts.internal.rules.Postings;
import coop.greffon.shifts.internal.store.slot.BookingState;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;

/** Who never did a shift: that is of a person, whatever others of their household did on the same account. */
final class Beginners {
    private static final List<Comes> PARTNER = List.of(Comes.PARTNER, Comes.BOTH);

    private Beginners() {}

    /** Whether whose account it is never did a shift; what was brought along, and is of no seat, they did themselves. */
    static boolean isHolder(EntityManager em, long workerId, Journal journal) {
        Set<String> ofAnother = em.createQuery(
                        "select b.id from StoredBooking b where b.workerId = :worker and b.comes = :partner",
                        Long.class)
                .setParameter("worker", workerId)
                .setParameter("partner", Comes.PARTNER)
                .getResultStream()
                .map(id -> Postings.shift(Long.toString(id)))
                .collect(Collectors.toSet());
        return Postings.outcomes(journal.entries().stream()).entrySet().stream()
                .filter(shift -> shift.getValue() == Outcome.ATTENDED)
                .allMatch(shift -> ofAnother.contains(shift.getKey()));
    }

    /**
     * Whether another of the household never did a shift, on that account or on one they had.
     *
     * @param others whoever may be meant
     */
    static boolean isPartner(EntityManager em, long workerId, List<Long> others) {
        return em.createQuery(
                                "select count(b) from StoredBooking b, StoredWorker w where w.id = b.workerId and b.state = :done"
                                        + " and (w.id = :worker and b.comes in :partner"
                                        + " or w.memberId in :others and b.comes <> :another)",
                                Long.class)
                        .setParameter("done", BookingState.ATTENDED)
                        .setParameter("worker", workerId)
                        .setParameter("partner", PARTNER)
                        .setParameter("others", others)
                        .setParameter("another", Comes.PARTNER)
                        .getSingleResult()
                == 0;
    }

    /**
     * Whether somebody who did a shift before comes to one.
     *
     * @param gone bookings that do not count
     */
    static boolean areAccompanied(EntityManager em, long shiftId, List<Long> gone) {
        return em.createQuery(
                        "select b.id from StoredBooking b where b.shiftId = :shift and b.takenSeat is not null and exists"
                                + " (select o.id from StoredBooking o where o.workerId = b.workerId and o.state = :done"
                                + " and (o.comes = b.comes or o.comes = :both or b.comes = :both))",
                        Long.class)
                .setParameter("shift", shiftId)
                .setParameter("done", BookingState.ATTENDED)
                .setParameter("both", Comes.BOTH)
                .getResultStream()
                .anyMatch(id -> !gone.contains(id));
    }
}
