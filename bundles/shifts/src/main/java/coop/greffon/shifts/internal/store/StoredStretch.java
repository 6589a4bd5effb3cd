package coop.greffon.shifts.internal.store;

import coop.greffon.core.persistence.Moments;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.rules.Tracks.Stretch;
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

/** A track somebody has from a day on, after the one they began with; none where they no longer work. */
@Entity
@Table(name = "greffon_shifts_stretch")
public class StoredStretch {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "stretch")
    @SequenceGenerator(name = "stretch", sequenceName = "greffon_shifts_stretch_seq", allocationSize = 50)
    private Long id;

    @Column(name = "worker_id")
    private long workerId;

    @Enumerated(EnumType.STRING)
    private Track track;

    @Column(name = "from_on")
    private LocalDate fromOn;

    @Column(name = "recorded_at")
    private OffsetDateTime recordedAt;

    @Column(name = "withdrawn_at")
    private OffsetDateTime withdrawnAt;

    protected StoredStretch() {}

    StoredStretch(long workerId, Track track, LocalDate from, Instant now) {
        this.workerId = workerId;
        this.track = track;
        this.fromOn = from;
        this.recordedAt = Moments.stored(now);
    }

    void withdraw(Instant at) {
        withdrawnAt = Moments.stored(at);
    }

    long workerId() {
        return workerId;
    }

    Stretch stretch() {
        return new Stretch(track, fromOn, Moments.instant(recordedAt));
    }
}
