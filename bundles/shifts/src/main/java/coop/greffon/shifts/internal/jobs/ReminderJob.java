package coop.greffon.shifts.internal.jobs;

import coop.greffon.core.job.Job;
import coop.greffon.core.job.JobContext;
import coop.greffon.core.job.Schedule;
import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.reminder.Reminders;
import java.time.LocalTime;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Each morning: writes to whoever has something to do. */
@Component(service = Job.class)
public final class ReminderJob implements Job {
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final Reminders reminders;

    @Activate
    public ReminderJob(@Reference Reminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public String name() {
        return "shifts.job.remind";
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(MORNING);
    }

    @Override
    public Text run(JobContext context) {
        int written = reminders.write(context.day());
        return written == 0 ? null : Text.of("shifts.job.remind.done", written);
    }
}
