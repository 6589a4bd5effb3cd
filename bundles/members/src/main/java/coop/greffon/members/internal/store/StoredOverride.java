package coop.greffon.members.internal.store;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.persistence.Moments;
import coop.greffon.members.admission.Decision;
import coop.greffon.members.admission.OverrideDraft;
import coop.greffon.members.admission.Verdict;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.persistence.Column;
import javax.persistence.Embedded;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;

/** A decision of staff. It may be ended early, never altered. */
@Entity
@Table(name = "greffon_members_override")
public class StoredOverride {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "override")
    @SequenceGenerator(name = "override", sequenceName = "greffon_members_override_seq", allocationSize = 50)
    private Long id;

    @Column(name = "member_id")
    private long memberId;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    private String reason;

    @Column(name = "until_at")
    private OffsetDateTime untilAt;

    @Column(name = "decided_at")
    private OffsetDateTime decidedAt;

    @Column(name = "ended_at")
    private OffsetDateTime endedAt;

    @Embedded
    private StoredActor by;

    protected StoredOverride() {}

    StoredOverride(long memberId, OverrideDraft draft, Instant now, Actor by) {
        this.memberId = memberId;
        this.verdict = draft.verdict();
        this.reason = draft.reason();
        this.untilAt = Moments.stored(draft.until());
        this.decidedAt = Moments.stored(now);
        this.by = new StoredActor(by);
    }

    void end(Instant now) {
        this.endedAt = Moments.stored(now);
    }

    void moveTo(long newMemberId) {
        this.memberId = newMemberId;
    }

    long memberId() {
        return memberId;
    }

    Decision.Override value() {
        return new Decision.Override(
                id, verdict, reason, Moments.instant(untilAt), by.label(), Moments.instant(decidedAt));
    }
}
