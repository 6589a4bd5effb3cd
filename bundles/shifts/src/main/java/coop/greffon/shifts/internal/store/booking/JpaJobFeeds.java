package coop.greffon.shifts.internal.store.booking;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Secret addresses under which calendar programs read all shifts of a job, with no name in them. */
@Component(service = JpaJobFeeds.class)
public final class JpaJobFeeds {
    static final String RECORD = "shifts.job-feed";

    private final JpaTemplate jpa;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public JpaJobFeeds(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A job and its address.
     *
     * @param since when the address was made, null where there is none
     */
    public record JobFeed(String job, Instant since) {}

    /** Every job of a slot, or with an address, by its name. */
    public List<JobFeed> all() {
        return jpa.txExpr(TransactionType.Supports, em -> {
            Map<String, JobFeed> feeds = new TreeMap<>();
            em.createQuery("select distinct t.job from StoredTemplate t", String.class)
                    .getResultList()
                    .forEach(job -> feeds.put(job, new JobFeed(job, null)));
            em.createQuery("select f from StoredJobFeed f", StoredJobFeed.class)
                    .getResultList()
                    .forEach(feed -> feeds.put(feed.job(), new JobFeed(feed.job(), feed.createdAt())));
            return List.copyOf(feeds.values());
        });
    }

    /**
     * Makes an address of a job, and ends the one before.
     *
     * @return its secret, which is told this once
     * @throws NotFound where no slot has that job
     */
    public String renew(String job, Actor by) {
        String secret = FeedSecret.make();
        try {
            jpa.tx(TransactionType.Required, em -> keep(em, job, secret, by));
        } catch (NotFound unknown) {
            throw unknown;
        } catch (RuntimeException crossed) {
            // Of two who make the first one at once, one finds it made: then theirs comes later.
            jpa.tx(TransactionType.Required, em -> keep(em, job, secret, by));
        }
        return secret;
    }

    private void keep(EntityManager em, String job, String secret, Actor by) {
        StoredJobFeed there = em.find(StoredJobFeed.class, job);
        if (there != null) {
            there.renew(FeedSecret.digest(secret), clock.instant());
        } else if (isJob(em, job)) {
            em.persist(new StoredJobFeed(job, FeedSecret.digest(secret), clock.instant()));
        } else {
            throw new NotFound(Text.of("shifts.job-feed.unknown-job", job));
        }
        em.flush();
        record("shifts.audit.feed-made", new FieldChange("job", null, job), by);
    }

    private static boolean isJob(EntityManager em, String job) {
        return em.createQuery("select count(t) from StoredTemplate t where t.job = :job", Long.class)
                        .setParameter("job", job)
                        .getSingleResult()
                > 0;
    }

    /** Ends the address of a job. Ended again, nothing changes. */
    public void end(String job, Actor by) {
        jpa.tx(TransactionType.Required, em -> {
            StoredJobFeed there = em.find(StoredJobFeed.class, job);
            if (there != null) {
                em.remove(there);
                record("shifts.audit.feed-ended", new FieldChange("job", job, null), by);
            }
        });
    }

    private void record(String what, FieldChange change, Actor by) {
        audit.record(by, what, RECORD, "all", List.of(change));
    }

    /** Of which job an address shows the shifts; empty where it was ended or never made. */
    public Optional<String> jobOf(String secret) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery("select f.job from StoredJobFeed f where f.secretHash = :hash", String.class)
                        .setParameter("hash", FeedSecret.digest(secret))
                        .getResultStream()
                        .findFirst());
    }
}
