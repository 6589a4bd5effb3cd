package coop.greffon.shifts.internal.store.booking;

import coop.greffon.shifts.internal.store.DutyAccounts;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.OwnSeat;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The seats to which one person comes, of the account on which they act. */
@Component(service = PersonSeats.class)
public final class PersonSeats {
    private final ShiftCalendar shifts;
    private final DutyAccounts duties;
    private final Clock clock;

    @Activate
    public PersonSeats(@Reference ShiftCalendar shifts, @Reference DutyAccounts duties, @Reference Clock clock) {
        this.shifts = shifts;
        this.duties = duties;
        this.clock = clock;
    }

    /** Those of some days, the earliest shift first; by what the household is, or was, on the day of each. */
    public List<OwnSeat> of(long memberId, LocalDate from, LocalDate to) {
        long accountOf = duties.of(memberId, LocalDate.now(clock));
        return shifts.of(accountOf, from, to).stream()
                .filter(seat -> duties.coming(
                                accountOf, seat.booking().comes(), seat.shift().day())
                        .contains(memberId))
                .toList();
    }
}
