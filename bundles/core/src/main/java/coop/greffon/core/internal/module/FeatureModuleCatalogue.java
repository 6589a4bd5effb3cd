package coop.greffon.core.internal.module;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.backup.Backups;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.internal.message.ModuleMessages;
import coop.greffon.core.internal.persistence.ModuleTables;
import coop.greffon.core.message.Text;
import coop.greffon.core.module.CatalogueEntry;
import coop.greffon.core.module.Module;
import coop.greffon.core.module.ModuleCatalogue;
import coop.greffon.core.module.ModuleInfo;
import coop.greffon.core.module.ModuleOperation;
import coop.greffon.core.module.ModuleOperation.Kind;
import coop.greffon.core.module.ModuleState;
import coop.greffon.core.module.TableSize;
import coop.greffon.core.module.VersionNotes;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.karaf.features.FeatureEvent;
import org.apache.karaf.features.FeaturesListener;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.RepositoryEvent;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The catalogue of what Karaf's feature repositories offer and what is installed. */
@Component(service = ModuleCatalogue.class)
public final class FeatureModuleCatalogue implements ModuleCatalogue, FeaturesListener {
    private static final String HOST = "host";

    private final FeaturesService features;
    private final ModuleRegistry registry;
    private final ModuleMessages messages;
    private final ModuleTables tables;
    private final ModuleOperations operations;
    private final Offers offers;
    private final Rehearsals rehearsals;

    @Activate
    public FeatureModuleCatalogue(
            BundleContext context,
            @Reference FeaturesService features,
            @Reference ModuleRegistry registry,
            @Reference ModuleMessages messages,
            @Reference Backups backups,
            @Reference Audit audit,
            @Reference Clock clock,
            @Reference(target = "(osgi.jndi.service.name=greffon)") DataSource dataSource) {
        this.features = features;
        this.registry = registry;
        this.messages = messages;
        this.tables = new ModuleTables(dataSource);
        this.offers = new Offers(features);
        this.operations = new ModuleOperations(
                new ModuleExchange(features, registry),
                tables,
                backups,
                audit,
                clock,
                Path.of(context.getProperty("karaf.data"), "greffon", "archive"));
        this.rehearsals = new Rehearsals(features, this::plans);
        features.registerListener(this);
        rehearsals.soon();
    }

    @Deactivate
    void stop() {
        features.unregisterListener(this);
        operations.close();
        rehearsals.close();
    }

    @Override
    public void featureEvent(FeatureEvent event) {
        rehearsals.soon();
    }

    @Override
    public void repositoryEvent(RepositoryEvent event) {
        // What comes is not read yet, and what was read can be another only after it went.
        if (event.getType() == RepositoryEvent.EventType.RepositoryRemoved) {
            offers.forget();
        }
        rehearsals.soon();
    }

    private Map<String, Rehearsals.Plan> plans() {
        var snapshot = new Snapshot();
        Map<String, Version> versions = snapshot.versions();
        Map<String, Rehearsals.Plan> plans = new TreeMap<>();
        snapshot.offered.keySet().stream()
                .filter(id -> !snapshot.installed.containsKey(id))
                .forEach(id -> plans.put(id, () -> {
                    List<Offer> plan = InstallPlan.of(snapshot.offered, versions, id, null);
                    refuseHost(snapshot, plan.stream().map(Offer::id).toList());
                    return plan;
                }));
        return plans;
    }

    /** What is installed and what is offered, read once for a question. */
    private final class Snapshot {
        final Map<String, List<Offer>> offered = offers.all();
        final Map<String, Module> installed = new TreeMap<>();
        final Dependents dependents;

        Snapshot() {
            registry.installed().forEach(module -> installed.put(module.id(), module));
            offered.forEach((id, versions) ->
                    messages.describe(id, versions.get(0).files().messages()));
            dependents = new Dependents(registry::bundle, current());
        }

        private Collection<Offer> current() {
            return installed.values().stream()
                    .flatMap(module -> of(module).stream())
                    .toList();
        }

        /** The offer that an installed module came from; empty for a bundle installed by hand. */
        Optional<Offer> of(Module module) {
            return offered.getOrDefault(module.id(), List.of()).stream()
                    .filter(offer -> offer.shownVersion().equals(module.version()))
                    .findFirst();
        }

        Map<String, Version> versions() {
            Map<String, Version> versions = new HashMap<>();
            installed.keySet().forEach(id -> {
                // It may have gone since.
                Bundle bundle = registry.bundle(id);
                if (bundle != null) {
                    versions.put(id, bundle.getVersion());
                }
            });
            return versions;
        }

        Module installed(String id) {
            Module module = installed.get(id);
            if (module == null) {
                throw new NotFound(Text.of("core.module.not-there", id));
            }
            return module;
        }

        boolean isHost(String id) {
            ModuleInfo info = installed.containsKey(id) ? installed.get(id).info() : null;
            return info != null && HOST.equals(info.category());
        }

        Set<String> ids() {
            Set<String> ids = new TreeSet<>(offered.keySet());
            ids.addAll(installed.keySet());
            return ids;
        }
    }

    @Override
    public List<CatalogueEntry> all() {
        var snapshot = new Snapshot();
        return snapshot.ids().stream().map(id -> entry(snapshot, id)).toList();
    }

    @Override
    public Optional<CatalogueEntry> find(String id) {
        var snapshot = new Snapshot();
        return snapshot.ids().contains(id) ? Optional.of(entry(snapshot, id)) : Optional.empty();
    }

    private CatalogueEntry entry(Snapshot snapshot, String id) {
        List<Offer> versions = snapshot.offered.getOrDefault(id, List.of());
        Module installed = snapshot.installed.get(id);
        Module module = installed == null ? available(versions.get(0)) : installed;
        Optional<Offer> current = installed == null ? Optional.of(versions.get(0)) : snapshot.of(installed);
        String newest = installed == null || snapshot.isHost(id) ? null : newest(versions, id);
        return new CatalogueEntry(
                module,
                newest,
                versions.stream().map(Offer::shownVersion).toList(),
                notes(versions, id),
                current.map(offer -> offer.needs().keySet().stream()
                                .filter(snapshot.ids()::contains)
                                .sorted()
                                .toList())
                        .orElse(List.of()),
                installed == null ? List.of() : List.copyOf(snapshot.dependents.of(id)),
                snapshot.isHost(id));
    }

    private Module available(Offer offer) {
        return new Module(
                offer.id(),
                offer.shownVersion(),
                ModuleState.AVAILABLE,
                rehearsals.obstacle(offer.id()).orElse(null),
                offer.files().info());
    }

    private String newest(List<Offer> versions, String id) {
        Bundle bundle = registry.bundle(id);
        return versions.stream()
                .findFirst()
                .filter(offer -> bundle != null && offer.isNewerThan(bundle.getVersion()))
                .map(Offer::shownVersion)
                .orElse(null);
    }

    /** The newest changelog tells of every version; the installed bundle's own serves where no repository offers it. */
    private List<VersionNotes> notes(List<Offer> versions, String id) {
        return versions.isEmpty()
                ? BundleFiles.notes(registry.bundle(id))
                : versions.get(0).files().notes();
    }

    @Override
    public ModuleOperation install(String id, String version, Actor by) {
        var snapshot = new Snapshot();
        List<Offer> plan = InstallPlan.of(snapshot.offered, snapshot.versions(), id, version);
        Offer wanted = plan.get(plan.size() - 1);
        Module present = snapshot.installed.get(id);
        if (present != null && present.version().equals(wanted.shownVersion())) {
            throw new Refused(Text.of("core.module.already-installed", id, present.version()));
        }
        refuseHost(snapshot, plan.stream().map(Offer::id).toList());
        return operations.install(present == null ? Kind.INSTALL : Kind.UPGRADE, plan, by);
    }

    @Override
    public ModuleOperation upgrade(String id, String version, Actor by) {
        var snapshot = new Snapshot();
        Module present = snapshot.installed(id);
        refuseHost(snapshot, List.of(id));
        List<Offer> plan = InstallPlan.of(snapshot.offered, snapshot.versions(), id, version);
        Offer wanted = plan.get(plan.size() - 1);
        if (!wanted.isNewerThan(registry.bundle(id).getVersion())) {
            throw new Refused(Text.of("core.module.nothing-newer", id, present.version()));
        }
        refuseHost(snapshot, plan.stream().map(Offer::id).toList());
        return operations.install(Kind.UPGRADE, plan, by);
    }

    @Override
    public ModuleOperation remove(String id, boolean withDependents, Actor by) {
        var snapshot = new Snapshot();
        Module present = snapshot.installed(id);
        refuseHost(snapshot, List.of(id));
        Set<String> dependents = snapshot.dependents.of(id);
        if (!dependents.isEmpty() && !withDependents) {
            throw new Refused(Text.of("core.module.needed", id, String.join(", ", dependents)));
        }
        List<String> going = new ArrayList<>(dependents);
        going.add(id);
        return operations.remove(going, present.version(), by);
    }

    @Override
    public ModuleOperation purge(String id, Actor by) {
        var snapshot = new Snapshot();
        refuseHost(snapshot, List.of(id));
        boolean isInstalled = snapshot.installed.containsKey(id);
        if (!isInstalled && tables.sizes(id).isEmpty()) {
            throw new NotFound(Text.of("core.module.not-there", id));
        }
        Set<String> users = new TreeSet<>(tables.referencedBy(id));
        users.addAll(snapshot.dependents.of(id));
        if (!users.isEmpty()) {
            throw new Refused(Text.of("core.module.data-needed", id, String.join(", ", users)));
        }
        return operations.purge(id, isInstalled, by);
    }

    private static void refuseHost(Snapshot snapshot, List<String> ids) {
        Stream<String> hosts = ids.stream().filter(snapshot::isHost);
        hosts.findFirst().ifPresent(host -> {
            throw new Refused(Text.of("core.module.host", host));
        });
    }

    @Override
    public List<TableSize> tables(String id) {
        return tables.sizes(id);
    }

    @Override
    public List<ModuleOperation> operations() {
        return operations.all();
    }

    @Override
    public Optional<ModuleOperation> operation(String operation) {
        return operations.find(operation);
    }

    @Override
    public ModuleOperation await(String operation, Duration patience) {
        return operations.await(operation, patience);
    }
}
