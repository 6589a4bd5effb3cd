package coop.greffon.core.internal.journal;

import coop.greffon.core.job.Job;
import coop.greffon.core.job.JobContext;
import coop.greffon.core.job.Schedule;
import coop.greffon.core.journal.Journals;
import coop.greffon.core.message.Text;
import java.time.LocalTime;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Signs each night how far the journals have got. */
@Component(service = Job.class)
public final class SealJob implements Job {
    private final Journals journals;

    @Activate
    public SealJob(@Reference Journals journals) {
        this.journals = journals;
    }

    @Override
    public String name() {
        return "core.job.seal";
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(LocalTime.of(3, 0));
    }

    @Override
    public Text run(JobContext context) {
        int sealed = journals.seal();
        return sealed == 0 ? null : Text.of("core.job.seal.done", sealed);
    }
}
