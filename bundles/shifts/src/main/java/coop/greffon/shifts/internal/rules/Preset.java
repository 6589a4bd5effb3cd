package coop.greffon.shifts.internal.rules;

import java.util.Locale;

/** The sets of rules that co-ops are known to count by. */
public enum Preset {
    BEES_REGULAR,
    BEES_FLYING,
    MACAVRAC,
    LOUVE_ABCD,
    LOUVE_FTOP,
    ELEFAN,
    SUPERCOOP,
    GARDEN;

    /** Its name in addresses and message keys, such as {@code bees-regular}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
