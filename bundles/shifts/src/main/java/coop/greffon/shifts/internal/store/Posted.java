package coop.greffon.shifts.internal.store;

import coop.greffon.core.identity.Actor;
import coop.greffon.shifts.internal.rules.Entry;

/**
 * An entry as it stands in the journal.
 *
 * @param note why, as somebody wrote it; null for nothing
 */
public record Posted(Entry entry, Actor by, String note) {
    Posted withoutNote() {
        return new Posted(entry, by, null);
    }
}
