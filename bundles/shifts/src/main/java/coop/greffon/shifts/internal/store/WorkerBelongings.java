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
    private static final String PERIODS =
            "select p, w.memberId from StoredPeriod p, StoredWorker w where w.id = p.workerId";

    private static final String IN_ORDER = " order by p.fromOn, p.id";

    private static final List<String> ASKED = List.of(
            "update StoredPeriod p set p.askedBy = :into where p.askedBy = :from",
            "update StoredLeaveRequest r set r.askedBy = :into where r.askedBy = :from");

    private final JpaTemplate jpa;
    private final WorkJournal journal;

    @Activate
    public WorkerBelongings(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa, @Reference WorkJournal journal) {
        this.jpa = jpa;
        this.journal = journal;
    }

    /**
     * Gives the work of one record to another, and the leaves it asked for on whatever account, in the caller's transaction.
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
            moveFeed(em, from, into);
            for (String asked : ASKED) {
                em.createQuery(asked)
                        .setParameter("from", from)
                        .setParameter("into", into)
                        .executeUpdate();
            }
        });
    }

    /** The address of a calendar goes along; of two, the one there stays. */
    private static void moveFeed(EntityManager em, long from, long into) {
        em.createNativeQuery("update greffon_shifts_member_feed set member_id = ? where member_id = ?"
                        + " and not exists (select 1 from greffon_shifts_member_feed f where f.member_id = ?)")
                .setParameter(1, into)
                .setParameter(2, from)
                .setParameter(3, into)
                .executeUpdate();
        em.createNativeQuery("delete from greffon_shifts_member_feed where member_id = ?")
                .setParameter(1, from)
                .executeUpdate();
    }

    /**
     * All that was ever decided for days of somebody, what was taken back too: on their account, as they are told it, and what they asked for
     * on that of another.
     */
    public List<Period> periods(long memberId) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                PERIODS + " and (w.memberId = :member or p.askedBy = :member)" + IN_ORDER,
                                Object[].class)
                        .setParameter("member", memberId)
                        .getResultStream()
                        .map(row -> ((StoredPeriod) row[0]).period().seenBy(memberId, (Long) row[1]))
                        .toList());
    }

    /** Every entry of somebody's journal, in the order in which they were recorded. */
    public List<Posted> posted(long memberId) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> WorkerChanges.find(em, memberId)
                        .map(row -> journal.of(List.of(row.id())).getOrDefault(row.id(), List.of()))
                        .orElse(List.of()));
    }

    /**
     * Forgets what was written of somebody's leaves, on whatever account, and of decisions about theirs, in the caller's transaction; days and
     * amounts stay.
     */
    public void forgetNotes(long memberId) {
        jpa.tx(TransactionType.Required, em -> {
            own(em, memberId).forEach(StoredPeriod::forgetNote);
            WorkerChanges.find(em, memberId).ifPresent(row -> journal.forgetNotes(row.id()));
        });
    }

    private static List<StoredPeriod> own(EntityManager em, long memberId) {
        return em.createQuery(
                        PERIODS + " and (p.askedBy = :member or p.askedBy is null and w.memberId = :member)" + IN_ORDER,
                        Object[].class)
                .setParameter("member", memberId)
                .getResultStream()
                .map(row -> (StoredPeriod) row[0])
                .toList();
    }
}
