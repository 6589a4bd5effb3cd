package coop.greffon.members.internal.store;

import coop.greffon.core.persistence.Moments;
import coop.greffon.members.Card;
import coop.greffon.members.CardKind;
import coop.greffon.members.CardState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;

/** A card. While it is active its owner stands in a unique column too: the database itself refuses a second active one. */
@Entity
@Table(name = "greffon_members_card")
public class StoredCard {
    @Id
    private String code;

    @Enumerated(EnumType.STRING)
    private CardKind kind;

    @Column(name = "member_id")
    private long memberId;

    @Column(name = "active_member_id")
    private Long activeMemberId;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    @Enumerated(EnumType.STRING)
    private CardState state;

    private String reason;

    @Column(name = "given_at")
    private OffsetDateTime givenAt;

    protected StoredCard() {}

    StoredCard(String code, CardKind kind, long memberId, LocalDate from, Instant now) {
        this.code = code;
        this.kind = kind;
        this.memberId = memberId;
        this.validFrom = from;
        this.givenAt = Moments.stored(now);
        restore();
    }

    final void restore() {
        this.state = CardState.ACTIVE;
        this.activeMemberId = memberId;
        this.validTo = null;
        this.reason = null;
    }

    /** One that never came to be valid, or whose successor is dated before it, ends on the day it began. */
    void end(CardState newState, LocalDate to, String why) {
        this.state = newState;
        this.activeMemberId = null;
        this.validTo = to.isBefore(validFrom) ? validFrom : to;
        this.reason = why;
    }

    void moveTo(long newMemberId) {
        this.memberId = newMemberId;
        this.activeMemberId = activeMemberId == null ? null : Long.valueOf(newMemberId);
    }

    String code() {
        return code;
    }

    long memberId() {
        return memberId;
    }

    CardState state() {
        return state;
    }

    Instant givenAt() {
        return Moments.instant(givenAt);
    }

    Card value() {
        return new Card(code, kind, memberId, validFrom, validTo, state, reason);
    }
}
