package coop.greffon.shifts.internal.store.slot;

import coop.greffon.core.persistence.Moments;
import java.io.Serializable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** Something somebody can do. */
@Entity
@Table(name = "greffon_shifts_skill")
@IdClass(StoredSkill.Key.class)
public class StoredSkill {
    @Id
    @Column(name = "worker_id")
    private long workerId;

    @Id
    private String skill;

    @Column(name = "recorded_at")
    private OffsetDateTime recordedAt;

    protected StoredSkill() {}

    StoredSkill(long workerId, String skill, Instant now) {
        this.workerId = workerId;
        this.skill = skill;
        this.recordedAt = Moments.stored(now);
    }

    String skill() {
        return skill;
    }

    /** Of whom, and what. */
    public static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long workerId;
        private String skill;

        public Key() {}

        Key(long workerId, String skill) {
            this.workerId = workerId;
            this.skill = skill;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.workerId == workerId && Objects.equals(key.skill, skill);
        }

        @Override
        public int hashCode() {
            return Objects.hash(workerId, skill);
        }
    }
}
