package coop.greffon.shifts.internal.store.booking;

import coop.greffon.core.persistence.Moments;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The address under which somebody's calendar program reads their shifts; of its secret only a digest is kept. */
@Entity
@Table(name = "greffon_shifts_member_feed")
public class StoredFeed {
    @Id
    @Column(name = "member_id")
    private long memberId;

    @Column(name = "secret_hash")
    private String secretHash;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    protected StoredFeed() {}

    StoredFeed(long memberId, String secretHash, Instant now) {
        this.memberId = memberId;
        renew(secretHash, now);
    }

    final void renew(String other, Instant now) {
        secretHash = other;
        createdAt = Moments.stored(now);
    }

    Instant createdAt() {
        return Moments.instant(createdAt);
    }
}
