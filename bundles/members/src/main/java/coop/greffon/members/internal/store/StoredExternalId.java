package coop.greffon.members.internal.store;

import coop.greffon.members.ExternalId;
import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

@Entity
@IdClass(StoredExternalId.Key.class)
@Table(name = "greffon_members_external_id")
public class StoredExternalId {
    @Id
    private String source;

    @Id
    @Column(name = "external_id")
    private String externalId;

    @Column(name = "member_id")
    private long memberId;

    /** Whose it was before a merge, null where it is the record's own. */
    @Column(name = "former_member_id")
    private Long formerMemberId;

    protected StoredExternalId() {}

    StoredExternalId(ExternalId id, long memberId) {
        this.source = id.source();
        this.externalId = id.id();
        this.memberId = memberId;
    }

    long memberId() {
        return memberId;
    }

    void moveTo(long newMemberId) {
        this.formerMemberId = formerMemberId == null ? memberId : formerMemberId;
        this.memberId = newMemberId;
    }

    boolean isOfFormerRecord() {
        return formerMemberId != null;
    }

    String source() {
        return source;
    }

    ExternalId value() {
        return new ExternalId(source, externalId);
    }

    /** Its key. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String source;
        private String externalId;

        protected Key() {}

        Key(ExternalId id) {
            this.source = id.source();
            this.externalId = id.id();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && source.equals(key.source) && externalId.equals(key.externalId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(source, externalId);
        }
    }
}
