package coop.greffon.core.journal;

import coop.greffon.core.message.Text;

/**
 * What checking a chain found.
 *
 * @param chain the chain
 * @param length how many entries are sound, from the first on
 * @param fault the first thing that is wrong, null where nothing is
 */
public record Verification(String chain, long length, Fault fault) {
    /**
     * Something wrong.
     *
     * @param position the first entry concerned
     * @param why what is wrong with it
     */
    public record Fault(long position, Text why) {}

    /** Whether nothing is wrong. */
    public boolean isSound() {
        return fault == null;
    }
}
