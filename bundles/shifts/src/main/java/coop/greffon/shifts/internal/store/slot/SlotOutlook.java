package coop.greffon.shifts.internal.store.slot;

import coop.greffon.core.persistence.Moments;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is to come of slots, and what a change of them would touch; whoever is about to change one reads it first. */
@Component(service = SlotOutlook.class)
public final class SlotOutlook {
    private static final String TO_COME = " s.startsAt > :now and s.state = :planned";

    private final JpaTemplate jpa;
    private final Clock clock;

    @Activate
    public SlotOutlook(@Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa, @Reference Clock clock) {
        this.jpa = jpa;
        this.clock = clock;
    }

    /**
     * What would no longer be as it is.
     *
     * @param shifts how many that are to take place
     * @param seats how many of their seats somebody has
     */
    public record Touched(long shifts, long seats) {}

    /** The shifts of a template that have not begun, the earliest first. */
    public List<ListedShift> next(long templateId, int most) {
        return jpa.txExpr(TransactionType.Supports, em -> {
            List<StoredShift> shifts = em.createQuery(
                            "select s from StoredShift s where s.templateId = :template and s.startsAt > :now"
                                    + " order by s.startsAt",
                            StoredShift.class)
                    .setParameter("template", templateId)
                    .setParameter("now", now())
                    .setMaxResults(most)
                    .getResultList();
            List<Long> ids = shifts.stream().map(StoredShift::id).toList();
            Map<Long, List<StoredSeat>> seats = Slots.countedSeats(em, ids);
            String taken = "select b.shiftId, count(b) from StoredBooking b where b.shiftId in :ids"
                    + " and b.takenSeat is not null";
            Map<Long, Long> booked = counted(em.createQuery(taken + " group by b.shiftId", Object[].class), ids);
            Map<Long, Long> seeking = counted(
                    em.createQuery(taken + " and b.state = :state group by b.shiftId", Object[].class)
                            .setParameter("state", BookingState.SEEKING),
                    ids);
            return shifts.stream()
                    .map(shift -> new ListedShift(
                            shift.shift(),
                            seats.getOrDefault(shift.id(), List.of()).size(),
                            booked.getOrDefault(shift.id(), 0L).intValue(),
                            seeking.getOrDefault(shift.id(), 0L).intValue()))
                    .toList();
        });
    }

    private static Map<Long, Long> counted(TypedQuery<Object[]> question, List<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : question.setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }

    /** What the end of a template after a day takes away. */
    public Touched after(long templateId, LocalDate on) {
        String which = " s.templateId = :template and s.onDay > :on and" + TO_COME;
        return jpa.txExpr(
                TransactionType.Supports,
                em -> new Touched(
                        count(shifts(em, which)
                                .setParameter("template", templateId)
                                .setParameter("on", on)),
                        count(seats(em, which)
                                .setParameter("template", templateId)
                                .setParameter("on", on))));
    }

    /** What a closure on some days takes away; the last day among them. */
    public Touched within(LocalDate from, LocalDate to) {
        String which = " s.onDay between :from and :to and" + TO_COME;
        return jpa.txExpr(
                TransactionType.Supports,
                em -> new Touched(
                        count(shifts(em, which).setParameter("from", from).setParameter("to", to)),
                        count(seats(em, which).setParameter("from", from).setParameter("to", to))));
    }

    private static Query shifts(EntityManager em, String which) {
        return em.createQuery("select count(s) from StoredShift s where" + which);
    }

    private static Query seats(EntityManager em, String which) {
        return em.createQuery("select count(b) from StoredBooking b, StoredShift s where b.shiftId = s.id"
                + " and b.takenSeat is not null and" + which);
    }

    private long count(Query question) {
        return (Long) question.setParameter("now", now())
                .setParameter("planned", ShiftState.PLANNED)
                .getSingleResult();
    }

    /** How many fixed places are held on a day, by the template; those without any are missing. */
    public Map<Long, Long> placesHeld(LocalDate day) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select p.templateId, count(p) from StoredFixedPlace p where p.fromOn <= :day"
                                        + " and (p.toOn is null or p.toOn >= :day) group by p.templateId",
                                Object[].class)
                        .setParameter("day", day)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1])));
    }

    private OffsetDateTime now() {
        return Moments.stored(clock.instant());
    }
}
