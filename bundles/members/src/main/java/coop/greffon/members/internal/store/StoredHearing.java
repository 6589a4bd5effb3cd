package coop.greffon.members.internal.store;

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

/** Whether a module has heard of an arrival. */
@Entity
@Table(name = "greffon_members_arrival_hearing")
@IdClass(StoredHearing.Key.class)
public class StoredHearing {
    private static final int LONGEST_FAILURE = 500;

    @Id
    private String cause;

    @Id
    private String module;

    private int attempts;

    @Column(name = "heard_at")
    private OffsetDateTime heardAt;

    private String failure;

    protected StoredHearing() {}

    StoredHearing(String cause, String module) {
        this.cause = cause;
        this.module = module;
    }

    void heard(Instant now) {
        this.attempts++;
        this.heardAt = Moments.stored(now);
        this.failure = null;
    }

    void failed(String why) {
        this.attempts++;
        this.failure = why.substring(0, Math.min(LONGEST_FAILURE, why.length()));
    }

    boolean isHeard() {
        return heardAt != null;
    }

    String cause() {
        return cause;
    }

    String module() {
        return module;
    }

    /** Which module, of which arrival. */
    public static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String cause;
        private String module;

        public Key() {}

        Key(String cause, String module) {
            this.cause = cause;
            this.module = module;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && cause.equals(key.cause) && module.equals(key.module);
        }

        @Override
        public int hashCode() {
            return Objects.hash(cause, module);
        }
    }
}
