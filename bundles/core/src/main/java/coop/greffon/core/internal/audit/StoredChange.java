package coop.greffon.core.internal.audit;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.persistence.Moments;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;

@Entity
@Table(name = "greffon_core_change")
public class StoredChange {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "change")
    @SequenceGenerator(name = "change", sequenceName = "greffon_core_change_seq", allocationSize = 50)
    private Long id;

    @Column(name = "recorded_at")
    private OffsetDateTime recordedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "actor_kind")
    private Actor.Kind actorKind;

    @Column(name = "actor_account")
    private Long actorAccount;

    @Column(name = "actor_label")
    private String actorLabel;

    private String action;

    @Column(name = "record_kind")
    private String recordKind;

    @Column(name = "record_id")
    private String recordId;

    private String fields;

    protected StoredChange() {}

    StoredChange(Instant recordedAt, Actor by, String action, String recordKind, String recordId, String fields) {
        this.recordedAt = Moments.stored(recordedAt);
        this.actorKind = by.kind();
        this.actorAccount = by.accountId();
        this.actorLabel = by.label();
        this.action = action;
        this.recordKind = recordKind;
        this.recordId = recordId;
        this.fields = fields;
    }

    void replaceFields(String without) {
        this.fields = without;
    }

    Instant recordedAt() {
        return Moments.instant(recordedAt);
    }

    Actor by() {
        return new Actor(actorKind, actorAccount, actorLabel);
    }

    String action() {
        return action;
    }

    String recordKind() {
        return recordKind;
    }

    String recordId() {
        return recordId;
    }

    String fields() {
        return fields;
    }
}
