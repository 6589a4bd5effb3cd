package coop.greffon.shifts.internal.reminder;

import coop.greffon.shifts.internal.store.Alone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All letters of a morning. */
@Component(service = Reminders.class)
public final class Reminders {
    private final JpaTemplate jpa;
    private final ShiftReminders ofShifts;
    private final StandingReminders ofStandings;
    private final LeaveReminders ofLeaves;
    private final Clock clock;

    @Activate
    public Reminders(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference ShiftReminders ofShifts,
            @Reference StandingReminders ofStandings,
            @Reference LeaveReminders ofLeaves,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.ofShifts = ofShifts;
        this.ofStandings = ofStandings;
        this.ofLeaves = ofLeaves;
        this.clock = clock;
    }

    /**
     * Writes what is to be written on a day, each letter in a transaction of its own: one that cannot be written keeps no other from it. Asked
     * again, nothing is written twice; for a day that is over, nothing is written: it would be no news.
     */
    public int write(LocalDate day) {
        if (day.isBefore(LocalDate.now(clock))) {
            return 0;
        }
        var written = new AtomicInteger();
        List<Function<LocalDate, List<BooleanSupplier>>> kinds =
                List.of(ofShifts::due, ofStandings::due, ofLeaves::due);
        Alone.each(kinds, kind -> Alone.each(kind.apply(day), letter -> written.addAndGet(write(letter))));
        return written.get();
    }

    private int write(BooleanSupplier letter) {
        return jpa.txExpr(TransactionType.Required, em -> letter.getAsBoolean() ? 1 : 0);
    }
}
