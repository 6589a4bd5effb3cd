package coop.greffon.core.internal.identity;

import coop.greffon.core.persistence.Moments;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

@Entity
@Table(name = "greffon_core_session")
public class StoredSession {
    @Id
    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "account_id")
    private long accountId;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "expires_at")
    private OffsetDateTime expiresAt;

    protected StoredSession() {}

    StoredSession(String tokenHash, long accountId, Instant createdAt, Instant expiresAt) {
        this.tokenHash = tokenHash;
        this.accountId = accountId;
        this.createdAt = Moments.stored(createdAt);
        this.expiresAt = Moments.stored(expiresAt);
    }

    long accountId() {
        return accountId;
    }

    boolean isOpenAt(Instant now) {
        return now.isBefore(Moments.instant(expiresAt));
    }
}
