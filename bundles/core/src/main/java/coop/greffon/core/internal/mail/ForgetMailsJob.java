package coop.greffon.core.internal.mail;

import coop.greffon.core.internal.persistence.Sql;
import coop.greffon.core.job.Job;
import coop.greffon.core.job.JobContext;
import coop.greffon.core.job.Schedule;
import coop.greffon.core.message.Text;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Forgets to whom old letters went, and what those said that never left; their causes stay, so that none is written a second time.
 *
 * <p>A letter that failed or is held, and that nobody decided about in all that time, is given up: what it says is no longer true, and the
 * links in it are over. What a restore held stays: nobody could decide about it while it was in the backup.
 */
@Component(service = Job.class)
public final class ForgetMailsJob implements Job {
    private static final Duration KEPT = Duration.ofDays(90);
    private static final Duration UNSENT_KEPT = Duration.ofDays(90);

    private static final String NOBODY = "subject = null, name = '', address = '', title = '', unsubscribe = null";

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
        Instant now = clock.instant();
        int forgotten = sql.required(connection -> giveUp(connection, now.minus(UNSENT_KEPT))
                + Sql.update(
                        connection,
                        "update greffon_core_mail set " + NOBODY
                                + " where state in ('SENT', 'CANCELLED') and address <> '' and written_at < ?",
                        now.minus(KEPT)));
        return forgotten == 0 ? null : Text.of("core.job.forget-mails.done", forgotten);
    }

    private static int giveUp(Connection connection, Instant before) throws SQLException {
        int givenUp = Sql.update(
                connection,
                "update greffon_core_mail set " + NOBODY
                        + ", state = 'CANCELLED', text_body = null, html_body = null, failure_detail = null,"
                        + " next_attempt_at = null where state in ('FAILED', 'HELD') and written_at < ?"
                        + " and (failure is null or failure <> 'core.mail.failure.restored')",
                before);
        AttachmentRows.forgetWithoutText(connection);
        return givenUp;
    }
}
