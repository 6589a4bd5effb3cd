package coop.greffon.shifts.internal.jobs;

import coop.greffon.core.job.Job;
import coop.greffon.core.job.JobContext;
import coop.greffon.core.job.Schedule;
import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.store.FollowedSettings;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Every few seconds: works out where everybody stands, where settings were changed. */
@Component(service = Job.class)
public final class StandingsJob implements Job {
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final FollowedSettings followed;

    @Activate
    public StandingsJob(@Reference FollowedSettings followed) {
        this.followed = followed;
    }

    @Override
    public String name() {
        return "shifts.job.standings";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(PAUSE);
    }

    @Override
    public Text run(JobContext context) {
        return followed.follow(context.day()) ? Text.of("shifts.job.standings.done") : null;
    }
}
