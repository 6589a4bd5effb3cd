package coop.greffon.core.identity;

import java.util.Set;

/** What an account or a device may do now. */
public interface Permissions {
    /**
     * Whether an account has a permission now, by a role or by a {@link PermissionSource}.
     *
     * @param permission bundle.noun.verb
     */
    boolean allows(Account account, String permission);

    /** Every permission an account has now. */
    Set<String> of(Account account);

    /** Every permission a device has: those of its role, and no others. */
    Set<String> of(Device device);

    /**
     * Insists on a permission.
     *
     * @throws coop.greffon.core.problem.Forbidden where the account lacks it
     */
    default void require(Account account, String permission) {
        if (!allows(account, permission)) {
            throw new coop.greffon.core.problem.Forbidden(permission);
        }
    }
}
