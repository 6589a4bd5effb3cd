package coop.greffon.members.internal.store;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

@Entity
@IdClass(StoredTag.Key.class)
@Table(name = "greffon_members_tag")
public class StoredTag {
    @Id
    @Column(name = "member_id")
    private long memberId;

    @Id
    private String name;

    protected StoredTag() {}

    StoredTag(long memberId, String name) {
        this.memberId = memberId;
        this.name = name;
    }

    long memberId() {
        return memberId;
    }

    String name() {
        return name;
    }

    /** Its key. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long memberId;
        private String name;

        protected Key() {}

        Key(long memberId, String name) {
            this.memberId = memberId;
            this.name = name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && memberId == key.memberId && name.equals(key.name);
        }

        @Override
        public int hashCode() {
            return Objects.hash(memberId, name);
        }
    }
}
