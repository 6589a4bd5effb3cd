package coop.greffon.shifts.internal.store.booking;

import coop.greffon.shifts.internal.store.WorkerChanges;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.OwnSeat;
import coop.greffon.shifts.internal.store.slot.StoredBooking;
import coop.greffon.shifts.internal.store.slot.StoredShift;
import java.util.List;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The seats somebody ever had, and what was written of them. */
@Component(service = SeatBelongings.class)
public final class SeatBelongings {
    private final JpaTemplate jpa;

    @Activate
    public SeatBelongings(@Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** All of them, the earliest shift first. */
    public List<OwnSeat> of(long memberId) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> rows(em, memberId).stream()
                        .map(row -> new OwnSeat(((StoredShift) row[0]).shift(), ((StoredBooking) row[1]).booking()))
                        .toList());
    }

    /** How many addresses of their calendar there are, which is one or none. */
    public long feeds(long memberId) {
        return jpa.txExpr(TransactionType.Supports, em -> em.find(StoredFeed.class, memberId) == null ? 0L : 1L);
    }

    /**
     * Forgets what was written of them and what somebody can do, and ends the address of their calendar, in the caller's transaction;
     * shifts and outcomes stay.
     */
    public void forget(long memberId) {
        jpa.tx(TransactionType.Required, em -> {
            rows(em, memberId).forEach(row -> ((StoredBooking) row[1]).forgetNote());
            WorkerChanges.find(em, memberId)
                    .ifPresent(worker -> em.createQuery("delete from StoredSkill s where s.workerId = :worker")
                            .setParameter("worker", worker.id())
                            .executeUpdate());
            em.createQuery("delete from StoredFeed f where f.memberId = :member")
                    .setParameter("member", memberId)
                    .executeUpdate();
        });
    }

    private static List<Object[]> rows(EntityManager em, long memberId) {
        return em.createQuery(
                        "select s, b from StoredBooking b, StoredShift s, StoredWorker w where s.id = b.shiftId"
                                + " and w.id = b.workerId and w.memberId = :member order by s.startsAt, b.id",
                        Object[].class)
                .setParameter("member", memberId)
                .getResultList();
    }
}
