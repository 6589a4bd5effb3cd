package coop.greffon.core.demo;

import java.util.Set;

/** Extension point: a bundle's part of the demo co-op. Register it as a DS component of this type, one per bundle. */
public interface DemoData {
    /** The modules whose parts come before, where they are installed. */
    default Set<String> after() {
        return Set.of();
    }

    /**
     * Writes the part down, in one transaction that the host has begun. It is called once in the life of a database.
     *
     * @param cast takes note of who may sign in
     * @throws Exception where it cannot; nothing of it stays, and the host goes on without
     */
    void load(DemoCast cast) throws Exception;
}
