package coop.greffon.members.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A request that may come twice, and whom it wrote down. */
@Entity
@Table(name = "greffon_members_request")
public class StoredRequest {
    @Id
    @Column(name = "request_key")
    private String key;

    @Column(name = "content_hash")
    private String contentHash;

    @Column(name = "member_id")
    private Long memberId;

    protected StoredRequest() {}

    void answer(long createdId) {
        this.memberId = createdId;
    }

    String contentHash() {
        return contentHash;
    }

    Long memberId() {
        return memberId;
    }
}
