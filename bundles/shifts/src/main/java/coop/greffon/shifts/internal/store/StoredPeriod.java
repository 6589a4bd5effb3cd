package coop.greffon.shifts.internal.store;

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

/** Days for which something was decided about somebody. It is never changed: it is withdrawn, and another one written down. */
@Entity
@Table(name = "greffon_shifts_period")
public class StoredPeriod {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "period")
    @SequenceGenerator(name = "period", sequenceName = "greffon_shifts_period_seq", allocationSize = 50)
    private Long id;

    @Column(name = "worker_id")
    private long workerId;

    @Enumerated(EnumType.STRING)
    private PeriodKind kind;

    @Column(name = "from_on")
    private LocalDate fromOn;

    @Column(name = "to_on")
    private LocalDate toOn;

    private String note;

    @Column(name = "places_end")
    private LocalDate placesEnd;

    @Column(name = "document_due")
    private LocalDate documentDue;

    @Column(name = "document_void")
    private LocalDate documentVoid;

    @Column(name = "document_seen")
    private LocalDate documentSeen;

    @Column(name = "recorded_at")
    private OffsetDateTime recordedAt;

    @Column(name = "withdrawn_at")
    private OffsetDateTime withdrawnAt;

    @Column(name = "asked_by")
    private Long askedBy;

    protected StoredPeriod() {}

    StoredPeriod(long workerId, Period period) {
        this.workerId = workerId;
        this.kind = period.kind();
        this.fromOn = period.from();
        this.toOn = period.to();
        this.note = period.note();
        this.placesEnd = period.placesEnd();
        if (period.document() != null) {
            this.documentDue = period.document().due();
            this.documentVoid = period.document().voidOn();
            this.documentSeen = period.document().seen();
        }
        this.recordedAt = Moments.stored(period.recordedAt());
        this.askedBy = period.askedBy();
    }

    void withdraw(Instant at) {
        withdrawnAt = Moments.stored(at);
    }

    void see(LocalDate on) {
        documentSeen = on;
    }

    long workerId() {
        return workerId;
    }

    void forgetNote() {
        note = null;
    }

    Period period() {
        return new Period(
                id,
                kind,
                fromOn,
                toOn,
                note,
                placesEnd,
                documentDue == null ? null : new Period.Document(documentDue, documentVoid, documentSeen),
                Moments.instant(recordedAt),
                withdrawnAt == null ? null : Moments.instant(withdrawnAt),
                askedBy);
    }
}
