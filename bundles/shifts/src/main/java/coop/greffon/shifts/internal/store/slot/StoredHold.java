package coop.greffon.shifts.internal.store.slot;

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

/** A seat that is kept for somebody for some days. */
@Entity
@Table(name = "greffon_shifts_hold")
public class StoredHold {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "hold")
    @SequenceGenerator(name = "hold", sequenceName = "greffon_shifts_hold_seq", allocationSize = 50)
    private Long id;

    @Column(name = "shift_id")
    private long shiftId;

    @Column(name = "seat_id")
    private long seatId;

    @Column(name = "worker_id")
    private long workerId;

    @Column(name = "until_on")
    private LocalDate untilOn;

    @Enumerated(EnumType.STRING)
    private HoldState state;

    @Column(name = "recorded_at")
    private OffsetDateTime recordedAt;

    @Column(name = "settled_at")
    private OffsetDateTime settledAt;

    protected StoredHold() {}

    StoredHold(StoredSeat seat, long workerId, LocalDate untilOn, Instant now) {
        this.shiftId = seat.shiftId();
        this.seatId = seat.id();
        this.workerId = workerId;
        this.untilOn = untilOn;
        this.state = HoldState.HELD;
        this.recordedAt = Moments.stored(now);
    }

    public void become(HoldState now, Instant at) {
        state = now;
        settledAt = Moments.stored(at);
    }

    public long id() {
        return id;
    }

    public long shiftId() {
        return shiftId;
    }

    public long seatId() {
        return seatId;
    }

    public long workerId() {
        return workerId;
    }

    /** The last day on which it is kept. */
    public LocalDate untilOn() {
        return untilOn;
    }

    public HoldState state() {
        return state;
    }
}
