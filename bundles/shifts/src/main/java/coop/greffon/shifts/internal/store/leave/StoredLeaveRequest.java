package coop.greffon.shifts.internal.store.leave;

import coop.greffon.core.persistence.Moments;
import coop.greffon.shifts.internal.store.LeaveDraft;
import coop.greffon.shifts.internal.store.PeriodKind;
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

/** A leave somebody asked for. */
@Entity
@Table(name = "greffon_shifts_leave_request")
public class StoredLeaveRequest {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "leaveRequest")
    @SequenceGenerator(name = "leaveRequest", sequenceName = "greffon_shifts_leave_request_seq", allocationSize = 50)
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

    @Enumerated(EnumType.STRING)
    private RequestState state;

    private String reason;

    @Column(name = "asked_at")
    private OffsetDateTime askedAt;

    @Column(name = "decided_at")
    private OffsetDateTime decidedAt;

    @Column(name = "asked_by")
    private Long askedBy;

    protected StoredLeaveRequest() {}

    StoredLeaveRequest(long workerId, LeaveDraft draft, Long askedBy, Instant now) {
        this.workerId = workerId;
        this.kind = draft.kind();
        this.fromOn = draft.from();
        this.toOn = draft.to();
        this.note = draft.note();
        this.state = RequestState.ASKED;
        this.askedBy = askedBy;
        this.askedAt = Moments.stored(now);
    }

    void become(RequestState now, String why, Instant at) {
        state = now;
        reason = why;
        decidedAt = Moments.stored(at);
    }

    RequestState state() {
        return state;
    }

    LeaveRequest request(long memberId) {
        return new LeaveRequest(
                id,
                memberId,
                askedBy == null ? memberId : askedBy,
                kind,
                fromOn,
                toOn,
                note,
                state,
                Moments.instant(askedAt),
                decidedAt == null ? null : Moments.instant(decidedAt),
                reason);
    }
}
