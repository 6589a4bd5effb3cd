package coop.greffon.shifts.internal.store.pool;

import coop.greffon.core.persistence.Moments;
import java.time.Instant;
import java.time.LocalDate;
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

/** A request to the pool; of somebody one is open at most. */
@Entity
@Table(name = "greffon_shifts_pool_request")
public class StoredPoolRequest {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "poolRequest")
    @SequenceGenerator(name = "poolRequest", sequenceName = "greffon_shifts_pool_request_seq", allocationSize = 50)
    private Long id;

    @Column(name = "worker_id")
    private long workerId;

    @Enumerated(EnumType.STRING)
    private PoolRequestState state;

    @Column(name = "open_worker")
    private Long openWorker;

    private long amount;

    @Column(name = "asked_on")
    private LocalDate askedOn;

    @Column(name = "settled_on")
    private LocalDate settledOn;

    @Column(name = "recorded_at")
    private OffsetDateTime recordedAt;

    protected StoredPoolRequest() {}

    StoredPoolRequest(long workerId, LocalDate on, Instant now) {
        this.workerId = workerId;
        this.askedOn = on;
        this.recordedAt = Moments.stored(now);
        this.state = PoolRequestState.ASKED;
        this.openWorker = workerId;
    }

    final void become(PoolRequestState now, LocalDate on) {
        state = now;
        openWorker = null;
        settledOn = on;
    }

    void grant(long granted, LocalDate on) {
        amount = granted;
        become(PoolRequestState.GRANTED, on);
    }

    long id() {
        return id;
    }

    long workerId() {
        return workerId;
    }

    PoolRequestState state() {
        return state;
    }

    boolean isOpen() {
        return state == PoolRequestState.ASKED;
    }

    long amount() {
        return amount;
    }

    LocalDate askedOn() {
        return askedOn;
    }
}
