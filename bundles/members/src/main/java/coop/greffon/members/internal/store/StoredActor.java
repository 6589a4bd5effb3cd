package coop.greffon.members.internal.store;

import coop.greffon.core.identity.Actor;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;

/** Who did it. */
@Embeddable
public class StoredActor {
    @Enumerated(EnumType.STRING)
    @Column(name = "actor_kind")
    private Actor.Kind kind;

    @Column(name = "actor_account")
    private Long account;

    @Column(name = "actor_label")
    private String label;

    protected StoredActor() {}

    StoredActor(Actor by) {
        this.kind = by.kind();
        this.account = by.accountId();
        this.label = by.label();
    }

    String label() {
        return label;
    }
}
