package coop.greffon.core.internal.identity;

import coop.greffon.core.audit.Change;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Role;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the history of a role tells whoever edited an older version of it. */
final class RoleHistory {
    static final String PERMISSIONS = "permissions";

    private static final String BETWEEN = ", ";

    private RoleHistory() {}

    /** Permissions as the history writes them down. */
    static String written(Set<String> permissions) {
        return String.join(BETWEEN, new TreeSet<>(permissions));
    }

    static Set<String> read(String written) {
        return written == null || written.isEmpty() ? Set.of() : Set.of(written.split(BETWEEN));
    }

    /**
     * The permissions that somebody gave or took away since, each with whether the role has it now.
     *
     * @param history what happened to the role, newest first
     * @param revision the one that was edited
     * @param wanted what the editor wants; where the history does not reach back, whatever differs from it may have been changed
     */
    static List<FieldError> since(List<Change> history, Role now, long revision, Set<String> wanted) {
        long missed = now.revision() - revision;
        Map<String, String> by = new HashMap<>();
        Set<String> before = wanted;
        if (revision >= 0 && missed > 0 && missed <= history.size()) {
            List<Change> since = history.subList(0, (int) missed);
            before = before(since.get(since.size() - 1));
            since.forEach(change -> touched(change)
                    .forEach(
                            permission -> by.putIfAbsent(permission, change.by().label())));
        }
        return differing(before, now.permissions()).stream()
                .map(permission -> error(permission, now.permissions().contains(permission), by.get(permission)))
                .toList();
    }

    static FieldError error(String permission, boolean isGiven, String by) {
        String verb = isGiven ? "given" : "taken";
        Text message = by == null
                ? Text.of("core.role." + verb + "-meanwhile")
                : Text.of("core.role." + verb + "-meanwhile-by", by);
        return FieldError.of(permission, isGiven, message);
    }

    private static Set<String> before(Change change) {
        return read(field(change).before());
    }

    private static Set<String> touched(Change change) {
        FieldChange field = field(change);
        return differing(read(field.before()), read(field.after()));
    }

    private static FieldChange field(Change change) {
        return change.fields().stream()
                .filter(field -> field.field().equals(PERMISSIONS))
                .findFirst()
                .orElse(new FieldChange(PERMISSIONS, null, null));
    }

    static Set<String> differing(Set<String> before, Set<String> after) {
        Set<String> differing = new TreeSet<>(before);
        differing.addAll(after);
        Set<String> both = new HashSet<>(before);
        both.retainAll(after);
        differing.removeAll(both);
        return differing;
    }
}
