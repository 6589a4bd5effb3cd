package coop.greffon.shifts.internal.jobs;

import coop.greffon.core.job.Job;
import coop.greffon.core.job.JobContext;
import coop.greffon.core.job.Schedule;
import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.store.DueCycles;
import coop.greffon.shifts.internal.store.DueCycles.Done;
import java.time.LocalTime;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Early each day, before anybody comes: posts what falls due that day. */
@Component(service = Job.class)
public final class CycleJob implements Job {
    private static final LocalTime EARLY = LocalTime.of(0, 30);

    private final DueCycles cycles;

    @Activate
    public CycleJob(@Reference DueCycles cycles) {
        this.cycles = cycles;
    }

    @Override
    public String name() {
        return "shifts.job.cycles";
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(EARLY);
    }

    @Override
    public Text run(JobContext context) {
        Done done = cycles.post(context.day(), context.actor());
        if (!done.failed().isEmpty()) {
            throw new IllegalStateException("What is due from the workers " + done.failed() + " cannot be counted");
        }
        return done.posted() == 0 ? null : Text.of("shifts.job.cycles.done", done.posted(), done.workers());
    }
}
