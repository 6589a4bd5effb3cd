package coop.greffon.shifts.internal.store.booking;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Origin;
import coop.greffon.shifts.internal.store.StoredWorker;
import coop.greffon.shifts.internal.store.WorkerChanges;
import coop.greffon.shifts.internal.store.slot.Booking;
import coop.greffon.shifts.internal.store.slot.Hold;
import coop.greffon.shifts.internal.store.slot.HoldState;
import coop.greffon.shifts.internal.store.slot.Holds;
import coop.greffon.shifts.internal.store.slot.Shift;
import coop.greffon.shifts.internal.store.slot.Slots;
import coop.greffon.shifts.internal.store.slot.StoredBooking;
import coop.greffon.shifts.internal.store.slot.StoredHold;
import coop.greffon.shifts.internal.store.slot.StoredShift;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whoever a seat is kept for takes it or leaves it to others. */
@Component(service = JpaHolds.class)
public final class JpaHolds {
    private final JpaTemplate jpa;
    private final WorkerChanges changes;
    private final Applicants applicants;
    private final SeatActs seats;
    private final Clock clock;

    @Activate
    public JpaHolds(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference WorkerChanges changes,
            @Reference Applicants applicants,
            @Reference SeatActs seats,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.changes = changes;
        this.applicants = applicants;
        this.seats = seats;
        this.clock = clock;
    }

    /**
     * Takes it. Taken again, nothing changes.
     *
     * @throws Refused where the time for it has passed, it was left to others, or a rule says no
     * @throws NotFound where nothing of that id is kept for them
     */
    public Booking accept(long memberId, long id, Actor by) {
        return jpa.txExpr(TransactionType.Required, em -> {
            StoredHold hold = locked(em, memberId, id);
            Shift shift = em.find(StoredShift.class, hold.shiftId()).shift();
            var taken = new Booking[1];
            changes.change(memberId, by, (inside, row) -> {
                Comes comes = changes.comes(row, by);
                Optional<StoredBooking> there = SeatActs.own(inside, row, shift.id(), comes);
                if (hold.state() == HoldState.ACCEPTED && there.isPresent()) {
                    taken[0] = there.get().booking();
                    return;
                }
                requireHeld(hold);
                Origin origin = there.map(StoredBooking::origin).orElse(applicants.origin(row, shift.day()));
                SeatActs.requireNone(applicants.refusals(inside, row, shift, origin, comes, null));
                taken[0] = seats.take(inside, row, shift.id(), origin, comes).booking();
                hold.become(HoldState.ACCEPTED, clock.instant());
                seats.record("shifts.audit.booked", memberId, shift, by);
            });
            return taken[0];
        });
    }

    /**
     * Leaves it to others. Said again, nothing changes.
     *
     * @throws Refused where it was taken, or the time for it has passed
     * @throws NotFound where nothing of that id is kept for them
     */
    public void refuse(long memberId, long id, Actor by) {
        jpa.tx(TransactionType.Required, em -> {
            StoredHold hold = locked(em, memberId, id);
            if (hold.state() == HoldState.REFUSED) {
                return;
            }
            requireHeld(hold);
            hold.become(HoldState.REFUSED, clock.instant());
            Shift shift = em.find(StoredShift.class, hold.shiftId()).shift();
            seats.record("shifts.audit.left-to-others", memberId, shift, by);
        });
    }

    private void requireHeld(StoredHold hold) {
        if (hold.state() != HoldState.HELD || hold.untilOn().isBefore(changes.today())) {
            throw new Refused(Text.of("shifts.hold.over"));
        }
    }

    /** Its shift first, then read anew. */
    private static StoredHold locked(EntityManager em, long memberId, long id) {
        StoredHold hold = find(em, memberId, id);
        Slots.locked(em, hold.shiftId());
        em.refresh(hold);
        return hold;
    }

    private static StoredHold find(EntityManager em, long memberId, long id) {
        long worker = WorkerChanges.find(em, memberId).map(StoredWorker::id).orElseThrow(SeatActs::noWorker);
        return Optional.ofNullable(em.find(StoredHold.class, id))
                .filter(hold -> hold.workerId() == worker)
                .orElseThrow(() -> new NotFound(Text.of("shifts.hold.unknown")));
    }

    /**
     * What is or was kept for somebody.
     *
     * @throws NotFound where nothing of that id was
     */
    public Hold get(long memberId, long id) {
        return jpa.txExpr(TransactionType.Supports, em -> Holds.told(em, find(em, memberId, id)));
    }

    /** What is kept for somebody today, the earliest shift first. */
    public List<Hold> open(long memberId) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select h from StoredHold h, StoredShift s, StoredWorker w where s.id = h.shiftId"
                                        + " and w.id = h.workerId and w.memberId = :member and h.state = :held"
                                        + " and h.untilOn >= :today and not exists (select b.id from StoredBooking b"
                                        + " where b.shiftId = h.shiftId and b.presentWorker = h.workerId)"
                                        + " order by s.startsAt, h.id",
                                StoredHold.class)
                        .setParameter("member", memberId)
                        .setParameter("held", HoldState.HELD)
                        .setParameter("today", changes.today())
                        .getResultStream()
                        .map(hold -> Holds.told(em, hold))
                        .toList());
    }

    /** All that ever was kept for somebody. */
    public List<Hold> of(long memberId) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select h from StoredHold h, StoredWorker w where w.id = h.workerId"
                                        + " and w.memberId = :member order by h.id",
                                StoredHold.class)
                        .setParameter("member", memberId)
                        .getResultStream()
                        .map(hold -> Holds.told(em, hold))
                        .toList());
    }

    /** Forgets it, in the caller's transaction. */
    public void forget(long memberId) {
        jpa.tx(
                TransactionType.Required,
                em -> WorkerChanges.find(em, memberId)
                        .ifPresent(worker -> em.createQuery("delete from StoredHold h where h.workerId = :worker")
                                .setParameter("worker", worker.id())
                                .executeUpdate()));
    }

    /** Notes of what nobody took in time that it is over; the seats are free without that. */
    public int endOver() {
        return jpa.txExpr(TransactionType.Required, em -> {
            List<StoredHold> over = em.createQuery(
                            "select h from StoredHold h where h.state = :held and h.untilOn < :today order by h.id",
                            StoredHold.class)
                    .setParameter("held", HoldState.HELD)
                    .setParameter("today", changes.today())
                    .getResultList();
            over.forEach(hold -> hold.become(HoldState.LAPSED, clock.instant()));
            return over.size();
        });
    }
}
