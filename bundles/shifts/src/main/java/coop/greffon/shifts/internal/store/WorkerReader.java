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
import coop.greffon.shifts.internal.rules.LeaveType;
import coop.greffon.shifts.internal.rules.Origin;
import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.rules.Worker;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    public record Facts(Worker worker, List<Posted> posted, List<Period> periods) {}

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
        Map<Long, List<StatusChange>> statuses =
                members.statusesOf(enrolments.stream().map(Enrolment::memberId).toList());
        for (Enrolment enrolment : enrolments) {
            List<Posted> own = posted.getOrDefault(enrolment.id(), List.of()).stream()
                    .filter(one -> !one.entry().recordedAt().isAfter(until))
                    .toList();
            List<Period> holding = periods.getOrDefault(enrolment.id(), List.of());
            List<Flag> flags = former(statuses.getOrDefault(enrolment.memberId(), List.of()), until);
            List<BookedShift> open = booked.getOrDefault(enrolment.id(), List.of());
            facts.put(enrolment.id(), new Facts(worker(enrolment, own, holding, flags, open), own, holding));
        }
        return facts;
    }

    private static Worker worker(
            Enrolment enrolment,
            List<Posted> posted,
            List<Period> periods,
            List<Flag> former,
            List<BookedShift> booked) {
        List<Leave> leaves = new ArrayList<>();
        List<Grace> graces = new ArrayList<>();
        if (enrolment.track() == Track.EXEMPT) {
            leaves.add(new Leave(LeaveType.EXEMPTION, enrolment.start(), null, Instant.MIN));
        }
        for (Period period : periods) {
            if (period.kind().isLeave()) {
                leaves.add(new Leave(period.kind().leave(), period.from(), period.to(), period.recordedAt()));
            } else {
                graces.add(new Grace(period.from(), period.to(), period.recordedAt()));
            }
        }
        var journal = new Journal(posted.stream().map(Posted::entry).toList());
        return new Worker(enrolment.start(), journal, leaves, graces, former, booked);
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
