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

/** A seat that somebody offers for another; of a seat one offer is open at most. */
@Entity
@Table(name = "greffon_shifts_exchange")
public class StoredExchange {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "exchange")
    @SequenceGenerator(name = "exchange", sequenceName = "greffon_shifts_exchange_seq", allocationSize = 50)
    private Long id;

    @Column(name = "booking_id")
    private long bookingId;

    @Column(name = "worker_id")
    private long workerId;

    @Column(name = "wanted_id")
    private Long wantedId;

    @Enumerated(EnumType.STRING)
    private ExchangeState state;

    @Column(name = "open_booking")
    private Long openBooking;

    @Column(name = "recorded_at")
    private OffsetDateTime recordedAt;

    @Column(name = "settled_at")
    private OffsetDateTime settledAt;

    protected StoredExchange() {}

    StoredExchange(StoredBooking booking, Long wantedId, Instant now) {
        this.bookingId = booking.id();
        this.workerId = booking.workerId();
        this.wantedId = wantedId;
        this.recordedAt = Moments.stored(now);
        this.state = ExchangeState.OPEN;
        this.openBooking = booking.id();
    }

    final void become(ExchangeState now, Instant at) {
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

    long workerId() {
        return workerId;
    }

    /** The worker to whom it is offered, null for whoever has one that fits. */
    Long wantedId() {
        return wantedId;
    }

    boolean isFor(long worker) {
        return worker != workerId && (wantedId == null || wantedId == worker);
    }

    ExchangeState state() {
        return state;
    }

    Instant recordedAt() {
        return Moments.instant(recordedAt);
    }

    boolean isOpen() {
        return state == ExchangeState.OPEN;
    }
}
