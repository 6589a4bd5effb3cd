package coop.greffon.core.module;

import java.util.List;
import java.util.Optional;

/** The modules that are installed in this container. */
public interface Modules {
    /** Every installed module, by id. */
    List<Module> installed();

    /**
     * One installed module.
     *
     * @param id its short name
     */
    Optional<Module> find(String id);
}
