package coop.greffon.core.internal.job;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks each second whether a job is due. */
@Component(service = JobTicker.class, immediate = true)
public final class JobTicker {
    private static final Logger LOG = LoggerFactory.getLogger(JobTicker.class);
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration PROLONG = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 20;

    private final JobRunner runner;
    private final ScheduledExecutorService timer;
    private boolean held;

    @Activate
    public JobTicker(@Reference JobRunner runner) {
        this.runner = runner;
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "greffon-job-timer");
            thread.setDaemon(true);
            return thread;
        });
        repeat(this::tick, FIRST, TICK);
        repeat(runner::prolongLeases, PROLONG, PROLONG);
    }

    private void repeat(Runnable work, Duration first, Duration pause) {
        Runnable guarded = () -> {
            try {
                work.run();
            } catch (RuntimeException failed) {
                // Thrown on, it would end the repetition for good.
                LOG.error("Jobs could not be looked after", failed);
            }
        };
        timer.scheduleWithFixedDelay(guarded, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void tick() {
        if (!held) {
            runner.tick();
        }
    }

    /** Does something while no job is started by its time, after those that run have ended. */
    synchronized void whileHeld(Runnable work) throws InterruptedException {
        held = true;
        try {
            while (!runner.isIdle()) {
                wait(POLL_MILLIS);
            }
            work.run();
        } finally {
            held = false;
        }
    }

    @Deactivate
    void stop() {
        timer.shutdown();
    }
}
