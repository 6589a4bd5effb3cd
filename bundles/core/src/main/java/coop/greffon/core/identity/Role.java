package coop.greffon.core.identity;

import coop.greffon.core.message.Text;
import java.util.Set;

/**
 * A set of permissions that accounts have together.
 *
 * @param id its name in addresses and tables
 * @param name what people call it
 * @param isOwn whether the co-op added it; all others are declared by modules
 * @param permissions what it allows here
 * @param declared what the installed modules give it unless the co-op decides otherwise
 * @param revision how often the co-op decided about it, 0 at first: whoever edits it names the one that was read
 */
public record Role(String id, Text name, boolean isOwn, Set<String> permissions, Set<String> declared, long revision) {
    public Role {
        permissions = Set.copyOf(permissions);
        declared = Set.copyOf(declared);
    }

    /** Whether it is the role of whoever administers, which has every permission and cannot be changed. */
    public boolean isAdministration() {
        return id.equals(Account.ADMIN);
    }
}
