package coop.greffon.shifts.internal.store;

import coop.greffon.shifts.internal.rules.StatusCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How many people stood where at the end of past days. Each day is counted once it is over; the ends of the months before are worked out
 * from the journal, by what is recorded when that is done.
 */
@Component(service = StandingCounts.class)
public final class StandingCounts {
    private static final int MONTHS = 12;

    private final JpaTemplate jpa;
    private final AllAccounts accounts;

    @Activate
    public StandingCounts(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa, @Reference AllAccounts accounts) {
        this.jpa = jpa;
        this.accounts = accounts;
    }

    /**
     * Counts a day, and the ends of the months of the year before it that were not. Asked again, the day is counted again and the months
     * are not.
     *
     * @param day one that is over
     * @return how many days were counted
     */
    public int write(LocalDate day) {
        List<LocalDate> days = new ArrayList<>(List.of(day));
        SortedMap<LocalDate, Map<StatusCode, Integer>> there = between(day.minusMonths(MONTHS + 1L), day);
        for (int month = 1; month <= MONTHS; month++) {
            LocalDate last = day.withDayOfMonth(1).minusMonths(month - 1L).minusDays(1);
            if (!there.containsKey(last)) {
                days.add(last);
            }
        }
        Map<LocalDate, Map<StatusCode, Integer>> counted = accounts.count(days);
        jpa.tx(TransactionType.Required, em -> counted.forEach((on, standings) -> replace(em, on, standings)));
        return counted.size();
    }

    private static void replace(EntityManager em, LocalDate day, Map<StatusCode, Integer> standings) {
        em.createQuery("delete from StoredStandingCount c where c.onDay = :day")
                .setParameter("day", day)
                .executeUpdate();
        standings.forEach((standing, people) -> em.persist(new StoredStandingCount(day, standing, people)));
    }

    /** The counts of those of some days that were counted, by the day; the last day among them. */
    public SortedMap<LocalDate, Map<StatusCode, Integer>> between(LocalDate from, LocalDate to) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> byDay(em.createQuery(
                                "select c from StoredStandingCount c where c.onDay between :from and :to",
                                StoredStandingCount.class)
                        .setParameter("from", from)
                        .setParameter("to", to)
                        .getResultList()));
    }

    private static SortedMap<LocalDate, Map<StatusCode, Integer>> byDay(Collection<StoredStandingCount> counts) {
        SortedMap<LocalDate, Map<StatusCode, Integer>> byDay = new TreeMap<>();
        counts.forEach(count -> byDay.computeIfAbsent(count.onDay(), none -> new EnumMap<>(StatusCode.class))
                .put(count.standing(), count.people()));
        return byDay;
    }
}
