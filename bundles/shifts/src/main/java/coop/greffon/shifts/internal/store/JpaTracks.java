package coop.greffon.shifts.internal.store;

import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.shifts.internal.rules.Cause;
import coop.greffon.shifts.internal.rules.Entry;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.rules.Tracks;
import coop.greffon.shifts.internal.rules.Tracks.Stretch;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.store.WorkerReader.Facts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How people work in the course of time: another track from a day on, the end of it, a beginning that was noted wrongly. A day gone by keeps
 * the track it had, and what is counted is never counted again.
 */
@Component(service = JpaTracks.class)
public final class JpaTracks {
    private final WorkerChanges changes;
    private final RulesInForce rules;
    private final Seats seats;
    private final Clock clock;

    @Activate
    public JpaTracks(
            @Reference WorkerChanges changes,
            @Reference RulesInForce rules,
            @Reference Seats seats,
            @Reference Clock clock) {
        this.changes = changes;
        this.rules = rules;
        this.seats = seats;
        this.clock = clock;
    }

    /**
     * Has a worker who is locked work otherwise from a day on, in the caller's transaction; what was noted for days after it is dropped.
     *
     * @param track null where they no longer work
     * @throws InvalidInput where something is counted already on a day from then on, or in another unit
     */
    public void begin(EntityManager em, StoredWorker row, Track track, LocalDate from, String field, Actor by) {
        Facts facts = changes.facts(em, row, null);
        requireChangeable(facts, track, from, field);
        row.changeTrack();
        dropFrom(em, row, from);
        em.persist(new StoredStretch(row.id(), track, from, clock.instant()));
        em.flush();
        record(
                row,
                track == null ? "shifts.audit.ended" : "shifts.audit.track",
                facts.tracks().on(from),
                track,
                from,
                by);
    }

    private void dropFrom(EntityManager em, StoredWorker row, LocalDate from) {
        em.createQuery(
                        "select t from StoredStretch t where t.workerId = :worker and t.withdrawnAt is null"
                                + " and t.fromOn >= :from",
                        StoredStretch.class)
                .setParameter("worker", row.id())
                .setParameter("from", from)
                .getResultList()
                .forEach(later -> later.withdraw(clock.instant()));
    }

    private void record(StoredWorker row, String what, Track before, Track after, LocalDate from, Actor by) {
        changes.record(
                row.enrolment().memberId(),
                what,
                by,
                new FieldChange("track", before == null ? null : before.name(), after == null ? null : after.name()),
                new FieldChange("from", null, from.toString()));
    }

    /**
     * Refuses a change that would have something counted again, or in another unit.
     *
     * @throws InvalidInput with the first day on which it may be
     */
    public void requireChangeable(Facts facts, Track track, LocalDate from, String field) {
        requireUncounted(facts, from, field);
        requireUnit(facts, track, from);
    }

    private static void requireUncounted(Facts facts, LocalDate from, String field) {
        LocalDate earliest = facts.tracks().start().plusDays(1);
        LocalDate counted = facts.posted().stream()
                .map(Posted::entry)
                .filter(entry -> entry.cause() == Cause.CYCLE)
                .map(Entry::effectiveOn)
                .max(Comparator.naturalOrder())
                .map(last -> last.plusDays(1))
                .orElse(earliest);
        LocalDate first = counted.isAfter(earliest) ? counted : earliest;
        if (from.isBefore(first)) {
            throw new InvalidInput(FieldError.of(field, from, Text.of("shifts.track.counted", first)));
        }
    }

    private void requireUnit(Facts facts, Track track, LocalDate from) {
        Tracks tracks = facts.tracks();
        if (track != null
                && rules.of(track).on(from).unit() != rules.of(tracks).on(from).unit()) {
            throw new InvalidInput(FieldError.of("track", track, Text.of("shifts.track.unit")));
        }
    }

    /**
     * Has somebody work no more from a day on: nothing is due from then on, and their seats and places are free. Said again, nothing
     * changes; an end that is still to come may be put off, which gives no place back.
     *
     * @throws InvalidInput where something is counted already on a day from then on, or they worked no more before it
     * @throws Refused where it is about whoever decides
     * @throws NotFound where they do not work
     */
    public void end(long memberId, LocalDate on, Actor by) {
        changes.requireOther(memberId, by);
        changes.requireNear("on", on);
        changes.change(memberId, by, (em, row) -> {
            Stretch there = changes.tracks(row).stretch(on);
            if (there.track() != null) {
                begin(em, row, null, on, "on", by);
            } else if (there.from().isBefore(on)) {
                requireToCome(there, on);
                dropFrom(em, row, there.from());
                em.flush();
                begin(em, row, null, on, "on", by);
            }
        });
        seats.follow(changes.workerOf(memberId));
    }

    /** Of days on which they did not work nobody says afterwards that they did. */
    private void requireToCome(Stretch end, LocalDate on) {
        if (!end.from().isAfter(changes.today())) {
            throw new InvalidInput(FieldError.of("on", on, Text.of("shifts.track.over", end.from())));
        }
    }

    /**
     * Has nothing fall due any more of somebody whose record is erased, in the caller's transaction.
     *
     * @param memberId who works
     */
    public void erase(long memberId, Actor by) {
        changes.change(memberId, by, (em, row) -> {
            LocalDate today = changes.today();
            if (row.enrolment().start().isAfter(today)) {
                row.startOn(today.minusDays(1));
            }
            Facts facts = changes.facts(em, row, null);
            LocalDate first = facts.tracks().start().isBefore(today)
                    ? today
                    : facts.tracks().start().plusDays(1);
            LocalDate from = facts.posted().stream()
                    .map(posted -> posted.entry().effectiveOn().plusDays(1))
                    .filter(day -> day.isAfter(first))
                    .max(Comparator.naturalOrder())
                    .orElse(first);
            if (facts.tracks().on(from) != null || facts.tracks().last().track() != null) {
                begin(em, row, null, from, "on", by);
            }
        });
    }

    /**
     * Has somebody have begun on another day, while nothing is counted. Said again, nothing changes.
     *
     * @throws InvalidInput where the day lies before the rules that hold
     * @throws Refused where something is counted, the track changed since, or it is about whoever decides
     * @throws NotFound where they do not work
     */
    public void correctStart(long memberId, LocalDate start, Actor by) {
        changes.requireOther(memberId, by);
        changes.requireNear("start", start);
        changes.change(memberId, by, (em, row) -> {
            changes.requireWithinRules(row.enrolment().track(), "start", start);
            LocalDate before = row.enrolment().start();
            if (before.equals(start)) {
                return;
            }
            Facts facts = changes.facts(em, row, null);
            if (!facts.posted().isEmpty() || facts.tracks().stretches().size() > 1) {
                throw new Refused(Text.of("shifts.track.begun"));
            }
            row.startOn(start);
            changes.record(
                    memberId,
                    "shifts.audit.start-corrected",
                    by,
                    new FieldChange("from", before.toString(), start.toString()));
        });
    }
}
