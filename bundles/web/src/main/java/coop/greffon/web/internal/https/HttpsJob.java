package coop.greffon.web.internal.https;

import coop.greffon.core.job.Job;
import coop.greffon.core.job.JobContext;
import coop.greffon.core.job.Schedule;
import coop.greffon.core.message.Text;
import java.time.LocalTime;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks each night whether the certificate was exchanged, or ends soon. */
@Component(service = Job.class)
public final class HttpsJob implements Job {
    private final Https https;

    @Activate
    public HttpsJob(@Reference Https https) {
        this.https = https;
    }

    @Override
    public String name() {
        return "web.job.https";
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(LocalTime.of(4, 15));
    }

    @Override
    public Text run(JobContext context) {
        return https.renew() ? Text.of("web.job.https.done") : null;
    }
}
