package coop.greffon.shifts.internal.jobs;

import coop.greffon.core.job.Job;
import coop.greffon.core.job.JobContext;
import coop.greffon.core.job.Schedule;
import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.store.booking.Settlement;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Every hour: tells of shifts that are over what nobody tells. */
@Component(service = Job.class)
public final class SettlementJob implements Job {
    private final Settlement settlement;

    @Activate
    public SettlementJob(@Reference Settlement settlement) {
        this.settlement = settlement;
    }

    @Override
    public String name() {
        return "shifts.job.settle";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofHours(1));
    }

    @Override
    public Text run(JobContext context) {
        Settlement.Done done = settlement.settle(context.actor());
        if (!done.failed().isEmpty()) {
            throw new IllegalStateException("What became of " + done.failed() + " cannot be told");
        }
        return done.told() + done.closed() == 0 ? null : Text.of("shifts.job.settle.done", done.told(), done.closed());
    }
}
