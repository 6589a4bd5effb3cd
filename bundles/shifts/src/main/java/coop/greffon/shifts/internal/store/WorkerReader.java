package coop.greffon.shifts.internal.store;

import coop.greffon.core.persistence.Moments;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.Members;
import coop.greffon.members.StatusChange;
import coop.greffon.shifts.internal.rules.BookedShift;
import coop.greffon.shifts.internal.rules.Flag;
import coop.greffon.shifts.internal.rules.Grace;
import coop.greffon.shifts.internal.rules.Journal;
import coop.greffon.shifts.internal.rules.Leave;
import coop.greffon.shifts.internal.rules.Origin;
import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.rules.Tracks;
import coop.greffon.shifts.internal.rules.Tracks.Stretch;
import coop.greffon.shifts.internal.rules.Worker;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts together what is known of workers: few questions for many of them. */
@Component(service = WorkerReader.class)
public final class WorkerReader {
    private final Members members;
    private final WorkJournal journal;

    @Activate
    public WorkerReader(@Reference Members members, @Reference WorkJournal journal) {
        this.members = members;
        this.journal = journal;
    }

    /** What is known of somebody, and what was written down of it. */
    public record Facts(Worker worker, List<Posted> posted, List<Period> periods, Tracks tracks) {}

    /**
     * All that was recorded until an instant, by the id of the worker.
     *
     * @param known null for everything
     */
    Map<Long, Facts> read(EntityManager em, List<Enrolment> enrolments, Instant known) {
        Map<Long, Facts> facts = new LinkedHashMap<>();
        if (enrolments.isEmpty()) {
            return facts;
        }
        Instant until = known == null ? Instant.MAX : known;
        List<Long> ids = enrolments.stream().map(Enrolment::id).toList();
        Map<Long, List<Posted>> posted = journal.of(ids);
        Map<Long, List<Period>> periods = periods(em, ids, known);
        Map<Long, List<BookedShift>> booked = booked(em, ids, known);
        Map<Long, Tracks> tracks = tracks(em, enrolments, known);
        Map<Long, List<StatusChange>> statuses =
                members.statusesOf(enrolments.stream().map(Enrolment::memberId).toList());
        for (Enrolment enrolment : enrolments) {
            List<Posted> entries = posted.getOrDefault(enrolment.id(), List.of()).stream()
                    .filter(one -> !one.entry().recordedAt().isAfter(until))
                    .toList();
            List<Period> holding = periods.getOrDefault(enrolment.id(), List.of());
            List<Flag> flags = new ArrayList<>(former(statuses.getOrDefault(enrolment.memberId(), List.of()), until));
            Tracks own = tracks.get(enrolment.id());
            flags.addAll(own.ended());
            List<BookedShift> open = booked.getOrDefault(enrolment.id(), List.of());
            facts.put(enrolment.id(), new Facts(worker(own, entries, holding, flags, open), entries, holding, own));
        }
        return facts;
    }

    /** How some people work in the course of time, by the id of the worker. */
    Map<Long, Tracks> tracks(EntityManager em, List<Enrolment> enrolments, Instant known) {
        String asKnown = known == null
                ? "t.withdrawnAt is null"
                : "t.recordedAt <= :known and (t.withdrawnAt is null or t.withdrawnAt > :known)";
        var query = em.createQuery(
                        "select t from StoredStretch t where t.workerId in :ids and " + asKnown + " order by t.id",
                        StoredStretch.class)
                .setParameter("ids", enrolments.stream().map(Enrolment::id).toList());
        if (known != null) {
            query.setParameter("known", Moments.stored(known));
        }
        Map<Long, List<Stretch>> changes = query.getResultStream()
                .collect(Collectors.groupingBy(
                        StoredStretch::workerId, Collectors.mapping(StoredStretch::stretch, Collectors.toList())));
        return enrolments.stream().collect(Collectors.toMap(Enrolment::id, enrolment -> {
            List<Stretch> all = new ArrayList<>();
            all.add(new Stretch(enrolment.first(), enrolment.start(), Instant.MIN));
            all.addAll(changes.getOrDefault(enrolment.id(), List.of()));
            return new Tracks(all);
        }));
    }

    /** Whoever of some members is a former one on a day, by all that is recorded. */
    Set<Long> former(Collection<Long> memberIds, LocalDate day) {
        return members.statusesOf(memberIds).entrySet().stream()
                .filter(one -> former(one.getValue(), Instant.MAX).stream().anyMatch(flag -> flag.covers(day)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Worker worker(
            Tracks tracks, List<Posted> posted, List<Period> periods, List<Flag> former, List<BookedShift> booked) {
        List<Leave> leaves = new ArrayList<>(tracks.exempt());
        List<Grace> graces = new ArrayList<>();
        for (Period period : periods) {
            if (period.kind().isLeave()) {
                leaves.add(new Leave(period.kind().leave(), period.from(), period.to(), period.recordedAt()));
            } else {
                graces.add(new Grace(period.from(), period.to(), period.recordedAt()));
            }
        }
        var journal = new Journal(posted.stream().map(Posted::entry).toList());
        return new Worker(tracks.start(), journal, leaves, graces, former, booked);
    }

    /** The days on which somebody is a former member, from the journal of their statuses, the newest day first. */
    private static List<Flag> former(List<StatusChange> statuses, Instant until) {
        List<StatusChange> known = statuses.stream()
                .filter(change -> !change.recordedAt().isAfter(until))
                .toList();
        List<Flag> flags = new ArrayList<>();
        LocalDate next = null;
        for (StatusChange change : known) {
            // Of one day what was recorded last counts, and it comes first.
            if (next == null || change.on().isBefore(next)) {
                if (change.status() == MemberStatus.FORMER) {
                    LocalDate last = next == null ? null : next.minusDays(1);
                    flags.add(new Flag(StatusCode.FORMER, change.on(), last, change.recordedAt()));
                }
                next = change.on();
            }
        }
        return flags;
    }

    /** The seats whose outcome is open, or was at an instant. */
    private static Map<Long, List<BookedShift>> booked(EntityManager em, List<Long> ids, Instant known) {
        String asKnown = known == null
                ? "b.settledAt is null"
                : "b.recordedAt <= :known and (b.settledAt is null or b.settledAt > :known)";
        var query = em.createQuery(
                        "select b.workerId, s.onDay, s.worth, b.origin, b.recordedAt from StoredBooking b, StoredShift s"
                                + " where s.id = b.shiftId and b.workerId in :ids and " + asKnown
                                + " order by s.startsAt",
                        Object[].class)
                .setParameter("ids", ids);
        if (known != null) {
            query.setParameter("known", Moments.stored(known));
        }
        return query.getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (Long) row[0],
                        Collectors.mapping(
                                row -> new BookedShift(
                                        (LocalDate) row[1],
                                        (Long) row[2],
                                        (Origin) row[3],
                                        Moments.instant((OffsetDateTime) row[4])),
                                Collectors.toList())));
    }

    private static Map<Long, List<Period>> periods(EntityManager em, List<Long> ids, Instant known) {
        String asKnown = known == null
                ? "p.withdrawnAt is null"
                : "p.recordedAt <= :known and (p.withdrawnAt is null or p.withdrawnAt > :known)";
        var query = em.createQuery(
                        "select p.workerId, p from StoredPeriod p where p.workerId in :ids and " + asKnown,
                        Object[].class)
                .setParameter("ids", ids);
        if (known != null) {
            query.setParameter("known", Moments.stored(known));
        }
        return query.getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (Long) row[0],
                        Collectors.collectingAndThen(
                                Collectors.mapping(row -> ((StoredPeriod) row[1]).period(), Collectors.toList()),
                                WorkerReader::newestFirst)));
    }

    private static List<Period> newestFirst(List<Period> periods) {
        return periods.stream()
                .sorted(Comparator.comparing(Period::from)
                        .thenComparing(Period::id)
                        .reversed())
                .toList();
    }
}
