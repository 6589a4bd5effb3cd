package coop.greffon.core.internal.demo;

import coop.greffon.core.demo.Demo;
import coop.greffon.core.demo.DemoData;
import coop.greffon.core.demo.DemoSignIn;
import coop.greffon.core.extension.Extensions;
import coop.greffon.core.identity.Accounts;
import coop.greffon.core.instance.Instance;
import coop.greffon.core.internal.persistence.Sql;
import coop.greffon.core.module.ModuleState;
import coop.greffon.core.module.Modules;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** On a demo, looks again and again for modules that have a part to tell: at start, and when one is added later. */
@Component(service = Demo.class, immediate = true)
public final class HostDemo implements Demo {
    private static final Logger LOG = LoggerFactory.getLogger(HostDemo.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(40);

    private final CompletableFuture<List<DemoSignIn>> signIns = new CompletableFuture<>();
    private final Extensions<DemoData> parts;
    private final Modules modules;
    private final DemoStory story;
    private final ScheduledExecutorService clockwork;
    private final long since = System.nanoTime();

    @Activate
    public HostDemo(
            BundleContext context,
            @Reference Instance instance,
            @Reference Modules modules,
            @Reference Accounts accounts,
            @Reference Clock clock,
            @Reference(target = "(osgi.unit.name=core)") JpaTemplate jpa) {
        this.modules = modules;
        this.parts = Extensions.of(context, DemoData.class);
        this.story = new DemoStory(jpa, new DemoTables(new Sql(jpa)), accounts, clock);
        this.clockwork = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "greffon-demo");
            thread.setDaemon(true);
            return thread;
        });
        if (instance.demo()) {
            clockwork.scheduleWithFixedDelay(this::look, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            signIns.complete(List.of());
        }
    }

    @Deactivate
    void stop() {
        clockwork.shutdownNow();
        parts.close();
    }

    private void look() {
        try {
            // First whether all are up, then who tells: a module that comes up in between is told of at the next look.
            boolean isComplete = !signIns.isDone() && allHaveArrived();
            if (isComplete || signIns.isDone()) {
                story.tell(parts.all());
            }
            if (isComplete) {
                signIns.complete(story.drawPasswords());
            }
        } catch (RuntimeException failed) {
            // Most likely the database goes away because the host stops; a look that fails must not be the last one.
            LOG.warn("The demo could not be looked after: {}", failed.toString());
        }
    }

    /** A module that is down may only be slow to start: it is waited for, though not for ever. */
    private boolean allHaveArrived() {
        return modules.installed().stream().allMatch(module -> module.state() == ModuleState.RUNNING)
                || System.nanoTime() - since > LONGEST_WAIT.toNanos();
    }

    @Override
    public CompletionStage<List<DemoSignIn>> signIns() {
        return signIns;
    }
}
