package coop.greffon.shifts.internal.store.booking;

import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.rules.Entry;
import coop.greffon.shifts.internal.rules.Outcome;
import coop.greffon.shifts.internal.rules.Worker;
import coop.greffon.shifts.internal.store.StandingCheck;
import coop.greffon.shifts.internal.store.WorkFault;
import coop.greffon.shifts.internal.store.slot.BookingState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks everything that is kept of people's work: the journal, their standings, their seats and what was told of them. */
@Component(service = WorkCheck.class)
public final class WorkCheck {
    private final JpaTemplate jpa;
    private final StandingCheck standings;

    @Activate
    public WorkCheck(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa, @Reference StandingCheck standings) {
        this.jpa = jpa;
        this.standings = standings;
    }

    /**
     * What was found.
     *
     * @param workers how many were looked at
     * @param chains how many chains of the journal
     */
    public record Found(int workers, int chains, List<WorkFault> faults) {
        public Found {
            faults = List.copyOf(faults);
        }
    }

    /**
     * Looks at everything.
     *
     * @param words puts what the journal says into a language
     */
    public Found check(Function<Text, String> words) {
        List<WorkFault> faults = new ArrayList<>();
        int chains = standings.chains(words, faults::add);
        int workers = standings.standings(
                (em, some) -> told(em, some.keySet())
                        .forEach(booking -> outcome(booking, some.get(booking.workerId()), faults)),
                faults::add);
        faults.addAll(jpa.txExpr(TransactionType.Supports, WorkCheck::seats));
        return new Found(workers, chains, faults);
    }

    /** A booking of which the journal is to tell. */
    private record Noted(long bookingId, long workerId, BookingState state) {}

    private static List<Noted> told(EntityManager em, Set<Long> workers) {
        return em.createQuery(
                        "select b.id, b.workerId, b.state from StoredBooking b"
                                + " where b.told = true and b.workerId in :ids order by b.id",
                        Object[].class)
                .setParameter("ids", workers)
                .getResultStream()
                .map(row -> new Noted((Long) row[0], (Long) row[1], (BookingState) row[2]))
                .toList();
    }

    private static void outcome(Noted booking, Worker worker, List<WorkFault> faults) {
        String shift = "shift:" + booking.bookingId() + "/";
        Outcome last = worker.journal().entries().stream()
                .filter(entry -> entry.told() != null && entry.causeKey().startsWith(shift))
                .map(Entry::told)
                .map(Entry.Told::outcome)
                .reduce((earlier, later) -> later)
                .orElse(null);
        // What was taken back leaves the booking open, whatever becomes of it then.
        boolean fits = last == Outcome.TAKEN_BACK || last != null && BookingState.of(last) == booking.state();
        if (!fits) {
            faults.add(new WorkFault(
                    "outcome",
                    Long.toString(booking.bookingId()),
                    last == null ? null : last.name(),
                    booking.state().name()));
        }
    }

    /** Seats that two have, and those of another shift than the booking's. */
    private static List<WorkFault> seats(EntityManager em) {
        List<WorkFault> faults = new ArrayList<>();
        em.createQuery(
                        "select b.takenSeat, count(b) from StoredBooking b where b.takenSeat is not null"
                                + " group by b.takenSeat having count(b) > 1",
                        Object[].class)
                .getResultStream()
                .forEach(row -> faults.add(new WorkFault("seat", row[0].toString(), "1", row[1].toString())));
        em.createQuery(
                        "select b.id, b.seatId, b.takenSeat from StoredBooking b, StoredSeat s where s.id = b.seatId"
                                + " and (s.shiftId <> b.shiftId or b.takenSeat is not null and b.takenSeat <> b.seatId)"
                                + " order by b.id",
                        Object[].class)
                .getResultStream()
                .forEach(row -> faults.add(
                        new WorkFault("booking", row[0].toString(), row[1].toString(), String.valueOf(row[2]))));
        return faults;
    }
}
