package coop.greffon.shifts.internal.store.slot;

import coop.greffon.shifts.internal.rules.slot.Closure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;

/** What is written down of slots, read within a transaction. */
public final class Slots {
    /** Whether a seat {@code e} counts. */
    static final String COUNTED =
            "(e.addedAt is null or exists (select x.id from StoredBooking x where x.takenSeat = e.id))";

    private Slots() {}

    static Optional<Template> template(EntityManager em, long id) {
        return Optional.ofNullable(em.find(StoredTemplate.class, id)).map(row -> row.template(skills(em, id)));
    }

    private static List<String> skills(EntityManager em, long templateId) {
        return em.createQuery(
                        "select s from StoredTemplateSeat s where s.templateId = :template order by s.position",
                        StoredTemplateSeat.class)
                .setParameter("template", templateId)
                .getResultStream()
                .map(StoredTemplateSeat::skill)
                .collect(Collectors.toList());
    }

    /** What a worker can do. */
    public static Set<String> skillsOf(EntityManager em, long workerId) {
        return new TreeSet<>(em.createQuery("select s.skill from StoredSkill s where s.workerId = :id", String.class)
                .setParameter("id", workerId)
                .getResultList());
    }

    static List<Template> templates(EntityManager em) {
        Map<Long, List<String>> skills = new HashMap<>();
        em.createQuery(
                        "select s.templateId, s.skill from StoredTemplateSeat s order by s.templateId, s.position",
                        Object[].class)
                .getResultStream()
                .forEach(row -> skills.computeIfAbsent((Long) row[0], none -> new ArrayList<>())
                        .add((String) row[1]));
        return em.createQuery(
                        "select t from StoredTemplate t order by t.week, t.weekday, t.starts, t.id",
                        StoredTemplate.class)
                .getResultStream()
                .map(row -> row.template(skills.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /**
     * Whether there is a row.
     *
     * @param day null where the question asks for none
     */
    static boolean exists(EntityManager em, String question, long id, LocalDate day) {
        var query = em.createQuery(question, Long.class).setParameter("id", id).setMaxResults(1);
        if (day != null) {
            query.setParameter("day", day);
        }
        return !query.getResultList().isEmpty();
    }

    static List<Closure> closures(EntityManager em) {
        return em.createQuery(
                        "select c from StoredClosure c where c.withdrawnAt is null order by c.fromOn, c.id",
                        StoredClosure.class)
                .getResultStream()
                .map(StoredClosure::closure)
                .toList();
    }

    static List<StoredFixedPlace> places(EntityManager em, long templateId) {
        return em.createQuery(
                        "select p from StoredFixedPlace p where p.templateId = :template order by p.id",
                        StoredFixedPlace.class)
                .setParameter("template", templateId)
                .getResultList();
    }

    /**
     * A shift that nobody else can change meanwhile, read anew.
     *
     * @throws coop.greffon.core.problem.NotFound where there is none of that id
     */
    public static StoredShift locked(EntityManager em, long shiftId) {
        StoredShift shift =
                Optional.ofNullable(em.find(StoredShift.class, shiftId)).orElseThrow(ShiftCalendar::unknown);
        em.refresh(shift, LockModeType.PESSIMISTIC_WRITE);
        return shift;
    }

    /** The seats of shifts, by the shift, in their order; extra ones that nobody has any more among them. */
    public static Map<Long, List<StoredSeat>> seats(EntityManager em, Collection<Long> shiftIds) {
        return shiftIds.isEmpty()
                ? new HashMap<>()
                : em.createQuery(
                                "select s from StoredSeat s where s.shiftId in :ids order by s.shiftId, s.position",
                                StoredSeat.class)
                        .setParameter("ids", shiftIds)
                        .getResultStream()
                        .collect(Collectors.groupingBy(StoredSeat::shiftId, HashMap::new, Collectors.toList()));
    }

    /** Those that count, of those that are extra the taken ones. */
    public static Map<Long, List<StoredSeat>> countedSeats(EntityManager em, Collection<Long> shiftIds) {
        return shiftIds.isEmpty()
                ? new HashMap<>()
                : em.createQuery(
                                "select e from StoredSeat e where e.shiftId in :ids and " + COUNTED
                                        + " order by e.shiftId, e.position",
                                StoredSeat.class)
                        .setParameter("ids", shiftIds)
                        .getResultStream()
                        .collect(Collectors.groupingBy(StoredSeat::shiftId, HashMap::new, Collectors.toList()));
    }

    /** What was booked on shifts, by the shift, the oldest first. */
    public static Map<Long, List<StoredBooking>> bookings(EntityManager em, Collection<Long> shiftIds) {
        return shiftIds.isEmpty()
                ? new HashMap<>()
                : em.createQuery(
                                "select b from StoredBooking b where b.shiftId in :ids order by b.shiftId, b.id",
                                StoredBooking.class)
                        .setParameter("ids", shiftIds)
                        .getResultStream()
                        .collect(Collectors.groupingBy(StoredBooking::shiftId, HashMap::new, Collectors.toList()));
    }
}
