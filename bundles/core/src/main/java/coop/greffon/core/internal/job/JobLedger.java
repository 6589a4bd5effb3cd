package coop.greffon.core.internal.job;

import coop.greffon.core.job.JobRun;
import coop.greffon.core.job.JobRun.Outcome;
import coop.greffon.core.persistence.Moments;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;

/**
 * What the nodes know together about jobs: how far each one is, who runs it, what came of it.
 *
 * <p>A lease ends by itself, so that another node goes on where one stopped half-way; a node that lives prolongs its own.
 */
final class JobLedger {
    private final JpaTemplate jpa;
    private final String node;

    /**
     * @param node what tells this process from the others
     */
    JobLedger(JpaTemplate jpa, String node) {
        this.jpa = jpa;
        this.node = node;
    }

    /** Begins a page for a job that is new. */
    void open(String job, LocalDate lastDay) {
        jpa.tx(
                TransactionType.Required,
                em -> em.createNativeQuery("insert into greffon_core_job (name, last_day, failures) values (?, ?, 0)"
                                + " on conflict do nothing")
                        .setParameter(1, job)
                        .setParameter(2, lastDay)
                        .executeUpdate());
    }

    /** Every job ever known, by name. */
    Map<String, StoredJob> jobs() {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery("select j from StoredJob j", StoredJob.class)
                        .getResultStream()
                        .collect(Collectors.toMap(
                                StoredJob::name, Function.identity(), (one, same) -> one, HashMap::new)));
    }

    StoredJob read(String job) {
        return jpa.txExpr(TransactionType.Supports, em -> em.find(StoredJob.class, job));
    }

    /** Takes a job; false where another process has it. A run that was never ended is lost: its process stopped. */
    boolean lease(String job, Instant now, Instant until) {
        return jpa.txExpr(TransactionType.Required, em -> {
            int taken = em.createQuery("update StoredJob j set j.leasedBy = :node, j.leasedUntil = :until"
                            + " where j.name = :job and (j.leasedUntil is null or j.leasedUntil <= :now)")
                    .setParameter("node", node)
                    .setParameter("until", Moments.stored(until))
                    .setParameter("job", job)
                    .setParameter("now", Moments.stored(now))
                    .executeUpdate();
            if (taken == 0) {
                return false;
            }
            em.createQuery("update StoredRun r set r.outcome = :lost, r.endedAt = :now"
                            + " where r.job = :job and r.outcome = :running")
                    .setParameter("lost", Outcome.LOST)
                    .setParameter("now", Moments.stored(now))
                    .setParameter("job", job)
                    .setParameter("running", Outcome.RUNNING)
                    .executeUpdate();
            return true;
        });
    }

    /** Keeps the jobs that this process runs. */
    void prolong(Collection<String> jobs, Instant until) {
        if (jobs.isEmpty()) {
            return;
        }
        jpa.tx(
                TransactionType.Required,
                em -> em.createQuery("update StoredJob j set j.leasedUntil = :until"
                                + " where j.leasedBy = :node and j.leasedUntil is not null and j.name in :jobs")
                        .setParameter("until", Moments.stored(until))
                        .setParameter("node", node)
                        .setParameter("jobs", jobs)
                        .executeUpdate());
    }

    void release(String job) {
        jpa.tx(
                TransactionType.Required,
                em -> em.createQuery("update StoredJob j set j.leasedBy = null, j.leasedUntil = null"
                                + " where j.name = :job and j.leasedBy = :node")
                        .setParameter("job", job)
                        .setParameter("node", node)
                        .executeUpdate());
    }

    /** Notes that a run began. */
    void begin(StoredRun run) {
        jpa.tx(TransactionType.Required, em -> {
            em.persist(run);
            em.flush();
        });
    }

    /**
     * What a run leaves behind.
     *
     * @param worthNoting whether it goes into the history: not so where it found nothing to do
     * @param failures how many runs in a row have failed
     * @param notBefore when the job may run again, null for as soon as its schedule says
     * @param doneDay the day that is done now, null for none
     */
    record Ending(Instant at, boolean worthNoting, int failures, Instant notBefore, LocalDate doneDay) {}

    /** Notes how a run ended. */
    void end(StoredRun run, Ending ending) {
        jpa.tx(TransactionType.Required, em -> {
            if (ending.worthNoting()) {
                em.merge(run);
            }
            StoredJob job = em.find(StoredJob.class, run.job());
            job.ended(ending.at(), ending.failures(), ending.notBefore());
            if (ending.doneDay() != null) {
                job.done(ending.doneDay());
            }
        });
    }

    /** The runs of a job, newest first. */
    List<JobRun> runs(String job, int skip, int most) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select r from StoredRun r where r.job = :job order by r.startedAt desc, r.id desc",
                                StoredRun.class)
                        .setParameter("job", job)
                        .setFirstResult(skip)
                        .setMaxResults(most)
                        .getResultStream()
                        .map(StoredRun::view)
                        .toList());
    }

    /** The newest run of each job. */
    Map<String, JobRun> lastRuns() {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select r from StoredRun r where r.startedAt = (select max(o.startedAt) from StoredRun o"
                                        + " where o.job = r.job) order by r.id",
                                StoredRun.class)
                        .getResultStream()
                        .map(StoredRun::view)
                        .collect(Collectors.toMap(JobRun::job, Function.identity(), (earlier, later) -> later)));
    }
}
