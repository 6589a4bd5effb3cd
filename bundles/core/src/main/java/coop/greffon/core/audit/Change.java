package coop.greffon.core.audit;

import coop.greffon.core.identity.Actor;
import java.time.Instant;
import java.util.List;

/**
 * What somebody did to a record.
 *
 * @param at when
 * @param by who
 * @param action what, as a message key such as {@code members.audit.edited}
 * @param recordKind which kind of record, such as {@code members.member}
 * @param recordId which record
 * @param fields what changed
 */
public record Change(
        Instant at, Actor by, String action, String recordKind, String recordId, List<FieldChange> fields) {
    public Change {
        fields = List.copyOf(fields);
    }
}
