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

/** A seat that somebody offers in return; to an offer each seat is open once at most. */
@Entity
@Table(name = "greffon_shifts_exchange_answer")
public class StoredAnswer {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "exchangeAnswer")
    @SequenceGenerator(
            name = "exchangeAnswer",
            sequenceName = "greffon_shifts_exchange_answer_seq",
            allocationSize = 50)
    private Long id;

    @Column(name = "exchange_id")
    private long exchangeId;

    @Column(name = "booking_id")
    private long bookingId;

    @Column(name = "worker_id")
    private long workerId;

    @Enumerated(EnumType.STRING)
    private ExchangeState state;

    @Column(name = "open_booking")
    private Long openBooking;

    @Column(name = "recorded_at")
    private OffsetDateTime recordedAt;

    @Column(name = "settled_at")
    private OffsetDateTime settledAt;

    protected StoredAnswer() {}

    StoredAnswer(long exchangeId, StoredBooking booking, Instant now) {
        this.exchangeId = exchangeId;
        this.bookingId = booking.id();
        this.workerId = booking.workerId();
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

    long exchangeId() {
        return exchangeId;
    }

    long bookingId() {
        return bookingId;
    }

    long workerId() {
        return workerId;
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
