package coop.greffon.core.internal.mail;

import coop.greffon.core.internal.persistence.Sql;
import coop.greffon.core.job.Job;
import coop.greffon.core.job.JobContext;
import coop.greffon.core.job.Schedule;
import coop.greffon.core.message.Text;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Forgets to whom old letters went; their causes stay, so that none is written a second time. */
@Component(service = Job.class)
public final class ForgetMailsJob implements Job {
    private static final Duration KEPT = Duration.ofDays(90);

    private final Sql sql;
    private final Clock clock;

    @Activate
    public ForgetMailsJob(@Reference(target = "(osgi.unit.name=core)") JpaTemplate jpa, @Reference Clock clock) {
        this.sql = new Sql(jpa);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "core.job.forget-mails";
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(LocalTime.of(3, 45));
    }

    @Override
    public Text run(JobContext context) {
        int forgotten = sql.required(connection -> Sql.update(
                connection,
                "update greffon_core_mail set subject = null, name = '', address = '', title = '', unsubscribe = null"
                        + " where state in ('SENT', 'CANCELLED') and address <> '' and written_at < ?",
                clock.instant().minus(KEPT)));
        return forgotten == 0 ? null : Text.of("core.job.forget-mails.done", forgotten);
    }
}
