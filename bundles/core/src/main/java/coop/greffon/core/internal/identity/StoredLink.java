package coop.greffon.core.internal.identity;

import coop.greffon.core.identity.OneTimeLinks.Opened;
import coop.greffon.core.identity.OneTimeLinks.Purpose;
import coop.greffon.core.persistence.Moments;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;

@Entity
@Table(name = "greffon_core_link")
public class StoredLink {
    @Id
    @Column(name = "token_hash")
    private String tokenHash;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Column(name = "account_id")
    private Long accountId;

    @Column(name = "expires_at")
    private OffsetDateTime expiresAt;

    @Column(name = "used_at")
    private OffsetDateTime usedAt;

    protected StoredLink() {}

    StoredLink(String tokenHash, Purpose purpose, Long accountId, Instant expiresAt) {
        this.tokenHash = tokenHash;
        this.purpose = purpose;
        this.accountId = accountId;
        this.expiresAt = Moments.stored(expiresAt);
    }

    boolean isOpenAt(Instant now) {
        return usedAt == null && now.isBefore(Moments.instant(expiresAt));
    }

    void use(Instant now) {
        usedAt = Moments.stored(now);
    }

    Opened view() {
        return new Opened(purpose, accountId);
    }
}
