package coop.greffon.shifts.internal.store.slot;

import coop.greffon.core.persistence.Moments;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;

/** A seat on a shift. */
@Entity
@Table(name = "greffon_shifts_seat")
public class StoredSeat {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "seat")
    @SequenceGenerator(name = "seat", sequenceName = "greffon_shifts_seat_seq", allocationSize = 50)
    private Long id;

    @Column(name = "shift_id")
    private long shiftId;

    private int position;

    private String skill;

    @Column(name = "added_at")
    private OffsetDateTime addedAt;

    protected StoredSeat() {}

    public StoredSeat(long shiftId, int position, String skill) {
        this.shiftId = shiftId;
        this.position = position;
        this.skill = skill;
    }

    /** One more than the shift is to have, for somebody who came without a seat: it is there as long as somebody has it. */
    public static StoredSeat extra(long shiftId, int position, Instant now) {
        var seat = new StoredSeat(shiftId, position, null);
        seat.addedAt = Moments.stored(now);
        return seat;
    }

    /** One of those that the shift is to have. */
    void ask(String other) {
        skill = other;
        addedAt = null;
    }

    public long id() {
        return id;
    }

    public long shiftId() {
        return shiftId;
    }

    public int position() {
        return position;
    }

    public boolean isExtra() {
        return addedAt != null;
    }

    /** What it asks for, null for nothing. */
    public String skill() {
        return skill;
    }
}
