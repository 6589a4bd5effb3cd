package coop.greffon.members.internal.arrival;

import coop.greffon.core.job.Job;
import coop.greffon.core.job.JobContext;
import coop.greffon.core.job.Schedule;
import coop.greffon.core.message.Text;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells of arrivals those who failed or were away. */
@Component(service = Job.class)
public final class TellAgainJob implements Job {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final ToldArrivals arrivals;

    @Activate
    public TellAgainJob(@Reference ToldArrivals arrivals) {
        this.arrivals = arrivals;
    }

    @Override
    public String name() {
        return "members.job.arrivals";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(PAUSE);
    }

    @Override
    public Text run(JobContext context) {
        int heard = arrivals.tellAgain();
        return heard == 0 ? null : Text.of("members.job.arrivals-done", heard);
    }
}
