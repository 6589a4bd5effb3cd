package coop.greffon.shifts.internal.jobs;

import coop.greffon.core.job.Job;
import coop.greffon.core.job.JobContext;
import coop.greffon.core.job.Schedule;
import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.store.StandingCounts;
import java.time.LocalTime;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Early each day, once what fell due is posted: counts who stood where when the day before ended. */
@Component(service = Job.class)
public final class StandingCountJob implements Job {
    private static final LocalTime EARLY = LocalTime.of(1, 0);

    private final StandingCounts counts;

    @Activate
    public StandingCountJob(@Reference StandingCounts counts) {
        this.counts = counts;
    }

    @Override
    public String name() {
        return "shifts.job.count";
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(EARLY);
    }

    @Override
    public Text run(JobContext context) {
        return Text.of("shifts.job.count.done", counts.write(context.day().minusDays(1)));
    }
}
