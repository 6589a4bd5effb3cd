package coop.greffon.shifts.internal.importing.run;

import coop.greffon.core.message.Text;
import java.util.List;

/**
 * What a line did.
 *
 * @param details what came of it, and what is to be known of it
 */
record Applied(Deed deed, List<Text> details) {
    Applied {
        details = List.copyOf(details);
    }

    static Applied unchanged() {
        return new Applied(Deed.UNCHANGED, List.of());
    }
}
