package coop.greffon.shifts.internal.store.slot;

import coop.greffon.shifts.internal.rules.Origin;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.rules.booking.FormerHolders;
import coop.greffon.shifts.internal.rules.booking.FormerHolders.Held;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.store.StoredWorker;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps seats of new shifts for whoever chose the same ones a cycle earlier, for some days, where the co-op wants it. */
@Component(service = Holds.class)
public final class Holds {
    private final RulesInForce rules;
    private final HoldNews news;
    private final Clock clock;

    @Activate
    public Holds(@Reference RulesInForce rules, @Reference HoldNews news, @Reference Clock clock) {
        this.rules = rules;
        this.news = news;
        this.clock = clock;
    }

    /** Asks the former holders of the seats of shifts that were just written down, in the caller's transaction. */
    void keep(EntityManager em, long templateId, List<StoredShift> written) {
        LocalDate today = LocalDate.now(clock);
        int days = rules.holdDays(today);
        if (days > 0) {
            written.stream()
                    .filter(shift -> shift.state() == ShiftState.PLANNED)
                    .forEach(shift -> keep(em, templateId, shift, FormerHolders.until(today, days, shift.onDay())));
        }
    }

    private void keep(EntityManager em, long templateId, StoredShift shift, LocalDate until) {
        LocalDate before = shift.onDay().minusWeeks(rules.weeks(shift.onDay()));
        List<Held> held = held(em, templateId, before);
        if (held.isEmpty()) {
            return;
        }
        List<StoredBooking> booked = Slots.bookings(em, List.of(shift.id())).getOrDefault(shift.id(), List.of());
        Set<Long> taken = booked.stream()
                .filter(StoredBooking::isSeated)
                .map(StoredBooking::seatId)
                .collect(Collectors.toSet());
        Map<Integer, StoredSeat> free =
                Slots.seats(em, List.of(shift.id())).getOrDefault(shift.id(), List.of()).stream()
                        .filter(seat -> !taken.contains(seat.id()))
                        .collect(Collectors.toMap(StoredSeat::position, Function.identity()));
        Set<Long> expected = booked.stream().map(StoredBooking::workerId).collect(Collectors.toSet());
        Absences absences = Absences.of(em, held.stream().map(Held::workerId).toList());
        for (Held one : FormerHolders.of(held, free.keySet(), expected)) {
            if (!absences.cover(one.workerId(), shift.onDay())) {
                var hold = new StoredHold(free.get(one.position()), one.workerId(), until, clock.instant());
                em.persist(hold);
                em.flush();
                news.held(told(em, hold));
            }
        }
    }

    /** Who flies and has or had a seat on the shift of a day. */
    private static List<Held> held(EntityManager em, long templateId, LocalDate day) {
        return em.createQuery(
                        "select e.position, b.workerId, b.origin from StoredBooking b, StoredShift s, StoredSeat e,"
                                + " StoredWorker w where s.id = b.shiftId and e.id = b.takenSeat and w.id = b.workerId"
                                + " and s.templateId = :template and s.onDay = :day and b.state in :coming"
                                + " and w.track = :flying order by e.position",
                        Object[].class)
                .setParameter("template", templateId)
                .setParameter("day", day)
                .setParameter("coming", List.of(BookingState.BOOKED, BookingState.SEEKING, BookingState.ATTENDED))
                .setParameter("flying", Track.FLYING)
                .getResultStream()
                .map(row -> new Held((Integer) row[0], (Long) row[1], (Origin) row[2]))
                .toList();
    }

    /** The holds of a shift that keep a seat on a day: of who came by otherwise it is free. */
    public static List<StoredHold> live(EntityManager em, long shiftId, LocalDate today) {
        return live(em, List.of(shiftId), today).getOrDefault(shiftId, List.of());
    }

    /** The same of several shifts, by the shift. */
    static Map<Long, List<StoredHold>> live(EntityManager em, List<Long> shiftIds, LocalDate today) {
        return shiftIds.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select h from StoredHold h where h.shiftId in :shifts and h.state = :held"
                                        + " and h.untilOn >= :today and not exists (select b.id from StoredBooking b"
                                        + " where b.shiftId = h.shiftId and b.presentWorker = h.workerId) order by h.id",
                                StoredHold.class)
                        .setParameter("shifts", shiftIds)
                        .setParameter("held", HoldState.HELD)
                        .setParameter("today", today)
                        .getResultStream()
                        .collect(Collectors.groupingBy(StoredHold::shiftId));
    }

    /** The last day on which a seat of these is kept; null where none is. */
    public static LocalDate last(List<StoredHold> holds) {
        return holds.stream()
                .map(StoredHold::untilOn)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    public static Hold told(EntityManager em, StoredHold hold) {
        return new Hold(
                hold.id(),
                em.find(StoredShift.class, hold.shiftId()).shift(),
                em.find(StoredWorker.class, hold.workerId()).enrolment().memberId(),
                hold.untilOn(),
                hold.state());
    }
}
