package coop.greffon.core.journal;

import java.util.List;

/** The journals of this instance. */
public interface Journals {
    /**
     * A journal of a module.
     *
     * @param module the module's short name
     * @param name the journal's name within the module: lower case letters
     * @return the journal; its tables must be there when it is used
     */
    Journal of(String module, String name);

    /** Every journal whose tables are there, whether its module is up or not. */
    List<Journal> all();

    /**
     * Signs where each chain of each journal has got to since it was last signed, so that a chain cannot be shortened or rewritten as a
     * whole without trace.
     *
     * @return how many journals had grown
     */
    int seal();
}
