package coop.greffon.shifts.internal.jobs;

import coop.greffon.core.job.Job;
import coop.greffon.core.job.JobContext;
import coop.greffon.core.job.Schedule;
import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.store.exchange.Overdue;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Every ten minutes: tells people that what they asked of each other is over. */
@Component(service = Job.class)
public final class OverdueJob implements Job {
    private final Overdue overdue;

    @Activate
    public OverdueJob(@Reference Overdue overdue) {
        this.overdue = overdue;
    }

    @Override
    public String name() {
        return "shifts.job.overdue";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofMinutes(10));
    }

    @Override
    public Text run(JobContext context) {
        int ended = overdue.end();
        return ended == 0 ? null : Text.of("shifts.job.overdue.done", ended);
    }
}
