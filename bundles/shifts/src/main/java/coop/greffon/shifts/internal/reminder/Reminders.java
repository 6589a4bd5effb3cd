package coop.greffon.shifts.internal.reminder;

import java.time.Clock;
import java.time.LocalDate;
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
     * Writes what is to be written on a day. Asked again, nothing is written twice; for a day that is over, nothing is written: it would be
     * no news.
     */
    public int write(LocalDate day) {
        return day.isBefore(LocalDate.now(clock))
                ? 0
                : jpa.txExpr(
                        TransactionType.Required,
                        em -> ofShifts.write(day) + ofStandings.write(day) + ofLeaves.write(day));
    }
}
