package coop.greffon.shifts.internal.store.slot;

import coop.greffon.core.message.Text;
import coop.greffon.core.persistence.Moments;
import coop.greffon.core.problem.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The shifts of some days. */
@Component(service = ShiftCalendar.class)
public final class ShiftCalendar {
    /** One question for a page that everybody opens: each more costs as much as the shifts themselves. */
    private static final String LISTED = "select s, (select count(e.id) from StoredSeat e where e.shiftId = s.id and "
            + Slots.COUNTED
            + "), (select count(b.id) from StoredBooking b where b.shiftId = s.id and b.takenSeat is not null),"
            + " (select count(c.id) from StoredBooking c where c.shiftId = s.id and c.takenSeat is not null"
            + " and c.state = :seeking), (select count(h.id) from StoredHold h where h.shiftId = s.id"
            + " and h.state = :held and h.untilOn >= :today and not exists (select d.id from StoredBooking d"
            + " where d.shiftId = h.shiftId and (d.presentWorker = h.workerId or d.takenSeat = h.seatId)))"
            + " from StoredShift s where s.onDay between :from and :to order by s.startsAt, s.id";

    private final JpaTemplate jpa;
    private final Clock clock;

    @Activate
    public ShiftCalendar(@Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa, @Reference Clock clock) {
        this.jpa = jpa;
        this.clock = clock;
    }

    /**
     * A seat of a shift and whoever has it.
     *
     * @param skill what it asks for, null for nothing
     * @param booking who has it, null for nobody
     */
    public record Seat(long id, int position, String skill, BookedSeat booking) {}

    /** What is booked, and for which member. */
    public record BookedSeat(Booking booking, long memberId) {}

    /**
     * A shift and all that was booked on it.
     *
     * @param gone those who no longer come, whoever said so among them
     * @param held how many of its free seats are kept for whoever had them a cycle earlier
     * @param heldUntil the last day on which one is, null for none
     */
    public record Sheet(Shift shift, List<Seat> seats, List<BookedSeat> gone, int held, LocalDate heldUntil) {
        /** One of which no seat is kept. */
        public Sheet(Shift shift, List<Seat> seats, List<BookedSeat> gone) {
            this(shift, seats, gone, 0, null);
        }

        public Sheet {
            seats = List.copyOf(seats);
            gone = List.copyOf(gone);
        }

        /** Whoever has a seat, in the order of the seats. */
        public List<BookedSeat> present() {
            return seats.stream()
                    .map(Seat::booking)
                    .filter(booking -> booking != null)
                    .toList();
        }
    }

    /** Somebody's seat on a shift. */
    public record OwnSeat(Shift shift, Booking booking) {
        /** The same, as another of the household says who comes. */
        public OwnSeat seenByTheOther() {
            return new OwnSeat(shift, booking.with(booking.comes().seenByTheOther()));
        }
    }

    /** The shifts that start on some days, the earliest first; the last day among them. */
    public List<ListedShift> between(LocalDate from, LocalDate to) {
        return jpa.txExpr(TransactionType.Supports, em -> {
            List<Object[]> shifts = em.createQuery(LISTED, Object[].class)
                    .setParameter("from", from)
                    .setParameter("to", to)
                    .setParameter("seeking", BookingState.SEEKING)
                    .setParameter("held", HoldState.HELD)
                    .setParameter("today", LocalDate.now(clock))
                    .getResultList();
            return shifts.stream()
                    .map(row -> new ListedShift(
                            ((StoredShift) row[0]).shift(),
                            ((Number) row[1]).intValue(),
                            ((Number) row[2]).intValue(),
                            ((Number) row[3]).intValue(),
                            ((Number) row[4]).intValue()))
                    .toList();
        });
    }

    /** For how many minutes people came to each job on some days, as their sheets tell; the last day among them. */
    public Map<String, Long> attended(LocalDate from, LocalDate to) {
        Map<String, Long> minutes = new TreeMap<>();
        jpa.txExpr(
                        TransactionType.Supports,
                        em -> em.createQuery(
                                        "select s.job, s.startsAt, s.endsAt, count(b) from StoredShift s, StoredBooking b"
                                                + " where b.shiftId = s.id and b.state = :attended"
                                                + " and s.onDay between :from and :to group by s.job, s.startsAt, s.endsAt",
                                        Object[].class)
                                .setParameter("attended", BookingState.ATTENDED)
                                .setParameter("from", from)
                                .setParameter("to", to)
                                .getResultList())
                .forEach(row -> minutes.merge(
                        (String) row[0],
                        (Long) row[3]
                                * Duration.between((OffsetDateTime) row[1], (OffsetDateTime) row[2])
                                        .toMinutes(),
                        Long::sum));
        return minutes;
    }

    /** The first day after another on which a shift takes place; empty where none is written down. */
    public Optional<LocalDate> next(LocalDate after) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> Optional.ofNullable(em.createQuery(
                                "select min(s.onDay) from StoredShift s where s.onDay > :after and s.state = :planned",
                                LocalDate.class)
                        .setParameter("after", after)
                        .setParameter("planned", ShiftState.PLANNED)
                        .getSingleResult()));
    }

    /**
     * A shift with its seats.
     *
     * @throws NotFound where there is none of that id
     */
    public Sheet sheet(long shiftId) {
        return jpa.txExpr(TransactionType.Supports, em -> sheet(em, shiftId));
    }

    private Sheet sheet(EntityManager em, long shiftId) {
        StoredShift shift =
                Optional.ofNullable(em.find(StoredShift.class, shiftId)).orElseThrow(ShiftCalendar::unknown);
        return sheets(em, List.of(shift)).get(0);
    }

    /** The shifts that start on some days with their seats, the earliest first; the last day among them. */
    public List<Sheet> sheets(LocalDate from, LocalDate to) {
        return jpa.txExpr(TransactionType.Supports, em -> sheets(em, stored(em, from, to)));
    }

    private static List<StoredShift> stored(EntityManager em, LocalDate from, LocalDate to) {
        return em.createQuery(
                        "select s from StoredShift s where s.onDay between :from and :to order by s.startsAt, s.id",
                        StoredShift.class)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList();
    }

    private List<Sheet> sheets(EntityManager em, List<StoredShift> shifts) {
        List<Long> ids = shifts.stream().map(StoredShift::id).toList();
        Map<Long, List<BookedSeat>> booked = booked(em, ids);
        Map<Long, List<StoredSeat>> seats = Slots.countedSeats(em, ids);
        Map<Long, List<StoredHold>> holds = Holds.live(em, ids, LocalDate.now(clock));
        return shifts.stream()
                .map(shift -> sheet(
                        shift.shift(),
                        seats.getOrDefault(shift.id(), List.of()),
                        booked.getOrDefault(shift.id(), List.of()),
                        holds.getOrDefault(shift.id(), List.of())))
                .toList();
    }

    private static Map<Long, List<BookedSeat>> booked(EntityManager em, List<Long> shiftIds) {
        return shiftIds.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select b, w.memberId from StoredBooking b, StoredWorker w"
                                        + " where w.id = b.workerId and b.shiftId in :shifts order by b.id",
                                Object[].class)
                        .setParameter("shifts", shiftIds)
                        .getResultStream()
                        .map(row -> new BookedSeat(((StoredBooking) row[0]).booking(), (Long) row[1]))
                        .collect(Collectors.groupingBy(seat -> seat.booking().shiftId()));
    }

    private static Sheet sheet(Shift shift, List<StoredSeat> seats, List<BookedSeat> booked, List<StoredHold> holds) {
        Map<Long, BookedSeat> bySeat = booked.stream()
                .filter(seat -> seat.booking().seated())
                .collect(Collectors.toMap(seat -> seat.booking().seatId(), Function.identity()));
        List<StoredHold> kept = holds.stream()
                .filter(hold -> !bySeat.containsKey(hold.seatId()))
                .toList();
        return new Sheet(
                shift,
                seats.stream()
                        .map(seat -> new Seat(seat.id(), seat.position(), seat.skill(), bySeat.get(seat.id())))
                        .toList(),
                booked.stream().filter(seat -> !seat.booking().seated()).toList(),
                kept.size(),
                Holds.last(kept));
    }

    /** A seat of somebody whose shift takes place at other hours than it did. */
    public record MovedSeat(Shift shift, BookedSeat seat, Instant movedAt) {}

    /** Of the shifts of some days, the seats of whoever is expected and whose hours were changed. */
    public List<MovedSeat> moved(LocalDate from, LocalDate to) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select s, b, w.memberId, b.movedAt from StoredBooking b, StoredShift s, StoredWorker w"
                                        + " where s.id = b.shiftId and w.id = b.workerId and b.takenSeat is not null"
                                        + " and b.settledAt is null and b.movedAt is not null"
                                        + " and s.onDay between :from and :to order by s.startsAt, b.id",
                                Object[].class)
                        .setParameter("from", from)
                        .setParameter("to", to)
                        .getResultStream()
                        .map(row -> new MovedSeat(
                                ((StoredShift) row[0]).shift(),
                                new BookedSeat(((StoredBooking) row[1]).booking(), (Long) row[2]),
                                Moments.instant((OffsetDateTime) row[3])))
                        .toList());
    }

    /** A seat somebody took or gave back; empty where there is none of that id. */
    public Optional<OwnSeat> seat(long bookingId) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select s, b from StoredBooking b, StoredShift s"
                                        + " where s.id = b.shiftId and b.id = :booking",
                                Object[].class)
                        .setParameter("booking", bookingId)
                        .getResultStream()
                        .map(row -> new OwnSeat(((StoredShift) row[0]).shift(), ((StoredBooking) row[1]).booking()))
                        .findFirst());
    }

    /** No shift has that id. */
    public static NotFound unknown() {
        return new NotFound(Text.of("shifts.shift.unknown"));
    }

    /**
     * Whatever somebody took on some days, the earliest first; what they gave back among it.
     *
     * @param memberId for whom it counts
     */
    public List<OwnSeat> of(long memberId, LocalDate from, LocalDate to) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select s, b from StoredBooking b, StoredShift s, StoredWorker w where s.id = b.shiftId"
                                        + " and w.id = b.workerId and w.memberId = :member"
                                        + " and s.onDay between :from and :to order by s.startsAt, b.id",
                                Object[].class)
                        .setParameter("member", memberId)
                        .setParameter("from", from)
                        .setParameter("to", to)
                        .getResultStream()
                        .map(row -> new OwnSeat(((StoredShift) row[0]).shift(), ((StoredBooking) row[1]).booking()))
                        .toList());
    }
}
