package coop.greffon.shifts.internal.neighbour;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.members.arrival.Arrival;
import coop.greffon.members.arrival.ArrivalListener;
import coop.greffon.members.arrival.Question;
import coop.greffon.members.arrival.Question.Choice;
import coop.greffon.shifts.internal.rules.Outcome;
import coop.greffon.shifts.internal.store.JpaWorkers;
import coop.greffon.shifts.internal.store.booking.JpaAttendance;
import coop.greffon.shifts.internal.store.booking.Told;
import coop.greffon.shifts.internal.store.slot.BookingState;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.OwnSeat;
import coop.greffon.shifts.internal.store.slot.ShiftState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whoever comes to work at the door is noted on the sheet, each shift in its own time. */
@Component(service = ArrivalListener.class)
public final class ShiftsAtTheDoor implements ArrivalListener {
    private static final String PURPOSE = "shifts.purpose";
    private static final String SHOP = "shop";
    private static final Duration EARLY = Duration.ofMinutes(15);
    private static final Duration IN_TIME = Duration.ofMinutes(15);

    private final ShiftCalendar shifts;
    private final JpaAttendance attendance;
    private final JpaWorkers workers;
    private final Clock clock;

    @Activate
    public ShiftsAtTheDoor(
            @Reference ShiftCalendar shifts,
            @Reference JpaAttendance attendance,
            @Reference JpaWorkers workers,
            @Reference Clock clock) {
        this.shifts = shifts;
        this.attendance = attendance;
        this.workers = workers;
        this.clock = clock;
    }

    @Override
    public List<Question> questions(long memberId, Instant at, String device) {
        boolean hasShift = seats(memberId, at).stream()
                .anyMatch(seat -> isNow(seat, at) && seat.booking().state().isOpen());
        return hasShift
                ? List.of(new Question(
                        PURPOSE, Text.of("shifts.purpose"), List.of(choice("work"), choice("both"), choice(SHOP))))
                : List.of();
    }

    private static Choice choice(String value) {
        return new Choice(value, Text.of(PURPOSE + "." + value));
    }

    @Override
    public List<Text> record(Arrival arrival, Map<String, String> answers) {
        List<Text> said = new ArrayList<>();
        if (SHOP.equals(answers.get(PURPOSE))) {
            return said;
        }
        for (OwnSeat seat : seats(arrival.memberId(), arrival.at())) {
            if (isNow(seat, arrival.at())) {
                said.add(note(seat, arrival.at()));
            } else if (isSoon(seat, arrival.at())) {
                said.add(Text.of("shifts.arrival.too-soon", seat.shift().job(), EARLY.toMinutes()));
            }
        }
        return said;
    }

    /** Told again for the same arrival, what was noted is said once more. */
    private Text note(OwnSeat seat, Instant at) {
        BookingState state = seat.booking().state();
        if (state == BookingState.ATTENDED) {
            return Text.of("shifts.arrival.already", seat.shift().job());
        }
        if (!state.isOpen() || seat.shift().state() != ShiftState.PLANNED) {
            return Text.of("shifts.arrival.office", seat.shift().job());
        }
        boolean isLate = at.isAfter(seat.shift().span().starts().plus(IN_TIME));
        attendance.tell(seat.booking().id(), new Told(Outcome.ATTENDED, isLate, null), Actor.host());
        return Text.of(
                isLate ? "shifts.arrival.late" : "shifts.arrival.noted",
                seat.shift().job());
    }

    private List<OwnSeat> seats(long memberId, Instant at) {
        if (!workers.isEnrolled(memberId)) {
            return List.of();
        }
        LocalDate day = LocalDate.ofInstant(at, clock.getZone());
        return shifts.of(memberId, day.minusDays(1), day).stream()
                .filter(seat -> seat.booking().seated())
                .toList();
    }

    private static boolean isNow(OwnSeat seat, Instant at) {
        return !at.isBefore(seat.shift().span().starts().minus(EARLY))
                && at.isBefore(seat.shift().span().ends());
    }

    private static boolean isSoon(OwnSeat seat, Instant at) {
        return at.isBefore(seat.shift().span().starts());
    }
}
