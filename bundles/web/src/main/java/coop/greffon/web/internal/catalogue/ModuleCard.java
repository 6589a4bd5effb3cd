package coop.greffon.web.internal.catalogue;

import coop.greffon.core.health.Health;
import coop.greffon.core.module.CatalogueEntry;
import coop.greffon.core.module.ModuleInfo.Funding;
import coop.greffon.core.module.ModuleOperation.Kind;
import coop.greffon.core.module.ModuleState;
import coop.greffon.core.module.VersionNotes;
import coop.greffon.web.Visit;
import java.util.List;
import java.util.Locale;
import org.osgi.framework.Version;

/**
 * A module of the catalogue as a page shows it.
 *
 * @param entry what the catalogue knows
 * @param name what it calls itself in the reader's language
 * @param news what the versions above the installed one change; of one that is not installed, its newest version
 * @param health what its checks found
 */
public record ModuleCard(CatalogueEntry entry, String name, List<VersionNotes> news, List<Health> health) {
    static ModuleCard of(CatalogueEntry entry, List<Health> health, Visit visit) {
        return new ModuleCard(entry, visit.t(entry.id() + ".module.name"), news(entry), health);
    }

    private static List<VersionNotes> news(CatalogueEntry entry) {
        if (entry.newest() == null) {
            return entry.notes().stream().limit(1).toList();
        }
        Version installed = Version.parseVersion(entry.module().version());
        return entry.notes().stream()
                .filter(notes -> isVersion(notes.version())
                        && Version.parseVersion(notes.version()).compareTo(installed) > 0)
                .toList();
    }

    private static boolean isVersion(String text) {
        return text.matches("\\d+\\.\\d+\\.\\d+");
    }

    /** The end of the message key that says what an operation does. */
    static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Its short name. */
    public String id() {
        return entry.id();
    }

    /** The class that colours its state. */
    public String tone() {
        if (entry.module().state() == ModuleState.RUNNING) {
            boolean isWell = health.stream().allMatch(found -> found.level() == Health.Level.OK);
            return entry.newest() != null || !isWell ? "warn" : "ok";
        }
        if (isObstructed()) {
            return "warn";
        }
        return entry.module().state() == ModuleState.BROKEN ? "deny" : null;
    }

    private boolean isObstructed() {
        return entry.module().state() == ModuleState.AVAILABLE && entry.module().reason() != null;
    }

    /** The message key of its state. */
    public String stateKey() {
        if (isObstructed()) {
            return "web.modules.state.obstructed";
        }
        boolean isBehind = entry.module().state() == ModuleState.RUNNING && entry.newest() != null;
        String state = entry.module().state().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return "web.modules.state." + (isBehind ? "behind" : state);
    }

    /** Who paid for it, empty where nobody said. */
    public String funders() {
        Funding funding =
                entry.module().info() == null ? null : entry.module().info().funding();
        return funding == null ? "" : String.join(", ", funding.funders());
    }
}
