package coop.greffon.shifts.internal.shell;

import coop.greffon.core.console.Listing;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.shifts.internal.store.slot.ListedShift;
import coop.greffon.shifts.internal.store.slot.Shift;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar;
import coop.greffon.shifts.internal.store.slot.ShiftState;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Lists the shifts of some days. */
@Service
@Command(
        scope = "shifts",
        name = "list",
        description = "Lists the shifts of some days, the coming week where none are given")
public final class ListShiftsCommand extends ShiftsAction {
    private static final int WEEK = 7;
    private static final int LONGEST = 400;

    @Option(name = "--from", description = "The first day, today where none is given")
    private String from;

    @Option(name = "--to", description = "The last day, six days after the first where none is given")
    private String to;

    @Option(name = "--free", description = "Only those that take place and have a free seat")
    private boolean isFree;

    @Option(name = "--output", description = "table, json or csv")
    @Completion(
            value = StringsCompleter.class,
            values = {Listing.TABLE, Listing.JSON, Listing.CSV})
    private String output = Listing.TABLE;

    @Reference
    private ShiftCalendar calendar;

    @Reference
    private Clock clock;

    @Override
    void run() {
        LocalDate first = from == null ? LocalDate.now(clock) : TypedEvent.day("--from", from);
        LocalDate last = to == null ? first.plusDays(WEEK - 1) : TypedEvent.day("--to", to);
        if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST))) {
            throw new InvalidInput(
                    FieldError.of("--to", last, Text.of("shifts.console.until", first, first.plusDays(LONGEST))));
        }
        var listing = new Listing(
                "id", "day", "start", "end", "job", "seats", "taken", "seeking", "free", "minimum", "state");
        calendar.between(first, last).stream()
                .filter(listed -> !isFree || isOpen(listed))
                .forEach(listed -> add(listing, listed));
        listing.print(System.out, output);
    }

    private static boolean isOpen(ListedShift listed) {
        return listed.shift().state() == ShiftState.PLANNED && listed.free() > 0;
    }

    private void add(Listing listing, ListedShift listed) {
        Shift shift = listed.shift();
        listing.row(
                shift.id(),
                shift.day(),
                hour(shift.span().starts()),
                hour(shift.span().ends()),
                shift.job(),
                listed.seats(),
                listed.taken(),
                listed.seeking(),
                listed.free(),
                shift.minimum(),
                shift.state());
    }

    private LocalTime hour(Instant at) {
        return at.atZone(clock.getZone()).toLocalTime();
    }
}
