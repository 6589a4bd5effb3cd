package coop.greffon.core.internal.setting;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.persistence.Moments;
import coop.greffon.core.setting.SettingChange;
import java.time.Instant;
import java.time.LocalDate;
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
@Table(name = "greffon_core_setting")
public class StoredSetting {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "setting")
    @SequenceGenerator(name = "setting", sequenceName = "greffon_core_setting_seq", allocationSize = 50)
    private Long id;

    private String module;

    private String name;

    private String content;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    private boolean withdrawn;

    @Column(name = "recorded_at")
    private OffsetDateTime recordedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "actor_kind")
    private Actor.Kind actorKind;

    @Column(name = "actor_account")
    private Long actorAccount;

    @Column(name = "actor_label")
    private String actorLabel;

    protected StoredSetting() {}

    StoredSetting(String module, String name, LocalDate validFrom, Instant recordedAt, Actor by) {
        this.module = module;
        this.name = name;
        this.validFrom = validFrom;
        this.recordedAt = Moments.stored(recordedAt);
        this.actorKind = by.kind();
        this.actorAccount = by.accountId();
        this.actorLabel = by.label();
    }

    void set(String newContent) {
        content = newContent;
    }

    void withdraw() {
        withdrawn = true;
    }

    Long id() {
        return id;
    }

    String module() {
        return module;
    }

    String name() {
        return name;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    boolean isWithdrawn() {
        return withdrawn;
    }

    String content() {
        return content;
    }

    SettingChange view() {
        return new SettingChange(
                validFrom,
                content,
                Moments.instant(recordedAt),
                new Actor(actorKind, actorAccount, actorLabel),
                withdrawn);
    }
}
