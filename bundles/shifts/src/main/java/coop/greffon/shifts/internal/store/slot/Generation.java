package coop.greffon.shifts.internal.store.slot;

import coop.greffon.core.persistence.Moments;
import coop.greffon.shifts.internal.rules.Origin;
import coop.greffon.shifts.internal.rules.slot.Closure;
import coop.greffon.shifts.internal.rules.slot.Recurrence;
import coop.greffon.shifts.internal.rules.slot.Span;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.store.Alone;
import coop.greffon.shifts.internal.store.StoredWorker;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Writes down the shifts that slots make, and gives fixed places their seats. Shifts to come are made to follow their template; a shift that
 * has begun is never touched, and whoever gave a seat back is not given it again.
 */
@Component(service = Generation.class)
public final class Generation {
    private final JpaTemplate jpa;
    private final RulesInForce rules;
    private final SeatNews news;
    private final Holds holds;
    private final Clock clock;

    @Activate
    public Generation(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference RulesInForce rules,
            @Reference SeatNews news,
            @Reference Holds holds,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.rules = rules;
        this.news = news;
        this.holds = holds;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param shifts how many were written down
     * @param seats how many seats were given to fixed places
     * @param left how many fixed places found no seat
     */
    public record Done(int shifts, int seats, int left) {
        Done and(Done other) {
            return new Done(shifts + other.shifts, seats + other.seats, left + other.left);
        }
    }

    private static final Done NOTHING = new Done(0, 0, 0);

    /**
     * Every template, each in a transaction of its own, as far ahead as the settings say: one that cannot be written down keeps no other from
     * it. Asked again, nothing changes.
     */
    public Done write(LocalDate today) {
        List<Long> ids = jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery("select t.id from StoredTemplate t order by t.id", Long.class)
                        .getResultList());
        List<Done> done = new ArrayList<>();
        Alone.each(ids, id -> done.add(jpa.txExpr(TransactionType.Required, em -> write(em, id, today))));
        return done.stream().reduce(NOTHING, Done::and);
    }

    /** One template, in the caller's transaction. */
    Done write(EntityManager em, long templateId, LocalDate today) {
        em.find(StoredTemplate.class, templateId, LockModeType.PESSIMISTIC_WRITE);
        Template template = Slots.template(em, templateId).orElseThrow();
        LocalDate last = today.plusDays(rules.daysAhead(today));
        List<Closure> closures = Slots.closures(em);
        Map<LocalDate, StoredShift> shifts = coming(em, templateId);
        Map<Long, List<StoredSeat>> seats = Slots.seats(em, ids(shifts.values()));
        Map<Long, List<StoredBooking>> bookings = Slots.bookings(em, ids(shifts.values()));
        shifts.values().forEach(shift -> follow(em, shift, template, seats, bookings, closures));
        List<StoredShift> written = new ArrayList<>();
        Set<LocalDate> known = days(em, templateId, today);
        for (LocalDate day : template.recurrence().days(today, last, rules::week)) {
            if (!known.contains(day) && span(template, day).starts().isAfter(clock.instant())) {
                written.add(create(em, template, day, closures));
            }
        }
        em.flush();
        written.forEach(shift -> {
            seats.put(shift.id(), addSeats(em, shift, template.skills(), 0));
            shifts.put(shift.onDay(), shift);
        });
        em.flush();
        List<StoredShift> held = shifts.values().stream()
                .filter(shift -> template.recurrence().falls(shift.onDay(), rules::week))
                .toList();
        FixedSeats.Done placed = new FixedSeats(em, clock.instant()).give(templateId, held, seats, bookings);
        em.flush();
        holds.keep(em, templateId, written);
        return new Done(written.size(), placed.given(), placed.left());
    }

    /** Locks the shifts to come of a template, which whoever then locks workers does first. */
    void lock(EntityManager em, long templateId) {
        lock(em, List.of(templateId));
    }

    /** The same of several, in the order of the shifts whichever template they are of. */
    void lock(EntityManager em, Collection<Long> templateIds) {
        templateIds.stream().sorted().forEach(id -> em.find(StoredTemplate.class, id, LockModeType.PESSIMISTIC_WRITE));
        coming(em, templateIds);
    }

    /** Those that have not begun. */
    private Map<LocalDate, StoredShift> coming(EntityManager em, long templateId) {
        return coming(em, List.of(templateId)).stream()
                .collect(Collectors.toMap(StoredShift::onDay, shift -> shift, (one, other) -> one, TreeMap::new));
    }

    private List<StoredShift> coming(EntityManager em, Collection<Long> templateIds) {
        return em.createQuery(
                        "select s from StoredShift s where s.templateId in :templates and s.startsAt > :now"
                                + " order by s.id",
                        StoredShift.class)
                .setParameter("templates", templateIds)
                .setParameter("now", Moments.stored(clock.instant()))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private static Set<LocalDate> days(EntityManager em, long templateId, LocalDate from) {
        return new HashSet<>(em.createQuery(
                        "select s.onDay from StoredShift s where s.templateId = :template and s.onDay >= :from",
                        LocalDate.class)
                .setParameter("template", templateId)
                .setParameter("from", from)
                .getResultList());
    }

    private static List<Long> ids(Collection<StoredShift> shifts) {
        return shifts.stream().map(StoredShift::id).toList();
    }

    private Span span(Template template, LocalDate day) {
        Recurrence recurrence = template.recurrence();
        return Span.of(day, recurrence.starts(), recurrence.ends(), clock.getZone());
    }

    private StoredShift create(EntityManager em, Template template, LocalDate day, List<Closure> closures) {
        var shift = new StoredShift(template.id(), day, clock.instant());
        shift.follow(template, span(template, day));
        Closure.of(closures, day).ifPresent(closure -> shift.cancel(closure.makeUps()));
        em.persist(shift);
        return shift;
    }

    private static List<StoredSeat> addSeats(EntityManager em, StoredShift shift, List<String> skills, int from) {
        List<StoredSeat> seats = new ArrayList<>();
        for (int position = from; position < skills.size(); position++) {
            var seat = new StoredSeat(shift.id(), position, skills.get(position));
            em.persist(seat);
            seats.add(seat);
        }
        return seats;
    }

    private void follow(
            EntityManager em,
            StoredShift shift,
            Template template,
            Map<Long, List<StoredSeat>> seats,
            Map<Long, List<StoredBooking>> bookings,
            List<Closure> closures) {
        List<StoredBooking> own = bookings.getOrDefault(shift.id(), List.of());
        Optional<Closure> closure = Closure.of(closures, shift.onDay());
        if (!template.recurrence().falls(shift.onDay(), rules::week)) {
            shift.cancel(0);
            own.stream()
                    .filter(StoredBooking::isSeated)
                    .forEach(booking -> drop(em, booking, shift, BookingState.AWAY));
            return;
        }
        if (closure.isPresent()) {
            shift.cancel(closure.get().makeUps());
            own.stream()
                    .filter(booking -> booking.state().isOpen())
                    .forEach(booking -> doesNotTakePlace(em, booking, shift));
        } else if (shift.state() == ShiftState.CANCELLED) {
            shift.takePlace();
            own.stream()
                    .filter(booking -> booking.state() == BookingState.NOT_HELD)
                    .forEach(booking -> takesPlaceAgain(em, booking, shift));
        }
        retime(em, shift, template, own);
        seats.put(shift.id(), follow(em, shift, template, seats.getOrDefault(shift.id(), List.of()), own));
    }

    /** A fixed place keeps its seat, of which it is told on the day what becomes of it; a seat somebody chose is theirs no more. */
    private void doesNotTakePlace(EntityManager em, StoredBooking booking, StoredShift shift) {
        boolean isFixed = booking.origin() == Origin.FIXED_PLACE;
        drop(em, booking, shift, isFixed ? BookingState.NOT_HELD : BookingState.AWAY);
    }

    private void takesPlaceAgain(EntityManager em, StoredBooking booking, StoredShift shift) {
        booking.become(BookingState.BOOKED, clock.instant());
        news.again(booking.booking(), memberOf(em, booking), shift.shift());
    }

    private void drop(EntityManager em, StoredBooking booking, StoredShift shift, BookingState becomes) {
        boolean isNews = booking.state().isOpen();
        booking.become(becomes, clock.instant());
        if (isNews) {
            news.cancelled(booking.booking(), memberOf(em, booking), shift.shift());
        }
    }

    private static long memberOf(EntityManager em, StoredBooking booking) {
        return em.find(StoredWorker.class, booking.workerId()).enrolment().memberId();
    }

    /** Takes the hours of the template, and tells whoever has a seat where they are others. */
    private void retime(EntityManager em, StoredShift shift, Template template, List<StoredBooking> bookings) {
        Span span = span(template, shift.onDay());
        boolean isMoved = !span.equals(shift.shift().span());
        shift.follow(template, span);
        if (isMoved) {
            bookings.stream().filter(booking -> booking.state().isOpen()).forEach(booking -> {
                booking.move(clock.instant());
                news.moved(booking.booking(), memberOf(em, booking), shift.shift());
            });
        }
    }

    /** As many seats as the template has; one that somebody has is kept. */
    private static List<StoredSeat> follow(
            EntityManager em,
            StoredShift shift,
            Template template,
            List<StoredSeat> seats,
            List<StoredBooking> bookings) {
        Set<Long> used = bookings.stream().map(StoredBooking::seatId).collect(Collectors.toSet());
        List<StoredSeat> kept = new ArrayList<>();
        for (StoredSeat seat : seats) {
            if (seat.position() < template.seats()) {
                seat.ask(template.skills().get(seat.position()));
                kept.add(seat);
            } else if (used.contains(seat.id())) {
                kept.add(seat);
            } else {
                em.remove(seat);
            }
        }
        int next = kept.stream().mapToInt(seat -> seat.position() + 1).max().orElse(0);
        kept.addAll(addSeats(em, shift, template.skills(), next));
        return kept;
    }
}
