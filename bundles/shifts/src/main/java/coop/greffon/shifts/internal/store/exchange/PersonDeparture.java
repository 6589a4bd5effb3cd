package coop.greffon.shifts.internal.store.exchange;

import coop.greffon.core.identity.Actor;
import coop.greffon.shifts.internal.store.JpaTracks;
import coop.greffon.shifts.internal.store.StoredWorker;
import coop.greffon.shifts.internal.store.WorkerChanges;
import coop.greffon.shifts.internal.store.slot.Departures;
import coop.greffon.shifts.internal.store.slot.Slots;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes somebody whose record is erased out of all that is to come: their seats are free, and whoever waits for them is told. */
@Component(service = PersonDeparture.class)
public final class PersonDeparture {
    private static final List<String> SHIFTS = List.of(
            "select b.shiftId from StoredBooking b where b.workerId = :worker and b.takenSeat is not null"
                    + " and b.settledAt is null",
            "select b.shiftId from StoredBooking b, StoredRequest r where b.id = r.openBooking"
                    + " and (r.askerId = :worker or r.askedId = :worker)",
            "select b.shiftId from StoredBooking b, StoredExchange e where b.id = e.openBooking"
                    + " and (e.workerId = :worker or e.wantedId = :worker)",
            "select b.shiftId from StoredBooking b, StoredAnswer a, StoredExchange e where e.id = a.exchangeId"
                    + " and a.openBooking is not null and (b.id = a.bookingId or b.id = e.bookingId)"
                    + " and (a.workerId = :worker or e.workerId = :worker)");

    private final JpaTemplate jpa;
    private final JpaRequests requests;
    private final JpaExchanges exchanges;
    private final JpaTracks tracks;
    private final Departures departures;

    @Activate
    public PersonDeparture(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference JpaRequests requests,
            @Reference JpaExchanges exchanges,
            @Reference JpaTracks tracks,
            @Reference Departures departures) {
        this.jpa = jpa;
        this.requests = requests;
        this.exchanges = exchanges;
        this.tracks = tracks;
        this.departures = departures;
    }

    /** In the caller's transaction, in which nobody who works is locked yet. Asked again, nothing changes. */
    public void leave(long memberId, Actor by) {
        jpa.tx(
                TransactionType.Required,
                em -> WorkerChanges.find(em, memberId).ifPresent(row -> leave(em, row, memberId, by)));
    }

    private void leave(EntityManager em, StoredWorker row, long memberId, Actor by) {
        lock(em, row);
        ids(em, "select r.id from StoredRequest r where r.openBooking is not null and r.askerId = :worker", row)
                .forEach(id -> requests.withdraw(memberId, id, by));
        ids(em, "select r.id from StoredRequest r where r.openBooking is not null and r.askedId = :worker", row)
                .forEach(id -> requests.refuse(memberId, id, by));
        ids(em, "select a.id from StoredAnswer a where a.openBooking is not null and a.workerId = :worker", row)
                .forEach(id -> exchanges.endAnswer(
                        memberId, ExchangeRows.answer(em, id).exchangeId(), id, by));
        ids(
                        em,
                        "select e.id from StoredExchange e where e.openBooking is not null"
                                + " and (e.workerId = :worker or e.wantedId = :worker)",
                        row)
                .forEach(id -> exchanges.end(memberId, id, by));
        tracks.erase(memberId, by);
        departures.free(row.id());
    }

    /** The shifts of all that is ended, in their order and before anybody. */
    private static void lock(EntityManager em, StoredWorker row) {
        Set<Long> shifts = new TreeSet<>();
        SHIFTS.forEach(question -> shifts.addAll(ids(em, question, row)));
        shifts.forEach(id -> Slots.locked(em, id));
        em.refresh(row, LockModeType.PESSIMISTIC_WRITE);
    }

    private static List<Long> ids(EntityManager em, String question, StoredWorker row) {
        return em.createQuery(question, Long.class)
                .setParameter("worker", row.id())
                .getResultList();
    }
}
