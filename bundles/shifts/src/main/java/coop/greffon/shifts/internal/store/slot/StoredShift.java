package coop.greffon.shifts.internal.store.slot;

import coop.greffon.core.persistence.Moments;
import coop.greffon.shifts.internal.rules.slot.Span;
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

/** A slot on a day. */
@Entity
@Table(name = "greffon_shifts_shift")
public class StoredShift {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "shift")
    @SequenceGenerator(name = "shift", sequenceName = "greffon_shifts_shift_seq", allocationSize = 50)
    private Long id;

    @Column(name = "template_id")
    private Long templateId;

    @Column(name = "on_day")
    private LocalDate onDay;

    @Column(name = "starts_at")
    private OffsetDateTime startsAt;

    @Column(name = "ends_at")
    private OffsetDateTime endsAt;

    private String job;

    private long worth;

    private int minimum;

    @Enumerated(EnumType.STRING)
    private ShiftState state = ShiftState.PLANNED;

    @Column(name = "make_ups")
    private int makeUps;

    private String remark;

    @Column(name = "closed_at")
    private OffsetDateTime closedAt;

    private int revision;

    @Column(name = "recorded_at")
    private OffsetDateTime recordedAt;

    protected StoredShift() {}

    StoredShift(long templateId, LocalDate onDay, Instant now) {
        this.templateId = templateId;
        this.onDay = onDay;
        this.recordedAt = Moments.stored(now);
    }

    void follow(Template template, Span span) {
        boolean isOther = startsAt != null
                && !(span.equals(shift().span()) && template.job().equals(job));
        revision += isOther ? 1 : 0;
        startsAt = Moments.stored(span.starts());
        endsAt = Moments.stored(span.ends());
        job = template.job();
        worth = template.worth();
        minimum = template.minimum();
    }

    void cancel(int makeUpsOwed) {
        revision += state == ShiftState.CANCELLED ? 0 : 1;
        state = ShiftState.CANCELLED;
        makeUps = makeUpsOwed;
    }

    void takePlace() {
        revision += state == ShiftState.PLANNED ? 0 : 1;
        state = ShiftState.PLANNED;
        makeUps = 0;
    }

    /** It is told who came. */
    public void close(Instant now) {
        state = ShiftState.CLOSED;
        closedAt = Moments.stored(now);
    }

    /** Says how it went, where nobody said so. */
    public void say(String said) {
        remark = said;
    }

    public long id() {
        return id;
    }

    public LocalDate onDay() {
        return onDay;
    }

    public ShiftState state() {
        return state;
    }

    /** How many shifts are made up for this one, which does not take place. */
    public int makeUps() {
        return makeUps;
    }

    public Shift shift() {
        return new Shift(
                id,
                templateId,
                onDay,
                new Span(Moments.instant(startsAt), Moments.instant(endsAt)),
                job,
                worth,
                minimum,
                state,
                remark,
                revision);
    }
}
