package coop.greffon.shifts.internal.store.slot;

import coop.greffon.shifts.internal.rules.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;

/** Gives whoever has a fixed place on a template a seat on its shifts, once. */
final class FixedSeats {
    private final EntityManager em;
    private final Instant now;
    private int given;
    private int left;

    FixedSeats(EntityManager em, Instant now) {
        this.em = em;
        this.now = now;
    }

    /**
     * What was done.
     *
     * @param given how many seats were given
     * @param left how many fixed places found none
     */
    record Done(int given, int left) {}

    Done give(
            long templateId,
            Collection<StoredShift> shifts,
            Map<Long, List<StoredSeat>> seats,
            Map<Long, List<StoredBooking>> bookings) {
        List<StoredFixedPlace> places = Slots.places(em, templateId);
        Absences absences = Absences.of(
                em, places.stream().map(StoredFixedPlace::workerId).distinct().toList());
        for (StoredShift shift : shifts) {
            List<StoredBooking> own = new ArrayList<>(bookings.getOrDefault(shift.id(), List.of()));
            places.stream()
                    .filter(place -> place.holds(shift.onDay()))
                    .filter(place -> !absences.cover(place.workerId(), shift.onDay()))
                    .forEach(place -> give(shift, place, seats.getOrDefault(shift.id(), List.of()), own));
        }
        return new Done(given, left);
    }

    private void give(StoredShift shift, StoredFixedPlace place, List<StoredSeat> seats, List<StoredBooking> own) {
        List<StoredBooking> before = own.stream()
                .filter(booking -> booking.workerId() == place.workerId())
                .toList();
        Optional<StoredBooking> away = before.stream()
                .filter(booking -> booking.state() == BookingState.AWAY && booking.origin() == Origin.FIXED_PLACE)
                .findFirst();
        boolean wasThere = before.stream().anyMatch(booking -> booking.state() != BookingState.AWAY);
        if (wasThere || away.isEmpty() && !before.isEmpty()) {
            return;
        }
        Optional<StoredSeat> free = free(place, seats, own);
        if (free.isEmpty()) {
            left++;
            return;
        }
        StoredBooking booking = away.orElseGet(() -> add(free.get(), place, own));
        booking.comeBack(free.get(), now);
        if (shift.state() == ShiftState.CANCELLED) {
            booking.become(BookingState.NOT_HELD, now);
        }
        given++;
    }

    private StoredBooking add(StoredSeat seat, StoredFixedPlace place, List<StoredBooking> own) {
        var booking = new StoredBooking(seat, place.workerId(), Origin.FIXED_PLACE, now);
        em.persist(booking);
        own.add(booking);
        return booking;
    }

    /** Their own where it is free, or else another that asks for no more. */
    private static Optional<StoredSeat> free(
            StoredFixedPlace place, List<StoredSeat> seats, List<StoredBooking> bookings) {
        Set<Long> taken = bookings.stream()
                .filter(booking -> booking.isSeated())
                .map(StoredBooking::seatId)
                .collect(Collectors.toSet());
        String skill = seats.stream()
                .filter(seat -> seat.position() == place.position())
                .map(StoredSeat::skill)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return seats.stream()
                .filter(seat -> !seat.isExtra() && !taken.contains(seat.id()))
                .filter(seat -> seat.position() == place.position()
                        || seat.skill() == null
                        || seat.skill().equals(skill))
                .min(Comparator.comparing((StoredSeat seat) -> seat.position() != place.position())
                        .thenComparing(StoredSeat::position));
    }
}
