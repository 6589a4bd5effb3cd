package coop.greffon.shifts.internal.store.exchange;

import coop.greffon.core.persistence.Moments;
import coop.greffon.shifts.internal.store.slot.StoredBooking;
import java.time.Instant;
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

/** A request to come instead of somebody; of a seat one is open at most. */
@Entity
@Table(name = "greffon_shifts_request")
public class StoredRequest {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "request")
    @SequenceGenerator(name = "request", sequenceName = "greffon_shifts_request_seq", allocationSize = 50)
    private Long id;

    @Column(name = "booking_id")
    private long bookingId;

    @Column(name = "asker_id")
    private long askerId;

    @Column(name = "asked_id")
    private long askedId;

    @Enumerated(EnumType.STRING)
    private AskState state;

    @Column(name = "open_booking")
    private Long openBooking;

    @Column(name = "recorded_at")
    private OffsetDateTime recordedAt;

    @Column(name = "settled_at")
    private OffsetDateTime settledAt;

    protected StoredRequest() {}

    StoredRequest(StoredBooking booking, long askedId, Instant now) {
        this.bookingId = booking.id();
        this.askerId = booking.workerId();
        this.askedId = askedId;
        this.recordedAt = Moments.stored(now);
        this.state = AskState.ASKED;
        this.openBooking = booking.id();
    }

    final void become(AskState now, Instant at) {
        state = now;
        openBooking = null;
        settledAt = Moments.stored(at);
    }

    long id() {
        return id;
    }

    long bookingId() {
        return bookingId;
    }

    /** The worker who asks. */
    long askerId() {
        return askerId;
    }

    /** The worker who is asked. */
    long askedId() {
        return askedId;
    }

    AskState state() {
        return state;
    }

    Instant recordedAt() {
        return Moments.instant(recordedAt);
    }

    boolean isOpen() {
        return state == AskState.ASKED;
    }
}
