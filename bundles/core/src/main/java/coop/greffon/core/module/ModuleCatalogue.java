package coop.greffon.core.module;

import coop.greffon.core.identity.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is installed and what could be, and the ways from one to the other.
 *
 * <p>An operation is checked at once, so a refusal leaves everything as it is; what passes runs in the background, one operation after
 * the other.
 */
public interface ModuleCatalogue {
    /** Every module, installed or available, by id. */
    List<CatalogueEntry> all();

    /**
     * One module.
     *
     * @param id its short name
     */
    Optional<CatalogueEntry> find(String id);

    /**
     * Adds a module and the modules it stands on, or exchanges an installed one for another version.
     *
     * @param version a version of the catalogue, null for the newest
     * @throws coop.greffon.core.problem.NotFound where the catalogue has no such module or version
     * @throws coop.greffon.core.problem.Refused where it is installed already, or another module would not work with it
     */
    ModuleOperation install(String id, String version, Actor by);

    /**
     * Exchanges an installed module for a newer version; its dependents are restarted, nobody else.
     *
     * @param version a newer version of the catalogue, null for the newest
     * @throws coop.greffon.core.problem.NotFound where no such module is installed, or there is no such version
     * @throws coop.greffon.core.problem.Refused where there is no newer version, or another module would not work with it
     */
    ModuleOperation upgrade(String id, String version, Actor by);

    /**
     * Removes a module; its tables stay, and are there again once it is added again.
     *
     * @param withDependents whether the modules that stand on it go too
     * @throws coop.greffon.core.problem.NotFound where no such module is installed
     * @throws coop.greffon.core.problem.Refused where it is a part of the host, or others stand on it and were not named as going
     */
    ModuleOperation remove(String id, boolean withDependents, Actor by);

    /**
     * Removes a module if it is installed, archives its tables and drops them.
     *
     * @throws coop.greffon.core.problem.NotFound where there is neither module nor table
     * @throws coop.greffon.core.problem.Refused where it is a part of the host, or others stand on it or on its data
     */
    ModuleOperation purge(String id, Actor by);

    /** The tables a module has, installed or removed, with their rows. */
    List<TableSize> tables(String id);

    /** The operations since the start, newest first, at most 50. */
    List<ModuleOperation> operations();

    /**
     * One operation.
     *
     * @param operation its id
     */
    Optional<ModuleOperation> operation(String operation);

    /**
     * Waits for an operation to end.
     *
     * @param operation its id
     * @param patience how long at most
     * @return how it stands then
     * @throws coop.greffon.core.problem.NotFound where there is no such operation
     */
    ModuleOperation await(String operation, Duration patience);
}
