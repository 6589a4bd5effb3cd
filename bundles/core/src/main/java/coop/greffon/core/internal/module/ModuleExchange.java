package coop.greffon.core.internal.module;

import coop.greffon.core.message.Text;
import coop.greffon.core.module.Module;
import coop.greffon.core.module.ModuleOperation.Progress;
import coop.greffon.core.module.ModuleState;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.karaf.features.DeploymentEvent;
import org.apache.karaf.features.DeploymentListener;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.FeaturesService.Option;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Exchanges bundles through Karaf's features, and waits until what came is up. */
final class ModuleExchange {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleExchange.class);
    private static final Duration TO_COME_UP = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final String FEATURE = "feature:";

    private final FeaturesService features;
    private final ModuleRegistry registry;

    ModuleExchange(FeaturesService features, ModuleRegistry registry) {
        this.features = features;
        this.registry = registry;
    }

    /**
     * Installs versions of modules, in place of those that are there.
     *
     * @param progress is told how far it is
     * @return why one of them cannot be used; empty where all can
     */
    Optional<Text> bring(List<Offer> offers, Consumer<Progress> progress) throws InterruptedException {
        Set<String> names = offers.stream().map(offer -> offer.feature("/")).collect(Collectors.toSet());
        Exception failure = null;
        try {
            listening(progress, () -> features.installFeatures(names, EnumSet.of(Option.Upgrade)));
        } catch (Exception refused) {
            // Karaf starts whatever is not running, so another bundle's failure shows here too: what counts is how ours
            // stands.
            LOG.warn("Karaf reported a failure while it installed {}", names, refused);
            failure = refused;
        }
        progress.accept(Progress.STARTING);
        for (Offer offer : offers) {
            Optional<Text> reason = whyNotUp(offer, failure);
            if (reason.isPresent()) {
                return reason;
            }
        }
        return Optional.empty();
    }

    private Optional<Text> whyNotUp(Offer offer, Exception failure) throws InterruptedException {
        Module module = await(offer.id());
        if (module == null || !module.version().equals(offer.shownVersion())) {
            Object why = failure == null
                    ? offer.id()
                    : Unmet.in(failure).<Object>map(text -> text).orElseGet(() -> Reasons.of(failure));
            return Optional.of(Text.of("core.module.not-installed", offer.id(), why));
        }
        if (module.state() == ModuleState.RUNNING) {
            return Optional.empty();
        }
        return Optional.of(
                module.reason() == null ? Text.of("core.module.slow", TO_COME_UP.toSeconds()) : module.reason());
    }

    private Module await(String id) throws InterruptedException {
        long end = System.nanoTime() + TO_COME_UP.toNanos();
        registry.look();
        Module module = registry.find(id).orElse(null);
        while (module != null && module.state() == ModuleState.IN_TRANSITION && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
            registry.look();
            module = registry.find(id).orElse(null);
        }
        return module;
    }

    /**
     * Takes modules away.
     *
     * @param ids the modules, in any order
     * @throws Exception where Karaf cannot
     */
    void take(Collection<String> ids, Consumer<Progress> progress) throws Exception {
        registry.leave(ids);
        try {
            keepWhatIsNotNamed(ids);
            Set<String> names = required(ids);
            if (!names.isEmpty()) {
                listening(progress, () -> features.uninstallFeatures(names, EnumSet.noneOf(Option.class)));
            }
            uninstallTheRest(ids);
        } finally {
            registry.left(ids);
        }
    }

    /** A module that came along with another is not to go along with it: its data may be in use. */
    private void keepWhatIsNotNamed(Collection<String> going) throws Exception {
        Set<String> wanted = features.listRequirements().getOrDefault(FeaturesService.ROOT_REGION, Set.of());
        Set<String> alone = Arrays.stream(features.listInstalledFeatures())
                .filter(feature -> isModuleThatStays(feature, going))
                .filter(feature ->
                        wanted.stream().noneMatch(name -> name.startsWith(FEATURE + feature.getName() + "/")))
                .map(feature ->
                        FEATURE + feature.getName() + "/[" + feature.getVersion() + "," + feature.getVersion() + "]")
                .collect(Collectors.toSet());
        if (!alone.isEmpty()) {
            features.addRequirements(Map.of(FeaturesService.ROOT_REGION, alone), EnumSet.noneOf(Option.class));
        }
    }

    private boolean isModuleThatStays(Feature feature, Collection<String> going) {
        String id =
                feature.getName().startsWith(Offers.PREFIX) ? feature.getName().substring(Offers.PREFIX.length()) : "";
        return !going.contains(id) && registry.bundle(id) != null;
    }

    private Set<String> required(Collection<String> ids) {
        return features.listRequirements().getOrDefault(FeaturesService.ROOT_REGION, Set.of()).stream()
                .map(requirement -> requirement.substring(FEATURE.length()))
                .map(requirement ->
                        requirement.contains("/") ? requirement.substring(0, requirement.indexOf('/')) : requirement)
                .filter(name -> name.startsWith(Offers.PREFIX) && ids.contains(name.substring(Offers.PREFIX.length())))
                .collect(Collectors.toSet());
    }

    /** A bundle that somebody installed without a feature. */
    private void uninstallTheRest(Collection<String> ids) throws BundleException {
        for (String id : ids) {
            var bundle = registry.bundle(id);
            if (bundle != null && bundle.getState() != Bundle.UNINSTALLED) {
                bundle.uninstall();
            }
        }
    }

    private void listening(Consumer<Progress> progress, Work work) throws Exception {
        progress.accept(Progress.RESOLVING);
        DeploymentListener listener = event -> {
            if (event == DeploymentEvent.DEPLOYMENT_STARTED) {
                progress.accept(Progress.EXCHANGING);
            } else if (event == DeploymentEvent.BUNDLES_RESOLVED) {
                progress.accept(Progress.STARTING);
            }
        };
        features.registerListener(listener);
        try {
            work.run();
        } finally {
            features.unregisterListener(listener);
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }
}
