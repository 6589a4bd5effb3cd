package coop.greffon.shifts.internal.store.slot;

import coop.greffon.core.persistence.Moments;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;

/** Somebody's place on each shift of a template. */
@Entity
@Table(name = "greffon_shifts_fixed_place")
public class StoredFixedPlace {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "fixedPlace")
    @SequenceGenerator(name = "fixedPlace", sequenceName = "greffon_shifts_fixed_place_seq", allocationSize = 50)
    private Long id;

    @Column(name = "template_id")
    private long templateId;

    private int position;

    @Column(name = "worker_id")
    private long workerId;

    @Column(name = "from_on")
    private LocalDate fromOn;

    @Column(name = "to_on")
    private LocalDate toOn;

    @Column(name = "recorded_at")
    private OffsetDateTime recordedAt;

    protected StoredFixedPlace() {}

    StoredFixedPlace(long templateId, int position, long workerId, LocalDate fromOn, LocalDate toOn, Instant now) {
        this.templateId = templateId;
        this.position = position;
        this.workerId = workerId;
        this.fromOn = fromOn;
        this.toOn = toOn;
        this.recordedAt = Moments.stored(now);
    }

    void end(LocalDate on) {
        toOn = on;
    }

    long id() {
        return id;
    }

    long templateId() {
        return templateId;
    }

    int position() {
        return position;
    }

    long workerId() {
        return workerId;
    }

    LocalDate from() {
        return fromOn;
    }

    LocalDate to() {
        return toOn;
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(fromOn) && (toOn == null || !day.isAfter(toOn));
    }

    /** Whether it holds on some day of those; null for no last one. */
    boolean overlaps(LocalDate from, LocalDate to) {
        return (to == null || !fromOn.isAfter(to)) && (toOn == null || !toOn.isBefore(from));
    }
}
