package coop.greffon.core.internal.identity;

import coop.greffon.core.audit.Change;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Account;
import coop.greffon.core.problem.FieldError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the history of an account tells whoever saw roles that it no longer has. */
final class AccountRoleHistory {
    static final String ROLES_SET = "core.audit.roles-set";
    static final String ROLES = "roles";

    private AccountRoleHistory() {}

    /**
     * The roles that somebody gave or took away since, each with whether the account has it now.
     *
     * @param history what happened to the account, newest first
     * @param revision which roles were seen
     * @param wanted what the editor wants; where the history does not reach back, whatever differs from it may have been changed
     */
    static List<FieldError> since(List<Change> history, Set<String> now, long revision, Set<String> wanted) {
        Map<String, String> by = new HashMap<>();
        for (Change change : history) {
            for (FieldChange field : change.fields()) {
                if (change.action().equals(ROLES_SET) && field.field().equals(ROLES)) {
                    Set<String> before = RoleHistory.read(field.before());
                    RoleHistory.differing(before, RoleHistory.read(field.after()))
                            .forEach(role -> by.putIfAbsent(role, change.by().label()));
                    if (Account.rolesRevision(before) == revision) {
                        return errors(before, now, by);
                    }
                }
            }
        }
        return errors(wanted, now, Map.of());
    }

    private static List<FieldError> errors(Set<String> before, Set<String> now, Map<String, String> by) {
        return RoleHistory.differing(before, now).stream()
                .map(role -> RoleHistory.error(role, now.contains(role), by.get(role)))
                .toList();
    }
}
