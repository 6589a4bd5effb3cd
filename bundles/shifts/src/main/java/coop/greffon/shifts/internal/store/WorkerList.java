package coop.greffon.shifts.internal.store;

import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.rules.Track;
import java.util.List;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whoever works, by where they stood when it was last worked out: each change and each morning does. */
@Component(service = WorkerList.class)
public final class WorkerList {
    private final JpaTemplate jpa;

    @Activate
    public WorkerList(@Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /**
     * Which ones.
     *
     * @param standing null for every standing
     * @param track null for every track
     * @param registration whether a shift starts before the next alert of who flies; null for either
     * @param vote whether they may vote; null for either
     */
    public record Filter(StatusCode standing, Track track, Registration registration, Vote vote) {
        public Filter(StatusCode standing, Track track) {
            this(standing, track, null, null);
        }

        private String where() {
            return (standing == null ? "" : " and w.standing = :standing")
                    + (track == null ? "" : " and w.track = :track")
                    + (registration == null ? "" : " and w.registration = :registration")
                    + (vote == null ? "" : " and w.vote = :vote");
        }

        private <T> TypedQuery<T> on(TypedQuery<T> query) {
            if (standing != null) {
                query.setParameter("standing", standing);
            }
            if (track != null) {
                query.setParameter("track", track);
            }
            if (registration != null) {
                query.setParameter("registration", registration);
            }
            if (vote != null) {
                query.setParameter("vote", vote);
            }
            return query;
        }
    }

    /** In the order in which they were enrolled. */
    public List<ListedWorker> find(Filter filter, int skip, int most) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> filter.on(em.createQuery(
                                "select w from StoredWorker w where 1 = 1" + filter.where() + " order by w.id",
                                StoredWorker.class))
                        .setFirstResult(skip)
                        .setMaxResults(most)
                        .getResultStream()
                        .map(StoredWorker::listed)
                        .toList());
    }

    public long count(Filter filter) {
        return jpa.txExpr(TransactionType.Supports, em -> count(em, filter));
    }

    private static long count(EntityManager em, Filter filter) {
        return filter.on(em.createQuery("select count(w) from StoredWorker w where 1 = 1" + filter.where(), Long.class))
                .getSingleResult();
    }
}
