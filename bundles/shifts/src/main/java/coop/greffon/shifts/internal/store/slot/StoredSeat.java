package coop.greffon.shifts.internal.store.slot;

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

    protected StoredSeat() {}

    public StoredSeat(long shiftId, int position, String skill) {
        this.shiftId = shiftId;
        this.position = position;
        this.skill = skill;
    }

    void ask(String other) {
        skill = other;
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

    /** What it asks for, null for nothing. */
    public String skill() {
        return skill;
    }
}
