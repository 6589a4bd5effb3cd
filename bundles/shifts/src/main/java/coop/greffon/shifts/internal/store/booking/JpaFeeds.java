package coop.greffon.shifts.internal.store.booking;

import coop.greffon.core.identity.Actor;
import coop.greffon.shifts.internal.store.WorkerChanges;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Secret addresses under which calendar programs, which cannot sign in, read somebody's shifts. */
@Component(service = JpaFeeds.class)
public final class JpaFeeds {
    private final JpaTemplate jpa;
    private final WorkerChanges changes;
    private final Clock clock;

    @Activate
    public JpaFeeds(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference WorkerChanges changes,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.changes = changes;
        this.clock = clock;
    }

    /** When somebody's address was made; empty where there is none. */
    public Optional<Instant> since(long memberId) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> Optional.ofNullable(em.find(StoredFeed.class, memberId)).map(StoredFeed::createdAt));
    }

    /**
     * Makes somebody an address, and ends the one before.
     *
     * @param memberId whose, on whatever account they act
     * @return its secret, which is told this once
     * @throws coop.greffon.core.problem.NotFound where they act on no account
     */
    public String renew(long memberId, Actor by) {
        String secret = FeedSecret.make();
        changes.change(changes.accountOf(memberId, changes.today()), by, (em, row) -> {
            StoredFeed there = em.find(StoredFeed.class, memberId);
            if (there == null) {
                em.persist(new StoredFeed(memberId, FeedSecret.digest(secret), clock.instant()));
            } else {
                there.renew(FeedSecret.digest(secret), clock.instant());
            }
            changes.record(memberId, "shifts.audit.feed-made", by);
        });
        return secret;
    }

    /** Ends somebody's address. Ended again, nothing changes. */
    public void end(long memberId, Actor by) {
        jpa.tx(TransactionType.Required, em -> {
            StoredFeed there = em.find(StoredFeed.class, memberId);
            if (there != null) {
                em.remove(there);
                changes.record(memberId, "shifts.audit.feed-ended", by);
            }
        });
    }

    /** Whose shifts an address shows; empty where it was ended or never made. */
    public Optional<Long> memberOf(String secret) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery("select f.memberId from StoredFeed f where f.secretHash = :hash", Long.class)
                        .setParameter("hash", FeedSecret.digest(secret))
                        .getResultStream()
                        .findFirst());
    }
}
