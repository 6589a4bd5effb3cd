package coop.greffon.members.internal.store;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.persistence.Moments;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.StatusChange;
import coop.greffon.members.StatusDraft;
import java.time.Instant;
import java.time.LocalDate;
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

/** An entry of the journal of statuses: written once, never changed. */
@Entity
@Table(name = "greffon_members_status_change")
public class StoredStatusChange {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "statusChange")
    @SequenceGenerator(name = "statusChange", sequenceName = "greffon_members_status_change_seq", allocationSize = 50)
    private Long id;

    @Column(name = "member_id")
    private long memberId;

    @Enumerated(EnumType.STRING)
    private MemberStatus status;

    @Column(name = "effective_on")
    private LocalDate effectiveOn;

    private String reason;

    @Column(name = "recorded_at")
    private OffsetDateTime recordedAt;

    @Embedded
    private StoredActor by;

    protected StoredStatusChange() {}

    StoredStatusChange(long memberId, StatusDraft change, Instant now, Actor by) {
        this.memberId = memberId;
        this.status = change.status();
        this.effectiveOn = change.on();
        this.reason = change.reason();
        this.recordedAt = Moments.stored(now);
        this.by = new StoredActor(by);
    }

    long memberId() {
        return memberId;
    }

    StatusChange value() {
        return new StatusChange(status, effectiveOn, reason, Moments.instant(recordedAt), by.label());
    }
}
