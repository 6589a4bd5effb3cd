package coop.greffon.shifts.internal.store.slot;

import coop.greffon.core.persistence.Moments;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Origin;
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

/**
 * A seat somebody took. Whose seat it is and who is on the shift, of an account which person, are each unique in the database, whatever two do
 * at once.
 */
@Entity
@Table(name = "greffon_shifts_booking")
public class StoredBooking {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "booking")
    @SequenceGenerator(name = "booking", sequenceName = "greffon_shifts_booking_seq", allocationSize = 50)
    private Long id;

    @Column(name = "shift_id")
    private long shiftId;

    @Column(name = "seat_id")
    private long seatId;

    @Column(name = "worker_id")
    private long workerId;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    @Enumerated(EnumType.STRING)
    private BookingState state;

    @Enumerated(EnumType.STRING)
    private Comes comes;

    private boolean late;

    private String note;

    private boolean told;

    @Column(name = "walked_in")
    private boolean walkedIn;

    @Column(name = "taken_over_by")
    private Long takenOverBy;

    @Column(name = "taken_seat")
    private Long takenSeat;

    @Column(name = "present_worker")
    private Long presentWorker;

    private int revision;

    @Column(name = "moved_at")
    private OffsetDateTime movedAt;

    @Column(name = "back_at")
    private OffsetDateTime backAt;

    @Column(name = "recorded_at")
    private OffsetDateTime recordedAt;

    @Column(name = "settled_at")
    private OffsetDateTime settledAt;

    protected StoredBooking() {}

    public StoredBooking(StoredSeat seat, long workerId, Origin origin, Instant now) {
        this(seat, workerId, origin, Comes.THEMSELVES, now);
    }

    public StoredBooking(StoredSeat seat, long workerId, Origin origin, Comes comes, Instant now) {
        this.shiftId = seat.shiftId();
        this.seatId = seat.id();
        this.workerId = workerId;
        this.origin = origin;
        this.comes = comes;
        this.recordedAt = Moments.stored(now);
        become(BookingState.BOOKED, now);
    }

    /** Something became of it. */
    public final void become(BookingState now, Instant at) {
        // Of who said so before, the seat may be somebody else's: being told absent does not take it back.
        boolean hasLeft = state == BookingState.ANNOUNCED || state != null && takenSeat == null && state.hasSeat();
        boolean hasSeat = now.hasSeat() && (!hasLeft || now == BookingState.BOOKED);
        if (state != null && !state.isOpen() && now.isOpen()) {
            backAt = Moments.stored(at);
        }
        revision += state == null || state.isComing() == now.isComing() ? 0 : 1;
        state = now;
        takenSeat = hasSeat ? Long.valueOf(seatId) : null;
        presentWorker = now.hasSeat() || now == BookingState.ANNOUNCED ? Long.valueOf(workerId) : null;
        settledAt = now.isOpen() ? null : Moments.stored(at);
    }

    /** The shift takes place at other hours. */
    public void move(Instant at) {
        revision++;
        movedAt = Moments.stored(at);
    }

    /** Whether it was lost and is open again since: what was asked about it before is over. */
    public boolean isBackSince(Instant asked) {
        return backAt != null && Moments.instant(backAt).isAfter(asked);
    }

    /** It is open again, on a seat of the same shift. */
    public void comeBack(StoredSeat seat, Instant at) {
        seatId = seat.id();
        become(BookingState.BOOKED, at);
    }

    /** Somebody else comes in their place. */
    public void handOver(StoredBooking other, Instant at) {
        become(BookingState.TAKEN_OVER, at);
        takenOverBy = other.id;
    }

    /** Nobody had booked it: they came. */
    public void walkIn() {
        walkedIn = true;
    }

    public boolean isWalkIn() {
        return walkedIn;
    }

    /** What became of it is in the journal. */
    public void tell() {
        told = true;
    }

    public boolean isTold() {
        return told;
    }

    public void say(boolean cameLate, String said) {
        late = cameLate;
        note = said;
    }

    public void forgetNote() {
        note = null;
    }

    public void comes(Comes who) {
        comes = who;
    }

    public Comes comes() {
        return comes;
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

    /** Whether the seat is theirs now. */
    public boolean isSeated() {
        return takenSeat != null;
    }

    public Origin origin() {
        return origin;
    }

    public BookingState state() {
        return state;
    }

    public Booking booking() {
        return new Booking(
                id,
                shiftId,
                seatId,
                workerId,
                origin,
                state,
                comes,
                takenSeat != null,
                late,
                isWalkIn(),
                note,
                takenOverBy,
                revision);
    }
}
