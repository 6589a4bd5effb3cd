package coop.greffon.members.internal.web;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.Change;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.internal.rules.MemberChanges;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What two people who edit the same record at once are told: the second sees what the first changed. A field that the second left as it
 * was takes the first one's value; the others are theirs to decide.
 */
public final class StaleRows {
    /** The fields a person may correct of the own record. */
    static final Set<String> OWN = Set.of("givenName", "familyName", "mails", "phones", "addresses", "language");

    private static final String EDITED = "members.audit.edited";

    private final Member now;
    private final List<Row> rows;

    /**
     * A field that somebody else changed.
     *
     * @param field its name
     * @param before what it held when the form was opened, null for nothing and where the history does not tell
     * @param theirs what it holds now, null for nothing
     * @param yours what was typed, null for nothing
     * @param by who changed it, null where the history does not tell
     */
    public record Row(String field, String before, String theirs, String yours, Actor by) {
        /** Whether nothing else was typed than what had been there: the other's value is taken. */
        public boolean taken() {
            return Objects.equals(before, yours) && !Objects.equals(theirs, yours);
        }
    }

    private StaleRows(Member now, List<Row> rows) {
        this.now = now;
        this.rows = rows;
    }

    /**
     * What changed since a form was opened.
     *
     * @param revision the revision the form was made of
     * @param typed what it sent
     * @param shown the fields whose changes the person may see
     */
    static StaleRows of(Audit audit, Member now, long revision, MemberDraft typed, Predicate<String> shown) {
        Map<String, String> before = new LinkedHashMap<>();
        Map<String, Actor> by = new LinkedHashMap<>();
        List<Change> edits = audit.history(RecordPages.RECORD, Long.toString(now.id())).stream()
                .filter(change -> change.action().equals(EDITED))
                .toList();
        edits.stream().limit(Math.max(0, now.revision() - revision)).forEach(change -> note(change, before, by));
        Map<String, String> theirs = MemberChanges.texts(now.details());
        Map<String, String> yours = MemberChanges.texts(typed);
        if (revision < 0 || edits.size() != now.revision()) {
            // The history does not tell each revision: whatever differs may have been changed by somebody else.
            yours.forEach((field, typedValue) -> {
                if (!Objects.equals(typedValue, theirs.get(field))) {
                    before.putIfAbsent(field, null);
                }
            });
        }
        List<Row> rows = new ArrayList<>();
        before.forEach((field, value) -> {
            if (shown.test(field)) {
                rows.add(new Row(field, value, theirs.get(field), yours.get(field), by.get(field)));
            }
        });
        return new StaleRows(now, rows);
    }

    /** Changes come newest first: the oldest tells what was there before, the newest who was last. */
    private static void note(Change change, Map<String, String> before, Map<String, Actor> by) {
        for (FieldChange field : change.fields()) {
            before.put(field.field(), field.before());
            by.putIfAbsent(field.field(), change.by());
        }
    }

    List<Row> rows() {
        return rows;
    }

    /** The values of the form that goes on: as typed, but for what was left as it had been. */
    Map<String, String> merged(Map<String, String> typed) {
        Map<String, String> values = new LinkedHashMap<>(typed);
        Map<String, String> current = MemberForm.values(now.details(), "");
        for (Row row : rows) {
            if (row.taken()) {
                values.keySet().removeIf(name -> isOf(row.field(), name));
                current.forEach((name, value) -> {
                    if (isOf(row.field(), name)) {
                        values.put(name, value);
                    }
                });
            }
        }
        // Whoever saves again has read what changed meanwhile.
        values.put("revision", Long.toString(now.revision()));
        return values;
    }

    private static boolean isOf(String field, String name) {
        return name.equals(field) || name.startsWith(field + "[");
    }
}
