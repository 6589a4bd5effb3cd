package coop.greffon.members.internal.account;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.persistence.Moments;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;

/** The last invitation of a person: asked for, sent or refused. */
@Entity
@Table(name = "greffon_members_invitation")
public class StoredInvitation {
    /** What became of it. */
    public enum State {
        /** Its turn comes. */
        WAITING,
        SENT,
        REFUSED
    }

    @Id
    @Column(name = "member_id")
    private long memberId;

    @Enumerated(EnumType.STRING)
    private State state;

    /** Whether it was asked for with those of others. */
    private boolean together;

    private String mail;

    private String refusal;

    @Column(name = "asked_at")
    private OffsetDateTime askedAt;

    @Column(name = "ended_at")
    private OffsetDateTime endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "actor_kind")
    private Actor.Kind actorKind;

    @Column(name = "actor_account")
    private Long actorAccount;

    @Column(name = "actor_device")
    private Long actorDevice;

    @Column(name = "actor_label")
    private String actorLabel;

    protected StoredInvitation() {}

    StoredInvitation(long memberId, boolean together, Actor by, Instant now) {
        this.memberId = memberId;
        this.state = State.WAITING;
        this.together = together;
        this.askedAt = Moments.stored(now);
        ask(by);
    }

    private void ask(Actor by) {
        this.actorKind = by.kind();
        this.actorAccount = by.accountId();
        this.actorDevice = by.deviceId();
        this.actorLabel = by.label();
    }

    void sent(String address, Actor by, Instant now) {
        ask(by);
        this.mail = address;
        end(State.SENT, null, now);
    }

    void refused(String why, Instant now) {
        end(State.REFUSED, why, now);
    }

    private void end(State ended, String why, Instant now) {
        this.state = ended;
        this.refusal = why;
        this.endedAt = Moments.stored(now);
    }

    long memberId() {
        return memberId;
    }

    boolean isWaiting() {
        return state == State.WAITING;
    }

    /** Whether somebody sent it to this address after an instant. */
    boolean isSent(String address, Actor by, Instant after) {
        return state == State.SENT
                && address.equals(mail)
                && actor().ownerKey().equals(by.ownerKey())
                && Moments.instant(endedAt).isAfter(after);
    }

    Actor actor() {
        return new Actor(actorKind, actorAccount, actorDevice, actorLabel);
    }

    /** The message key of why it was refused, null where it was not; what it says of, if anything, is the person's name. */
    String refusal() {
        return refusal;
    }

    InvitationRows.Invitation value() {
        return new InvitationRows.Invitation(
                memberId, state, mail, refusal, Moments.instant(askedAt), Moments.instant(endedAt));
    }
}
