package coop.greffon.shifts.internal.store.slot;

import coop.greffon.core.persistence.Moments;
import coop.greffon.shifts.internal.rules.Origin;
import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.store.PeriodKind;
import coop.greffon.shifts.internal.store.Seats;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.persistence.EntityManager;
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
    private static final List<PeriodKind> LEAVES = PeriodKind.freeingSeats();
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

    private static final String COMING =
            " s.id = b.shiftId and s.startsAt > :now and b.takenSeat is not null" + " and b.settledAt is null";

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
    private final Clock clock;

    @Activate
    public Departures(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference Generation generation,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.generation = generation;
        this.clock = clock;
    }

    @Override
    public void follow(long workerId) {
        jpa.tx(TransactionType.Required, em -> {
            endPlaces(em, workerId);
            free(em, giveUpPlaces(em, workerId, GIVEN_UP));
            free(em, giveUpPlaces(em, workerId, ENDED));
            free(em, seatsOnLeave(em, workerId));
            free(em, seatsOfWhoLeft(em, workerId));
            free(em, seatsAfterEnd(em, workerId));
        });
        List<Long> templates = jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select distinct p.templateId from StoredFixedPlace p where p.workerId = :worker"
                                        + " order by p.templateId",
                                Long.class)
                        .setParameter("worker", workerId)
                        .getResultList());
        LocalDate today = LocalDate.now(clock);
        templates.forEach(id -> jpa.txExpr(TransactionType.Required, em -> generation.write(em, id, today)));
    }

    /** Everybody who has a seat to come and is away that day or has left. */
    public int followAll() {
        List<Long> workers = jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select w.id from StoredWorker w where exists (select b.id from StoredBooking b,"
                                        + " StoredShift s where b.workerId = w.id and" + COMING
                                        + " and (w.standing in :gone or exists (select p.id from StoredPeriod p where"
                                        + " p.workerId = w.id and p.withdrawnAt is null and p.kind in :leaves"
                                        + " and p.fromOn <= s.onDay and (p.toOn is null or p.toOn >= s.onDay))))",
                                Long.class)
                        .setParameter("now", Moments.stored(clock.instant()))
                        .setParameter("gone", GONE)
                        .setParameter("leaves", LEAVES)
                        .getResultList());
        Set<Long> all = new TreeSet<>(workers);
        all.addAll(jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select distinct f.workerId from StoredFixedPlace f, " + GIVEN_UP.where(), Long.class)
                        .getResultList()));
        all.forEach(this::follow);
        return all.size();
    }

    private TypedQuery<StoredBooking> seats(EntityManager em, String whose, long workerId) {
        return em.createQuery(
                        "select b from StoredBooking b, StoredShift s, " + whose + " and b.workerId = :worker and"
                                + COMING + " order by s.id",
                        StoredBooking.class)
                .setParameter("worker", workerId)
                .setParameter("now", Moments.stored(clock.instant()));
    }

    private List<StoredBooking> seatsOnLeave(EntityManager em, long workerId) {
        return seats(
                        em,
                        "StoredPeriod p where p.workerId = b.workerId and p.withdrawnAt is null and p.kind in :leaves"
                                + " and p.fromOn <= s.onDay and (p.toOn is null or p.toOn >= s.onDay)",
                        workerId)
                .setParameter("leaves", LEAVES)
                .getResultList();
    }

    private List<StoredBooking> seatsOfWhoLeft(EntityManager em, long workerId) {
        return seats(em, "StoredWorker w where w.id = b.workerId and w.standing in :gone", workerId)
                .setParameter("gone", GONE)
                .getResultList();
    }

    /** Of an end that is still to come, the days after it. */
    private List<StoredBooking> seatsAfterEnd(EntityManager em, long workerId) {
        return seats(
                        em,
                        "StoredStretch t where t.workerId = b.workerId and t.withdrawnAt is null and t.track is null"
                                + " and t.fromOn <= s.onDay and not exists (select n.id from StoredStretch n where"
                                + " n.workerId = t.workerId and n.withdrawnAt is null and n.fromOn > t.fromOn"
                                + " and n.fromOn <= s.onDay)",
                        workerId)
                .getResultList();
    }

    private void free(EntityManager em, List<StoredBooking> bookings) {
        for (StoredBooking booking : bookings) {
            Slots.locked(em, booking.shiftId());
            em.refresh(booking);
            if (booking.isSeated() && booking.state().isOpen()) {
                booking.become(BookingState.AWAY, clock.instant());
            }
        }
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
        return freed.stream()
                .sorted(Comparator.comparing(StoredBooking::shiftId))
                .toList();
    }

    private List<StoredBooking> seatsAfter(EntityManager em, StoredFixedPlace place) {
        return seats(
                        em,
                        "StoredFixedPlace f where f.id = :place and s.templateId = f.templateId"
                                + " and s.onDay > f.toOn and b.origin = :fixed",
                        place.workerId())
                .setParameter("place", place.id())
                .setParameter("fixed", Origin.FIXED_PLACE)
                .getResultList();
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
