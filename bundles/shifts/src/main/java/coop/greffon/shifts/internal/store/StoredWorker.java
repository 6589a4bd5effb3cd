package coop.greffon.shifts.internal.store;

import coop.greffon.core.persistence.Moments;
import coop.greffon.shifts.internal.rules.AlertForecast;
import coop.greffon.shifts.internal.rules.Standing;
import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.rules.Track;
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

/** Somebody who works. Where they stand follows from the journal; it is kept here so that a list need not work it out. */
@Entity
@Table(name = "greffon_shifts_worker")
public class StoredWorker {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "worker")
    @SequenceGenerator(name = "worker", sequenceName = "greffon_shifts_worker_seq", allocationSize = 50)
    private Long id;

    @Column(name = "member_id")
    private long memberId;

    @Enumerated(EnumType.STRING)
    private Track track;

    @Enumerated(EnumType.STRING)
    @Column(name = "first_track")
    private Track firstTrack;

    @Column(name = "start_on")
    private LocalDate startOn;

    @Enumerated(EnumType.STRING)
    private StatusCode standing;

    @Column(name = "may_shop")
    private boolean mayShop;

    @Column(name = "standing_until")
    private LocalDate standingUntil;

    private long main;

    @Column(name = "next_alert")
    private LocalDate nextAlert;

    @Enumerated(EnumType.STRING)
    private Registration registration;

    @Enumerated(EnumType.STRING)
    private Vote vote;

    @Column(name = "computed_on")
    private LocalDate computedOn;

    @Column(name = "recorded_at")
    private OffsetDateTime recordedAt;

    protected StoredWorker() {}

    StoredWorker(long memberId, Track track, LocalDate startOn, Instant now) {
        this.recordedAt = Moments.stored(now);
        this.memberId = memberId;
        this.track = track;
        this.startOn = startOn;
        this.standing = StatusCode.UP_TO_DATE;
        this.mayShop = true;
        this.computedOn = startOn;
    }

    public long id() {
        return id;
    }

    /** Whether it was written down by an instant, null for whenever. */
    boolean isKnown(Instant known) {
        return known == null || !Moments.instant(recordedAt).isAfter(known);
    }

    public Enrolment enrolment() {
        return new Enrolment(id, memberId, track, startOn, firstTrack == null ? track : firstTrack);
    }

    /** How they work is written down day by day from now on. */
    void changeTrack() {
        firstTrack = enrolment().first();
    }

    /** They began on another day. */
    void startOn(LocalDate day) {
        startOn = day;
    }

    /**
     * Keeps the track of a day.
     *
     * @param now null where they no longer work: the last they had is kept
     */
    void works(Track now) {
        track = now == null ? track : now;
    }

    void belongTo(long otherMemberId) {
        memberId = otherMemberId;
    }

    /**
     * Keeps where they stand.
     *
     * @param forecast of who flies, null for others
     */
    void stands(Standing now, long balance, AlertForecast forecast, LocalDate on) {
        standing = now.code();
        mayShop = now.mayShop();
        standingUntil = now.until();
        main = balance;
        nextAlert = forecast == null ? null : forecast.ifNothing().orElse(null);
        registration = registration(forecast);
        vote = Vote.of(now.mayVote());
        computedOn = on;
    }

    private static Registration registration(AlertForecast forecast) {
        if (forecast == null) {
            return null;
        }
        return forecast.isRegistered() ? Registration.BOOKED : Registration.UNBOOKED;
    }

    public ListedWorker listed() {
        return new ListedWorker(
                memberId,
                track,
                startOn,
                standing,
                mayShop,
                standingUntil,
                main,
                nextAlert,
                registration,
                vote,
                computedOn);
    }
}
