package coop.greffon.members.internal.store;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.persistence.Moments;
import coop.greffon.members.arrival.Arrival;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.persistence.Column;
import javax.persistence.Embedded;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** Somebody came: written once, never changed. */
@Entity
@Table(name = "greffon_members_arrival")
public class StoredArrival {
    @Id
    private String cause;

    @Column(name = "member_id")
    private long memberId;

    @Column(name = "arrived_at")
    private OffsetDateTime arrivedAt;

    private String device;
    private String answers;

    @Column(name = "recorded_at")
    private OffsetDateTime recordedAt;

    @Embedded
    private StoredActor by;

    protected StoredArrival() {}

    StoredArrival(Arrival arrival, String answers, Instant now, Actor by) {
        this.cause = arrival.cause();
        this.memberId = arrival.memberId();
        this.arrivedAt = Moments.stored(arrival.at());
        this.device = arrival.device();
        this.answers = answers;
        this.recordedAt = Moments.stored(now);
        this.by = new StoredActor(by);
    }

    long memberId() {
        return memberId;
    }

    String answers() {
        return answers;
    }

    Arrival value() {
        return new Arrival(cause, memberId, Moments.instant(arrivedAt), device);
    }
}
