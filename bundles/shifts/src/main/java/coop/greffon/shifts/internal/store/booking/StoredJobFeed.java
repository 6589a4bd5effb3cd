package coop.greffon.shifts.internal.store.booking;

import coop.greffon.core.persistence.Moments;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The address under which calendar programs read the shifts of a job; of its secret only a digest is kept. */
@Entity
@Table(name = "greffon_shifts_job_feed")
public class StoredJobFeed {
    @Id
    private String job;

    @Column(name = "secret_hash")
    private String secretHash;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    protected StoredJobFeed() {}

    StoredJobFeed(String job, String secretHash, Instant now) {
        this.job = job;
        renew(secretHash, now);
    }

    final void renew(String other, Instant now) {
        secretHash = other;
        createdAt = Moments.stored(now);
    }

    String job() {
        return job;
    }

    Instant createdAt() {
        return Moments.instant(createdAt);
    }
}
