package coop.greffon.shifts.internal.neighbour;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.members.arrival.Arrival;
import coop.greffon.members.arrival.ArrivalListener;
import coop.greffon.members.arrival.Question;
import coop.greffon.members.arrival.Question.Choice;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Outcome;
import coop.greffon.shifts.internal.store.DutyAccounts;
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
import java.util.Arrays;
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
    private static final String WHO = "shifts.arrival.who";
    private static final String BOTH = "both";
    private static final String INSTEAD = "instead";
    private static final Duration EARLY = Duration.ofMinutes(15);
    private static final Duration IN_TIME = Duration.ofMinutes(15);

    private final ShiftCalendar shifts;
    private final JpaAttendance attendance;
    private final JpaWorkers workers;
    private final DutyAccounts duties;
    private final Clock clock;

    @Activate
    public ShiftsAtTheDoor(
            @Reference ShiftCalendar shifts,
            @Reference JpaAttendance attendance,
            @Reference JpaWorkers workers,
            @Reference DutyAccounts duties,
            @Reference Clock clock) {
        this.shifts = shifts;
        this.attendance = attendance;
        this.workers = workers;
        this.duties = duties;
        this.clock = clock;
    }

    /**
     * Whoever stands at the door.
     *
     * @param accountOf the member on whose account they act
     * @param comes which person of it they are
     * @param isAlone whether nobody else acts on it: the seats are theirs, whoever was to come
     */
    private record Person(long accountOf, Comes comes, boolean isAlone) {
        /** Nobody sits on two seats at once: of two, one is another's, though that one acts on no account. */
        boolean has(OwnSeat seat, List<OwnSeat> all) {
            return isToCome(seat)
                    || isAlone && all.stream().noneMatch(other -> isToCome(other) && areAtOnce(seat, other));
        }

        private boolean isToCome(OwnSeat seat) {
            return seat.booking().comes().meets(comes);
        }

        private static boolean areAtOnce(OwnSeat one, OwnSeat other) {
            return one.shift().span().starts().isBefore(other.shift().span().ends())
                    && other.shift().span().starts().isBefore(one.shift().span().ends());
        }
    }

    private Person person(long memberId, Instant at) {
        long account = duties.of(memberId, day(at));
        return new Person(
                account,
                account == memberId ? Comes.THEMSELVES : Comes.PARTNER,
                duties.people(account, day(at)).size() == 1);
    }

    /** Who came is asked where somebody else of the household is expected as well, or instead. */
    @Override
    public List<Question> questions(long memberId, Instant at, String device) {
        Person person = person(memberId, at);
        List<OwnSeat> open = seats(person, at).stream()
                .filter(seat -> isNow(seat, at) && seat.booking().state().isOpen())
                .toList();
        if (open.isEmpty()) {
            return List.of();
        }
        List<Question> questions = new ArrayList<>(List.of(asked(PURPOSE, "work", "both", SHOP)));
        if (!open.stream().allMatch(seat -> person.has(seat, open))) {
            questions.add(
                    open.stream().anyMatch(seat -> person.has(seat, open))
                            ? asked(WHO, "alone", BOTH)
                            : asked(WHO, "other", INSTEAD));
        }
        return questions;
    }

    private static Question asked(String id, String... choices) {
        return new Question(
                id,
                Text.of(id),
                Arrays.stream(choices)
                        .map(choice -> new Choice(choice, Text.of(id + "." + choice)))
                        .toList());
    }

    /** One scan tells of the seats to which whoever is scanned was to come; of those of another of the household, where they say so. */
    @Override
    public List<Text> record(Arrival arrival, Map<String, String> answers) {
        List<Text> said = new ArrayList<>();
        if (SHOP.equals(answers.get(PURPOSE))) {
            return said;
        }
        Person person = person(arrival.memberId(), arrival.at());
        List<OwnSeat> seats = seats(person, arrival.at());
        boolean hasOwn = seats.stream().anyMatch(seat -> isNow(seat, arrival.at()) && person.has(seat, seats));
        boolean isForAll = BOTH.equals(answers.get(WHO)) && hasOwn;
        boolean isInstead = INSTEAD.equals(answers.get(WHO)) && !hasOwn;
        for (OwnSeat seat : seats) {
            boolean isNow = isNow(seat, arrival.at());
            if (isNow && (person.has(seat, seats) || isForAll || isInstead)) {
                said.add(note(seat, arrival, isInstead ? person.comes() : null));
            } else if (isNow && seat.booking().state().isOpen()) {
                said.add(Text.of("shifts.arrival.other", seat.shift().job()));
            } else if (!isNow && isSoon(seat, arrival.at())) {
                said.add(Text.of("shifts.arrival.too-soon", seat.shift().job(), EARLY.toMinutes()));
            }
        }
        return said;
    }

    /**
     * Told again for the same arrival, what was noted is said once more.
     *
     * @param came which person of the account came instead, null for who was to
     */
    private Text note(OwnSeat seat, Arrival arrival, Comes came) {
        BookingState state = seat.booking().state();
        if (state == BookingState.ATTENDED) {
            return Text.of("shifts.arrival.already", seat.shift().job());
        }
        if (!state.isOpen() || seat.shift().state() != ShiftState.PLANNED) {
            return Text.of("shifts.arrival.office", seat.shift().job());
        }
        boolean isLate = arrival.at().isAfter(seat.shift().span().starts().plus(IN_TIME));
        attendance.tell(seat.booking().id(), new Told(Outcome.ATTENDED, isLate, null), came, Actor.host());
        return Text.of(
                isLate ? "shifts.arrival.late" : "shifts.arrival.noted",
                seat.shift().job());
    }

    private List<OwnSeat> seats(Person person, Instant at) {
        if (!workers.isEnrolled(person.accountOf())) {
            return List.of();
        }
        return shifts.of(person.accountOf(), day(at).minusDays(1), day(at)).stream()
                .filter(seat -> seat.booking().seated())
                .toList();
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }

    private static boolean isNow(OwnSeat seat, Instant at) {
        return !at.isBefore(seat.shift().span().starts().minus(EARLY))
                && at.isBefore(seat.shift().span().ends());
    }

    private static boolean isSoon(OwnSeat seat, Instant at) {
        return at.isBefore(seat.shift().span().starts());
    }
}
