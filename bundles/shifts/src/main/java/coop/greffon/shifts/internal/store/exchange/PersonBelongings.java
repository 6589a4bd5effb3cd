package coop.greffon.shifts.internal.store.exchange;

import coop.greffon.shifts.internal.store.WorkerChanges;
import coop.greffon.shifts.internal.store.slot.Shift;
import coop.greffon.shifts.internal.store.slot.StoredShift;
import java.util.List;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What somebody asked of others and others of them. */
@Component(service = PersonBelongings.class)
public final class PersonBelongings {
    private static final List<String> QUESTIONS = List.of(
            "select s, r.state from StoredRequest r, StoredBooking b, StoredShift s, StoredWorker w where"
                    + " b.id = r.bookingId and s.id = b.shiftId and w.memberId = :member"
                    + " and (r.askerId = w.id or r.askedId = w.id) order by r.id",
            "select s, e.state from StoredExchange e, StoredBooking b, StoredShift s, StoredWorker w where"
                    + " b.id = e.bookingId and s.id = b.shiftId and w.memberId = :member"
                    + " and (e.workerId = w.id or e.wantedId = w.id) order by e.id",
            "select s, a.state from StoredAnswer a, StoredBooking b, StoredShift s, StoredWorker w where"
                    + " b.id = a.bookingId and s.id = b.shiftId and w.memberId = :member"
                    + " and a.workerId = w.id order by a.id");

    /** An offer goes with whatever was answered to it. */
    private static final List<String> OWN = List.of(
            "delete from StoredRequest r where r.askerId = :worker or r.askedId = :worker",
            "delete from StoredAnswer a where a.workerId = :worker or a.exchangeId in"
                    + " (select e.id from StoredExchange e where e.workerId = :worker or e.wantedId = :worker)",
            "delete from StoredExchange e where e.workerId = :worker or e.wantedId = :worker");

    private final JpaTemplate jpa;

    @Activate
    public PersonBelongings(@Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /**
     * A request, an offer or an answer.
     *
     * @param state the name of what became of it
     * @param isRequest whether it was one to come instead
     */
    public record Dealing(Shift shift, String state, boolean isRequest) {}

    /** All of them, requests first, each kind in the order in which they were made. */
    public List<Dealing> of(long memberId) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> QUESTIONS.stream()
                        .flatMap(question -> dealings(em, question, memberId))
                        .toList());
    }

    private static Stream<Dealing> dealings(EntityManager em, String question, long memberId) {
        return em.createQuery(question, Object[].class)
                .setParameter("member", memberId)
                .getResultStream()
                .map(row -> new Dealing(
                        ((StoredShift) row[0]).shift(), ((Enum<?>) row[1]).name(), row[1] instanceof AskState));
    }

    /** Forgets them, in the caller's transaction; seats that changed hands stay where they are. */
    public void forget(long memberId) {
        jpa.tx(
                TransactionType.Required,
                em -> WorkerChanges.find(em, memberId)
                        .ifPresent(worker -> OWN.forEach(rows -> em.createQuery(rows)
                                .setParameter("worker", worker.id())
                                .executeUpdate())));
    }
}
