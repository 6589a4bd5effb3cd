package coop.greffon.shifts.internal.store.slot;

import coop.greffon.core.persistence.Moments;
import coop.greffon.shifts.internal.rules.slot.Closure;
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

/** Days on which nothing takes place. They are never changed: they are withdrawn, and others written down. */
@Entity
@Table(name = "greffon_shifts_closure")
public class StoredClosure {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "closure")
    @SequenceGenerator(name = "closure", sequenceName = "greffon_shifts_closure_seq", allocationSize = 50)
    private Long id;

    @Column(name = "from_on")
    private LocalDate fromOn;

    @Column(name = "to_on")
    private LocalDate toOn;

    private String reason;

    @Column(name = "make_ups")
    private int makeUps;

    @Column(name = "recorded_at")
    private OffsetDateTime recordedAt;

    @Column(name = "withdrawn_at")
    private OffsetDateTime withdrawnAt;

    protected StoredClosure() {}

    StoredClosure(ClosureDraft draft, Instant now) {
        fromOn = draft.from();
        toOn = draft.to();
        reason = draft.reason().strip();
        makeUps = draft.makeUps();
        recordedAt = Moments.stored(now);
    }

    void withdraw(Instant now) {
        withdrawnAt = Moments.stored(now);
    }

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    Closure closure() {
        return new Closure(id, fromOn, toOn, reason, makeUps);
    }
}
