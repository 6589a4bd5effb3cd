package coop.greffon.core.internal.job;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.extension.Extension;
import coop.greffon.core.extension.Extensions;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.internal.module.Reasons;
import coop.greffon.core.job.Job;
import coop.greffon.core.job.JobContext;
import coop.greffon.core.job.JobRun;
import coop.greffon.core.job.JobRun.Outcome;
import coop.greffon.core.job.JobState;
import coop.greffon.core.job.Jobs;
import coop.greffon.core.job.Schedule;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs when their time has come and keeps the book.
 *
 * <p>Each process plans in memory and asks the database only when a job seems due; of several processes the one that gets the lease runs it.
 */
@Component(service = {Jobs.class, JobRunner.class})
public final class JobRunner implements Jobs {
    static final Duration LEASE = Duration.ofMinutes(2);
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int WORKERS = 3;

    private final JobLedger ledger;
    private final Audit audit;
    private final Clock clock;
    private final Extensions<Job> jobs;
    private final String node;
    private final ExecutorService workers;
    private final Map<String, Instant> planned = new ConcurrentHashMap<>();
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    @Activate
    public JobRunner(
            BundleContext context,
            @Reference(target = "(osgi.unit.name=core)") JpaTemplate jpa,
            @Reference Audit audit,
            @Reference Clock clock) {
        this(
                jpa,
                audit,
                clock,
                Extensions.of(context, Job.class),
                ManagementFactory.getRuntimeMXBean().getName(),
                workers());
    }

    JobRunner(JpaTemplate jpa, Audit audit, Clock clock, Extensions<Job> jobs, String node, ExecutorService workers) {
        this.ledger = new JobLedger(jpa, node);
        this.audit = audit;
        this.clock = clock;
        this.jobs = jobs;
        this.node = node;
        this.workers = workers;
    }

    private static ExecutorService workers() {
        var number = new AtomicInteger();
        var pool = new ThreadPoolExecutor(WORKERS, WORKERS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            var thread = new Thread(work, "greffon-job-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    @Deactivate
    void stop() throws InterruptedException {
        workers.shutdown();
        if (!workers.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("{} still at work: {}", running.size(), running);
        }
        jobs.close();
    }

    /** Hands each job whose time seems to have come to a worker. */
    void tick() {
        Instant now = clock.instant();
        jobs.stream()
                .filter(job -> !planned.getOrDefault(job.name(), Instant.MIN).isAfter(now))
                .filter(job -> running.add(job.name()))
                .forEach(job -> workers.execute(() -> runDue(job)));
    }

    /** Keeps the jobs that run here from being taken over. */
    void prolongLeases() {
        ledger.prolong(running, clock.instant().plus(LEASE));
    }

    private void runDue(Job job) {
        try {
            open(job);
            Instant now = clock.instant();
            if (ledger.lease(job.name(), now, now.plus(LEASE))) {
                planned.put(job.name(), runLeased(job));
            } else {
                planned.put(job.name(), now.plus(ASK_AGAIN));
            }
        } catch (RuntimeException failed) {
            // The database, not the job: nothing can be written down about it.
            planned.put(job.name(), clock.instant().plus(ASK_AGAIN));
            LOG.error("Job {} could not be started or noted", job.name(), failed);
        } finally {
            running.remove(job.name());
        }
    }

    private void open(Job job) {
        ledger.open(job.name(), Timetable.lastDayOfNew(job.schedule(), clock.instant(), clock.getZone()));
    }

    /** Runs a job for each day that is due; answers when it is due next. */
    private Instant runLeased(Job job) {
        try {
            boolean done = true;
            Optional<LocalDate> day = due(job);
            while (done && day.isPresent()) {
                done = run(job, day.get(), Actor.job(job.name()), true);
                day = done && job.schedule() instanceof Schedule.Calendar ? due(job) : Optional.empty();
            }
            return nextAt(job, ledger.read(job.name()));
        } finally {
            ledger.release(job.name());
        }
    }

    private Optional<LocalDate> due(Job job) {
        StoredJob entry = ledger.read(job.name());
        return Timetable.due(job.schedule(), entry.lastDay(), entry.notBefore(), clock.instant(), clock.getZone());
    }

    private Instant nextAt(Job job, StoredJob entry) {
        return Timetable.nextAt(job.schedule(), entry.lastDay(), entry.notBefore(), clock.instant(), clock.getZone());
    }

    /**
     * Runs a job for a day.
     *
     * @param counts whether the day is done with it
     * @return whether it went well
     */
    private boolean run(Job job, LocalDate day, Actor by, boolean counts) {
        var run = new StoredRun(job.name(), day, clock.instant(), node, by);
        boolean shown = job.schedule() instanceof Schedule.Calendar || by.kind() != Actor.Kind.JOB;
        if (shown) {
            ledger.begin(run);
        }
        Text message;
        boolean done;
        try {
            message = job.run(new JobContext(day, Actor.job(job.name())));
            done = true;
        } catch (Exception | LinkageError | AssertionError failure) {
            LOG.error("Job {} failed for {}", job.name(), day, failure);
            message = Text.of("core.job.failure", Reasons.of(failure));
            done = false;
        }
        Instant ended = clock.instant();
        int failures = done ? 0 : ledger.read(job.name()).failures() + 1;
        run.end(ended, done ? Outcome.DONE : Outcome.FAILED, message);
        ledger.end(
                run,
                new JobLedger.Ending(
                        ended,
                        shown || !done || message != null,
                        failures,
                        Timetable.notBefore(job.schedule(), failures, ended),
                        done && counts ? day : null));
        return done;
    }

    @Override
    public void runNow(String name, Actor by) {
        Job job = find(name);
        if (!running.add(job.name())) {
            throw new Refused(Text.of("core.job.running"));
        }
        boolean leased = false;
        try {
            open(job);
            Instant now = clock.instant();
            leased = ledger.lease(job.name(), now, now.plus(LEASE));
            if (!leased) {
                throw new Refused(Text.of("core.job.running"));
            }
            audit.record(by, "core.audit.job-run", "core.job", job.name(), List.of());
            workers.execute(() -> runAsked(job, by));
        } catch (RuntimeException refused) {
            if (leased) {
                ledger.release(job.name());
            }
            running.remove(job.name());
            throw refused;
        }
    }

    private void runAsked(Job job, Actor by) {
        try {
            List<LocalDate> missed = missed(job);
            boolean done = true;
            for (LocalDate day : missed) {
                done = done && run(job, day, by, true);
            }
            if (missed.isEmpty()) {
                // Its time today has not come, or is over: this run is one more, and the regular one is not left out
                // for it.
                run(job, LocalDate.now(clock), by, false);
            }
            planned.put(job.name(), nextAt(job, ledger.read(job.name())));
        } finally {
            ledger.release(job.name());
            running.remove(job.name());
        }
    }

    private List<LocalDate> missed(Job job) {
        if (!(job.schedule() instanceof Schedule.Calendar calendar)) {
            return List.of();
        }
        LocalDate lastDay = ledger.read(job.name()).lastDay();
        return Timetable.missed(calendar, lastDay, clock.instant(), clock.getZone());
    }

    /** Whether no job runs in this process. */
    boolean isIdle() {
        return running.isEmpty();
    }

    /** A day of a job whose time lies in the past or was reached. */
    record DueDay(Job job, LocalDate day, Instant at) {}

    /** The earliest day that some job of the calendar is due for until an instant, passing over some jobs. */
    Optional<DueDay> earliestDue(Instant until, Set<String> except) {
        return jobs.stream()
                .filter(job -> job.schedule() instanceof Schedule.Calendar && !except.contains(job.name()))
                .map(this::nextDue)
                .filter(due -> !due.at().isAfter(until))
                .min(Comparator.comparing(DueDay::at)
                        .thenComparing(due -> due.job().name()));
    }

    private DueDay nextDue(Job job) {
        open(job);
        var calendar = (Schedule.Calendar) job.schedule();
        LocalDate day = Timetable.nextDay(calendar, ledger.read(job.name()).lastDay());
        return new DueDay(
                job, day, day.atTime(calendar.at()).atZone(clock.getZone()).toInstant());
    }

    /** Runs a job for a day in the caller's thread; false where it failed or another process has it. */
    boolean runDay(DueDay due) {
        Instant now = clock.instant();
        if (!ledger.lease(due.job().name(), now, now.plus(LEASE))) {
            return false;
        }
        try {
            return run(due.job(), due.day(), Actor.job(due.job().name()), true);
        } finally {
            ledger.release(due.job().name());
            planned.remove(due.job().name());
        }
    }

    private Job find(String name) {
        return jobs.stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound(Text.of("core.job.unknown", name)));
    }

    @Override
    public List<JobState> list() {
        List<Extension<Job>> present = jobs.all();
        Map<String, StoredJob> entries = ledger.jobs();
        List<Job> missing = present.stream()
                .map(Extension::service)
                .filter(job -> !entries.containsKey(job.name()))
                .toList();
        missing.forEach(job -> {
            open(job);
            entries.put(job.name(), ledger.read(job.name()));
        });
        Map<String, JobRun> lastRuns = ledger.lastRuns();
        return present.stream()
                .map(job -> state(job, entries.get(job.service().name()), lastRuns))
                .sorted(Comparator.comparing(JobState::name))
                .toList();
    }

    private JobState state(Extension<Job> job, StoredJob entry, Map<String, JobRun> lastRuns) {
        return new JobState(
                job.service().name(),
                job.module(),
                job.service().schedule(),
                entry.isLeasedAt(clock.instant()),
                entry.lastEndedAt(),
                entry.failures(),
                nextAt(job.service(), entry),
                lastRuns.get(entry.name()));
    }

    @Override
    public List<JobRun> history(String name, int skip, int most) {
        find(name);
        return ledger.runs(name, skip, most);
    }
}
