package coop.greffon.core.internal.job;

import coop.greffon.core.instance.CoopClock;
import coop.greffon.core.internal.instance.HostClock;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Moves a demo's clock and lets the days passed happen, in order. */
@Component(service = CoopClock.class)
public final class DemoClock implements CoopClock {
    private static final Duration FARTHEST = Duration.ofDays(400);
    private static final String FIELD = "now";

    private final HostClock clock;
    private final JobRunner runner;
    private final JobTicker ticker;

    @Activate
    public DemoClock(@Reference HostClock clock, @Reference JobRunner runner, @Reference JobTicker ticker) {
        this.clock = clock;
        this.runner = runner;
        this.ticker = ticker;
    }

    @Override
    public boolean isAdjustable() {
        return clock.isAdjustable();
    }

    @Override
    public void moveTo(Instant to) {
        if (!isAdjustable()) {
            throw new NotFound(Text.of("core.clock.fixed"));
        }
        Instant now = clock.instant();
        if (to.isBefore(now)) {
            throw new InvalidInput(FieldError.of(FIELD, to, Text.of("core.clock.backward")));
        } else if (Duration.between(now, to).compareTo(FARTHEST) > 0) {
            throw new InvalidInput(FieldError.of(FIELD, to, Text.of("core.clock.too-far", FARTHEST.toDays())));
        }
        try {
            ticker.whileHeld(() -> pass(to));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while jobs ended", interrupted);
        }
    }

    private void pass(Instant to) {
        Set<String> failed = new HashSet<>();
        Optional<JobRunner.DueDay> due = runner.earliestDue(to, failed);
        while (due.isPresent()) {
            forwardTo(due.get().at());
            if (!runner.runDay(due.get())) {
                // Its later days wait until this one is done; the other jobs go on.
                failed.add(due.get().job().name());
            }
            due = runner.earliestDue(to, failed);
        }
        forwardTo(to);
    }

    private void forwardTo(Instant to) {
        if (to.isAfter(clock.instant())) {
            clock.moveTo(to);
        }
    }
}
