package coop.greffon.shifts.internal.store.slot;

import coop.greffon.core.persistence.Moments;
import coop.greffon.shifts.internal.rules.slot.Recurrence;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;

/** A slot that comes back. */
@Entity
@Table(name = "greffon_shifts_template")
public class StoredTemplate {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "template")
    @SequenceGenerator(name = "template", sequenceName = "greffon_shifts_template_seq", allocationSize = 50)
    private Long id;

    private long revision;

    private String job;

    private Integer week;

    private int weekday;

    private LocalTime starts;

    private LocalTime ends;

    private long worth;

    private int minimum;

    @Column(name = "from_on")
    private LocalDate fromOn;

    @Column(name = "to_on")
    private LocalDate toOn;

    @Column(name = "request_key")
    private String requestKey;

    @Column(name = "recorded_at")
    private OffsetDateTime recordedAt;

    protected StoredTemplate() {}

    StoredTemplate(TemplateDraft draft, Instant now) {
        requestKey = draft.requestKey();
        recordedAt = Moments.stored(now);
        become(draft);
    }

    final void become(TemplateDraft draft) {
        revision++;
        job = draft.job().strip();
        week = draft.week();
        weekday = draft.weekday().getValue();
        starts = draft.starts();
        ends = draft.ends();
        worth = draft.worth();
        minimum = draft.minimum();
        fromOn = draft.from();
        toOn = draft.to();
    }

    void end(LocalDate on) {
        revision++;
        toOn = on;
    }

    public long id() {
        return id;
    }

    public Template template(List<String> skills) {
        var recurrence = new Recurrence(week, DayOfWeek.of(weekday), starts, ends, fromOn, toOn);
        return new Template(id, revision, job, recurrence, worth, minimum, skills);
    }
}
