package coop.greffon.core.internal.job;

import coop.greffon.core.persistence.Moments;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

@Entity
@Table(name = "greffon_core_job")
public class StoredJob {
    @Id
    private String name;

    @Column(name = "last_day")
    private LocalDate lastDay;

    @Column(name = "last_ended_at")
    private OffsetDateTime lastEndedAt;

    @Column(name = "not_before")
    private OffsetDateTime notBefore;

    private int failures;

    @Column(name = "leased_by")
    private String leasedBy;

    @Column(name = "leased_until")
    private OffsetDateTime leasedUntil;

    protected StoredJob() {}

    String name() {
        return name;
    }

    LocalDate lastDay() {
        return lastDay;
    }

    Instant lastEndedAt() {
        return Moments.instant(lastEndedAt);
    }

    Instant notBefore() {
        return Moments.instant(notBefore);
    }

    int failures() {
        return failures;
    }

    boolean isLeasedAt(Instant now) {
        return leasedBy != null
                && leasedUntil != null
                && Moments.instant(leasedUntil).isAfter(now);
    }

    /** Notes the end of a run. */
    void ended(Instant at, int newFailures, Instant newNotBefore) {
        lastEndedAt = Moments.stored(at);
        failures = newFailures;
        notBefore = Moments.stored(newNotBefore);
    }

    /** Notes a day as done; an earlier day changes nothing. */
    void done(LocalDate day) {
        if (lastDay == null || day.isAfter(lastDay)) {
            lastDay = day;
        }
    }
}
