package coop.greffon.shifts.internal.store.slot;

import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.store.PeriodKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;

/** On which days some workers keep no seat: they are on leave, have left, or work no more. */
final class Absences {
    private final Set<Long> gone;
    private final Map<Long, List<Days>> leaves;

    private Absences(Set<Long> gone, Map<Long, List<Days>> leaves) {
        this.gone = gone;
        this.leaves = leaves;
    }

    private record Days(LocalDate from, LocalDate to) {
        boolean cover(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    static Absences of(EntityManager em, Collection<Long> workerIds) {
        if (workerIds.isEmpty()) {
            return new Absences(Set.of(), Map.of());
        }
        Set<Long> gone = new HashSet<>(em.createQuery(
                        "select w.id from StoredWorker w where w.id in :ids and w.standing in :standings", Long.class)
                .setParameter("ids", workerIds)
                .setParameter("standings", List.of(StatusCode.FORMER, StatusCode.STRUCK_OFF))
                .getResultList());
        Map<Long, List<Days>> leaves = em.createQuery(
                        "select p.workerId, p.fromOn, p.toOn from StoredPeriod p"
                                + " where p.workerId in :ids and p.kind in :kinds and p.withdrawnAt is null",
                        Object[].class)
                .setParameter("ids", workerIds)
                .setParameter("kinds", PeriodKind.freeingSeats())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (Long) row[0],
                        Collectors.mapping(
                                row -> new Days((LocalDate) row[1], (LocalDate) row[2]), Collectors.toList())));
        ended(em, workerIds)
                .forEach((worker, days) -> leaves.computeIfAbsent(worker, none -> new ArrayList<>())
                        .addAll(days));
        return new Absences(gone, leaves);
    }

    /** From the day on which somebody works no more until they begin again. */
    private static Map<Long, List<Days>> ended(EntityManager em, Collection<Long> workerIds) {
        Map<Long, List<Days>> ended = new HashMap<>();
        Map<Long, LocalDate> again = new HashMap<>();
        em.createQuery(
                        "select t.workerId, t.fromOn, t.track from StoredStretch t where t.workerId in :ids"
                                + " and t.withdrawnAt is null order by t.fromOn desc",
                        Object[].class)
                .setParameter("ids", workerIds)
                .getResultList()
                .forEach(row -> {
                    LocalDate next = again.put((Long) row[0], (LocalDate) row[1]);
                    if (row[2] == null) {
                        ended.computeIfAbsent((Long) row[0], none -> new ArrayList<>())
                                .add(new Days((LocalDate) row[1], next == null ? null : next.minusDays(1)));
                    }
                });
        return ended;
    }

    boolean cover(long workerId, LocalDate day) {
        return gone.contains(workerId)
                || leaves.getOrDefault(workerId, List.of()).stream().anyMatch(days -> days.cover(day));
    }
}
