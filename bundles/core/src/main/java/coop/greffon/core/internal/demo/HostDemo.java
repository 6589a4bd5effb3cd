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
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** Before it is there, bundles of the distribution may not even be installed. */
    private static final String BOOT_FINISHED = "org.apache.karaf.features.BootFinished";

    private static final String MODULE = "Greffon-Module";
    private static final String PART = "GREFFON-INF/demo/";

    private final BundleContext context;
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
        this.context = context;
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
        clockwork.shutdown();
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
        return System.nanoTime() - since > LONGEST_WAIT.toNanos()
                || context.getServiceReference(BOOT_FINISHED) != null
                        && modules.installed().stream().allMatch(module -> module.state() == ModuleState.RUNNING)
                        && partsToCome().isEmpty();
    }

    /** A module runs before the component that tells its part does: whoever ships a part is waited for. */
    private Set<String> partsToCome() {
        Set<String> toCome = Stream.of(context.getBundles())
                .filter(bundle -> bundle.getEntry(PART) != null)
                .map(bundle -> bundle.getHeaders("").get(MODULE))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        parts.all().forEach(part -> toCome.remove(part.module()));
        return toCome;
    }

    @Override
    public CompletionStage<List<DemoSignIn>> signIns() {
        return signIns;
    }
}
