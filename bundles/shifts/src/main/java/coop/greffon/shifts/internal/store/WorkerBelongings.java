package coop.greffon.shifts.internal.store;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Refused;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whose work it is, and what somebody wrote about it. */
@Component(service = WorkerBelongings.class)
public final class WorkerBelongings {
    private final JpaTemplate jpa;
    private final WorkJournal journal;

    @Activate
    public WorkerBelongings(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa, @Reference WorkJournal journal) {
        this.jpa = jpa;
        this.journal = journal;
    }

    /**
     * Gives the work of one record to another, in the caller's transaction.
     *
     * @throws Refused where both work: two journals cannot become one
     */
    public void move(long from, long into) {
        jpa.tx(TransactionType.Required, em -> {
            Optional<StoredWorker> going = WorkerChanges.find(em, from);
            if (going.isPresent() && WorkerChanges.find(em, into).isPresent()) {
                throw new Refused(Text.of("shifts.merge.both"));
            }
            going.ifPresent(row -> row.belongTo(into));
        });
    }

    /** All that was ever decided for days of somebody, what was taken back too. */
    public List<Period> periods(long memberId) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> stored(em, memberId).stream().map(StoredPeriod::period).toList());
    }

    /** Every entry of somebody's journal, in the order in which they were recorded. */
    public List<Posted> posted(long memberId) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> WorkerChanges.find(em, memberId)
                        .map(row -> journal.of(List.of(row.id())).getOrDefault(row.id(), List.of()))
                        .orElse(List.of()));
    }

    /** Forgets what was written of somebody's leaves and decisions, in the caller's transaction; days and amounts stay. */
    public void forgetNotes(long memberId) {
        jpa.tx(TransactionType.Required, em -> {
            stored(em, memberId).forEach(StoredPeriod::forgetNote);
            WorkerChanges.find(em, memberId).ifPresent(row -> journal.forgetNotes(row.id()));
        });
    }

    private static List<StoredPeriod> stored(EntityManager em, long memberId) {
        return em.createQuery(
                        "select p from StoredPeriod p, StoredWorker w where w.id = p.workerId and w.memberId = :member"
                                + " order by p.fromOn, p.id",
                        StoredPeriod.class)
                .setParameter("member", memberId)
                .getResultList();
    }
}
