package coop.greffon.shifts.internal.store.slot;

import coop.greffon.core.persistence.Moments;
import coop.greffon.shifts.internal.rules.Origin;
import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.store.Alone;
import coop.greffon.shifts.internal.store.PeriodKind;
import coop.greffon.shifts.internal.store.Seats;
import coop.greffon.shifts.internal.store.StoredWorker;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.OwnSeat;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Frees what people no longer use. It runs after what was decided about them, in transactions of its own: shifts are locked before workers, and
 * what a stop leaves half done the next night does.
 */
@Component(service = {Seats.class, Departures.class})
public final class Departures implements Seats {
    private static final List<StatusCode> GONE = List.of(StatusCode.FORMER, StatusCode.STRUCK_OFF);
    /** A leave that long gives the places somebody had when it was noted to others. */
    private static final Loss GIVEN_UP = new Loss(
            "StoredPeriod p where p.workerId = f.workerId and p.withdrawnAt is null and p.placesEnd is not null"
                    + " and f.recordedAt <= p.recordedAt"
                    + " and (f.toOn is null or f.toOn > p.placesEnd and f.toOn >= f.fromOn)",
            "p.placesEnd",
            0);

    /** So does the end of an enrolment. */
    private static final Loss ENDED = new Loss(
            "StoredStretch p where p.workerId = f.workerId and p.withdrawnAt is null and p.track is null"
                    + " and f.recordedAt <= p.recordedAt"
                    + " and (f.toOn is null or f.toOn >= p.fromOn and f.toOn >= f.fromOn)",
            "p.fromOn",
            1);

    private static final Away ON_LEAVE = new Away(
            "StoredPeriod p where p.workerId = b.workerId and p.withdrawnAt is null and p.kind in :leaves"
                    + " and p.fromOn <= s.onDay and (p.toOn is null or p.toOn >= s.onDay)",
            Map.of("leaves", PeriodKind.freeingSeats()));

    private static final Away LEFT =
            new Away("StoredWorker w where w.id = b.workerId and w.standing in :gone", Map.of("gone", GONE));

    /** Of an end that is still to come, the days after it. */
    private static final Away AFTER_END = new Away(
            "StoredStretch t where t.workerId = b.workerId and t.withdrawnAt is null and t.track is null"
                    + " and t.fromOn <= s.onDay and not exists (select n.id from StoredStretch n where"
                    + " n.workerId = t.workerId and n.withdrawnAt is null and n.fromOn > t.fromOn"
                    + " and n.fromOn <= s.onDay)",
            Map.of());

    private static final Away WHEREVER = new Away("StoredWorker w where w.id = b.workerId", Map.of());

    private static final String COMING =
            " s.id = b.shiftId and s.startsAt > :now and b.takenSeat is not null and b.settledAt is null";

    /**
     * Which seats are free though somebody has them.
     *
     * @param where what holds of a seat and its shift
     */
    private record Away(String where, Map<String, Object> parameters) {}

    /**
     * Why places are lost.
     *
     * @param where which ones, of somebody
     * @param day a day that is known then
     * @param before how many days before it the last one lies
     */
    private record Loss(String where, String day, int before) {}

    private final JpaTemplate jpa;
    private final Generation generation;
    private final SeatNews news;
    private final Clock clock;

    @Activate
    public Departures(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference Generation generation,
            @Reference SeatNews news,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.generation = generation;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public void follow(long workerId) {
        free(workerId);
        List<Long> templates = jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select distinct p.templateId from StoredFixedPlace p where p.workerId = :worker"
                                        + " order by p.templateId",
                                Long.class)
                        .setParameter("worker", workerId)
                        .getResultList());
        LocalDate today = LocalDate.now(clock);
        Alone.each(templates, id -> jpa.txExpr(TransactionType.Required, em -> generation.write(em, id, today)));
    }

    /** Frees what somebody no longer uses, in the caller's transaction or one of its own. */
    public void free(long workerId) {
        jpa.tx(TransactionType.Required, em -> {
            lock(em, workerId);
            endPlaces(em, workerId);
            List<StoredBooking> freed = new ArrayList<>(free(em, giveUpPlaces(em, workerId, GIVEN_UP)));
            free(em, giveUpPlaces(em, workerId, ENDED));
            for (Away away : List.of(LEFT, AFTER_END)) {
                free(em, seats(em, away, workerId).getResultList());
            }
            freed.addAll(free(em, seats(em, ON_LEAVE, workerId).getResultList()));
            tell(em, workerId, freed);
        });
    }

    private void tell(EntityManager em, long workerId, List<StoredBooking> freed) {
        if (!freed.isEmpty()) {
            long member = em.find(StoredWorker.class, workerId).enrolment().memberId();
            news.freed(
                    member,
                    freed.stream()
                            .map(booking -> new OwnSeat(
                                    em.find(StoredShift.class, booking.shiftId())
                                            .shift(),
                                    booking.booking()))
                            .sorted(Comparator.comparing(
                                    seat -> seat.shift().span().starts()))
                            .toList());
        }
    }

    /** All shifts on which somebody has a seat, whichever of them is then freed, and after the last of them themselves. */
    private void lock(EntityManager em, long workerId) {
        seats(em, WHEREVER, workerId)
                .getResultStream()
                .map(StoredBooking::shiftId)
                .distinct()
                .forEach(id -> Slots.locked(em, id));
        em.find(StoredWorker.class, workerId, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Everybody who has a seat to come and is away that day or has left, each alone: one who cannot be followed keeps no other from it.
     *
     * @return how many
     */
    public int followAll() {
        Set<Long> all = jpa.txExpr(TransactionType.Supports, em -> {
            Set<Long> found = new TreeSet<>();
            for (Away away : List.of(ON_LEAVE, LEFT, AFTER_END)) {
                found.addAll(ask(em, "select distinct b.workerId", Long.class, away, "")
                        .getResultList());
            }
            for (Loss loss : List.of(GIVEN_UP, ENDED)) {
                found.addAll(em.createQuery(
                                "select distinct f.workerId from StoredFixedPlace f, " + loss.where(), Long.class)
                        .getResultList());
            }
            return found;
        });
        Alone.each(List.copyOf(all), "members", this::memberOf, this::follow);
        return all.size();
    }

    private long memberOf(long workerId) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.find(StoredWorker.class, workerId).enrolment().memberId());
    }

    private TypedQuery<StoredBooking> seats(EntityManager em, Away away, long workerId) {
        return ask(em, "select b", StoredBooking.class, away, " and b.workerId = :worker order by s.id")
                .setParameter("worker", workerId);
    }

    private <T> TypedQuery<T> ask(EntityManager em, String what, Class<T> type, Away away, String whose) {
        TypedQuery<T> query = em.createQuery(
                        what + " from StoredBooking b, StoredShift s, " + away.where() + " and" + COMING + whose, type)
                .setParameter("now", Moments.stored(clock.instant()));
        away.parameters().forEach(query::setParameter);
        return query;
    }

    /** Those that were not free yet. */
    private List<StoredBooking> free(EntityManager em, List<StoredBooking> bookings) {
        List<StoredBooking> freed = new ArrayList<>();
        for (StoredBooking booking : bookings) {
            em.refresh(booking);
            if (booking.isSeated() && booking.state().isOpen()) {
                booking.become(BookingState.AWAY, clock.instant());
                freed.add(booking);
            }
        }
        return freed;
    }

    private List<StoredBooking> giveUpPlaces(EntityManager em, long workerId, Loss loss) {
        List<StoredBooking> freed = new ArrayList<>();
        em.createQuery(
                        "select f, " + loss.day() + " from StoredFixedPlace f, " + loss.where()
                                + " and f.workerId = :worker order by f.templateId, f.id",
                        Object[].class)
                .setParameter("worker", workerId)
                .getResultStream()
                .forEach(row -> {
                    var place = (StoredFixedPlace) row[0];
                    LocalDate last = ((LocalDate) row[1]).minusDays(loss.before());
                    LocalDate before = place.from().minusDays(1);
                    place.end(last.isBefore(before) ? before : last);
                    freed.addAll(seatsAfter(em, place));
                });
        return freed;
    }

    private List<StoredBooking> seatsAfter(EntityManager em, StoredFixedPlace place) {
        var after = new Away(
                "StoredFixedPlace f where f.id = :place and s.templateId = f.templateId"
                        + " and s.onDay > f.toOn and b.origin = :fixed",
                Map.of("place", place.id(), "fixed", Origin.FIXED_PLACE));
        return seats(em, after, place.workerId()).getResultList();
    }

    /** Whoever has left gives their places to others. */
    private void endPlaces(EntityManager em, long workerId) {
        LocalDate today = LocalDate.now(clock);
        em.createQuery(
                        "select p from StoredFixedPlace p, StoredWorker w where w.id = p.workerId and w.id = :worker"
                                + " and w.standing in :gone and (p.toOn is null or p.toOn > :today)",
                        StoredFixedPlace.class)
                .setParameter("worker", workerId)
                .setParameter("gone", GONE)
                .setParameter("today", today)
                .getResultList()
                .forEach(place -> place.end(today));
    }
}
