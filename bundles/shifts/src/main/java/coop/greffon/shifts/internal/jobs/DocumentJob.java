package coop.greffon.shifts.internal.jobs;

import coop.greffon.core.job.Job;
import coop.greffon.core.job.JobContext;
import coop.greffon.core.job.Schedule;
import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.store.JpaDocuments;
import java.time.LocalTime;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Early each day, before what is due is counted: ends the leaves whose document nobody saw in time. */
@Component(service = Job.class)
public final class DocumentJob implements Job {
    private static final LocalTime EARLY = LocalTime.of(0, 20);

    private final JpaDocuments documents;

    @Activate
    public DocumentJob(@Reference JpaDocuments documents) {
        this.documents = documents;
    }

    @Override
    public String name() {
        return "shifts.job.documents";
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(EARLY);
    }

    @Override
    public Text run(JobContext context) {
        int ended = documents.endUnseen(context.day(), context.actor());
        return ended == 0 ? null : Text.of("shifts.job.documents.done", ended);
    }
}
