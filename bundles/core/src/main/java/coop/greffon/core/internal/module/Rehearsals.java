package coop.greffon.core.internal.module;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Problem;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.FeaturesService.Option;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has Karaf work out, without doing it, what the installation of each module that is only offered would take: so that the catalogue says
 * beforehand which one cannot come, and why.
 */
final class Rehearsals {
    private static final Logger LOG = LoggerFactory.getLogger(Rehearsals.class);
    /** Whoever adds a repository or a module often adds the next at once, and is not to wait for this. */
    private static final Duration QUIET = Duration.ofSeconds(10);

    private final FeaturesService features;
    private final Supplier<Map<String, Plan>> plans;
    private final Duration quiet;
    private final Map<String, Text> obstacles = new ConcurrentHashMap<>();
    private final AtomicLong latest = new AtomicLong();
    private final ScheduledThreadPoolExecutor clockwork = clockwork();

    /** What is to come so that a module may; a {@link Problem} where no choice of versions fits. */
    @FunctionalInterface
    interface Plan {
        List<Offer> offers();
    }

    /**
     * Rehearses nothing yet.
     *
     * @param plans of the modules that are offered and not installed, at the time of asking
     */
    Rehearsals(FeaturesService features, Supplier<Map<String, Plan>> plans) {
        this(features, plans, QUIET);
    }

    Rehearsals(FeaturesService features, Supplier<Map<String, Plan>> plans, Duration quiet) {
        this.features = features;
        this.plans = plans;
        this.quiet = quiet;
    }

    private static ScheduledThreadPoolExecutor clockwork() {
        var clockwork = new ScheduledThreadPoolExecutor(
                1,
                task -> {
                    Thread thread = new Thread(task, "greffon-rehearsals");
                    thread.setDaemon(true);
                    thread.setPriority(Thread.MIN_PRIORITY);
                    return thread;
                },
                // Karaf may tell of a change while this ends.
                new DiscardPolicy());
        clockwork.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return clockwork;
    }

    void close() {
        clockwork.shutdown();
    }

    /** Something came or went: rehearses when that has been the last for a while. */
    void soon() {
        long mine = latest.incrementAndGet();
        clockwork.schedule(
                () -> {
                    if (latest.get() == mine) {
                        rehearse();
                    }
                },
                quiet.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Why a module cannot come, as far as is known. */
    Optional<Text> obstacle(String id) {
        return Optional.ofNullable(obstacles.get(id));
    }

    private void rehearse() {
        try {
            Map<String, Plan> all = plans.get();
            obstacles.keySet().retainAll(all.keySet());
            for (Map.Entry<String, Plan> one : all.entrySet()) {
                if (clockwork.isShutdown()) {
                    return;
                }
                obstacle(one.getValue())
                        .ifPresentOrElse(
                                text -> obstacles.put(one.getKey(), text), () -> obstacles.remove(one.getKey()));
            }
        } catch (RuntimeException changing) {
            LOG.warn("What the offered modules would take cannot be worked out", changing);
        }
    }

    /** What else goes wrong meanwhile says nothing about the module. */
    private Optional<Text> obstacle(Plan plan) {
        try {
            features.installFeatures(
                    plan.offers().stream().map(offer -> offer.feature("/")).collect(Collectors.toSet()),
                    EnumSet.of(Option.Upgrade, Option.Simulate));
            return Optional.empty();
        } catch (Problem refused) {
            return Optional.of(refused.title());
        } catch (Exception failed) {
            LOG.info("The installation of an offered module cannot be rehearsed", failed);
            return Unmet.in(failed);
        }
    }
}
