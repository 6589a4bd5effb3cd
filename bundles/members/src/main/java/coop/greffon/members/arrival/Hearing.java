package coop.greffon.members.arrival;

import coop.greffon.core.message.Text;
import java.util.List;

/**
 * What a module said about an arrival.
 *
 * @param module its short name
 * @param isHeard false where it failed or is down: it is told again later
 * @param said what it did, or why not; empty for nothing worth saying
 */
public record Hearing(String module, boolean isHeard, List<Text> said) {
    public Hearing {
        said = List.copyOf(said);
    }
}
