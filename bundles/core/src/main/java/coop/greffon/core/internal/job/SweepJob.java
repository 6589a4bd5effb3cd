package coop.greffon.core.internal.job;

import coop.greffon.core.job.Job;
import coop.greffon.core.job.JobContext;
import coop.greffon.core.job.Schedule;
import coop.greffon.core.message.Text;
import coop.greffon.core.persistence.Moments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Throws away what core no longer needs: sessions and links that are over, old failures to sign in, old runs of jobs. */
@Component(service = Job.class)
public final class SweepJob implements Job {
    private static final Duration FAILURES_KEPT = Duration.ofDays(1);
    /** Rows without failures: from where somebody signed in. */
    private static final Duration KNOWN_KEPT = Duration.ofDays(30);

    private static final Duration LINKS_KEPT = Duration.ofDays(30);
    private static final Duration RUNS_KEPT = Duration.ofDays(90);

    private final JpaTemplate jpa;
    private final Clock clock;

    @Activate
    public SweepJob(@Reference(target = "(osgi.unit.name=core)") JpaTemplate jpa, @Reference Clock clock) {
        this.jpa = jpa;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "core.job.sweep";
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(LocalTime.of(3, 30));
    }

    @Override
    public Text run(JobContext context) {
        Instant now = clock.instant();
        int swept = delete("greffon_core_session", "expires_at", now)
                + delete("greffon_core_link", "expires_at", now.minus(LINKS_KEPT))
                + delete("greffon_core_sign_in_failure", "failures > 0 and last_at", now.minus(FAILURES_KEPT))
                + delete("greffon_core_sign_in_failure", "last_at", now.minus(KNOWN_KEPT))
                + delete("greffon_core_job_run", "started_at", now.minus(RUNS_KEPT));
        return swept == 0 ? null : Text.of("core.job.sweep.done", swept);
    }

    private int delete(String table, String column, Instant before) {
        return jpa.txExpr(
                TransactionType.Required,
                em -> em.createNativeQuery("delete from " + table + " where " + column + " < ?")
                        .setParameter(1, Moments.stored(before))
                        .executeUpdate());
    }
}
