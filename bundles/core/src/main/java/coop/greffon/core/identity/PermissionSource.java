package coop.greffon.core.identity;

import java.time.Instant;
import java.util.Set;

/** Extension point: rights an account has at an instant beyond its roles, such as at the desk during one's shift. */
@FunctionalInterface
public interface PermissionSource {
    /**
     * The further rights.
     *
     * @param account who asks
     * @param at the instant asked about
     * @return permissions, never null; those that no installed module declares are ignored
     */
    Set<String> permissions(Account account, Instant at);
}
