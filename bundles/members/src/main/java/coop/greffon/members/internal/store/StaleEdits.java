package coop.greffon.members.internal.store;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.Change;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.StaleEdit;
import coop.greffon.members.Member;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Refuses an edit of a record that somebody else changed meanwhile. */
final class StaleEdits {
    private StaleEdits() {}

    /**
     * Tells what changed since, and by whom: each revision has its entry in the history.
     *
     * @param now the record as it is
     * @param revision the revision that was read
     */
    static StaleEdit of(Audit audit, Member now, long revision) {
        Map<String, FieldError> changes = new LinkedHashMap<>();
        audit.history(JpaMembers.RECORD, Long.toString(now.id())).stream()
                .filter(change -> change.action().equals(JpaMembers.EDITED))
                .limit(Math.max(0, now.revision() - revision))
                .forEach(change -> change.fields()
                        .forEach(field -> changes.putIfAbsent(field.field(), changedMeanwhile(change, field))));
        return new StaleEdit(List.copyOf(changes.values()));
    }

    private static FieldError changedMeanwhile(Change change, FieldChange field) {
        return FieldError.of(
                field.field(),
                field.after(),
                Text.of("members.stale.changed", change.by().label()));
    }
}
