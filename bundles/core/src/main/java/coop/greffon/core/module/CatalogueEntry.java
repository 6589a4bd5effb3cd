package coop.greffon.core.module;

import java.util.List;

/**
 * A module of the catalogue, installed or only available.
 *
 * @param module how it stands; for one that is not installed, the newest version that could be
 * @param newest the version it could be upgraded to, null where there is none
 * @param versions every version at hand, newest first
 * @param notes what each version changes, newest first
 * @param needs the modules it stands on
 * @param neededBy the installed modules that stand on it, directly or not
 * @param isHost whether it is a part of the host, which is upgraded with the distribution and never removed
 */
public record CatalogueEntry(
        Module module,
        String newest,
        List<String> versions,
        List<VersionNotes> notes,
        List<String> needs,
        List<String> neededBy,
        boolean isHost) {
    public CatalogueEntry {
        versions = List.copyOf(versions);
        notes = List.copyOf(notes);
        needs = List.copyOf(needs);
        neededBy = List.copyOf(neededBy);
    }

    /** Its short name. */
    public String id() {
        return module.id();
    }

    /** Whether it is installed, up or not. */
    public boolean isInstalled() {
        return module.state() != ModuleState.AVAILABLE;
    }
}
