package coop.greffon.core.audit;

import coop.greffon.core.identity.Actor;
import java.util.List;
import java.util.Map;

/** Writes down every change of state, and reads it back. */
public interface Audit {
    /**
     * Writes a change down, in the caller's transaction.
     *
     * @param by who
     * @param action what, as a message key
     * @param recordKind which kind of record, such as {@code members.member}
     * @param recordId which record
     * @param fields what changed
     */
    void record(Actor by, String action, String recordKind, String recordId, List<FieldChange> fields);

    /**
     * Writes the same act on many records down, in the caller's transaction, and keeps none of them in memory.
     *
     * @param by who
     * @param action what, as a message key
     * @param recordKind which kind of records
     * @param changes what changed, by the record
     */
    void recordAll(Actor by, String action, String recordKind, Map<String, List<FieldChange>> changes);

    /** The history of a record, newest first, at most 200. */
    List<Change> history(String recordKind, String recordId);

    /**
     * Changes somebody looks for, newest first.
     *
     * @param filter which ones
     * @param skip how many to leave out
     * @param most how many at most
     */
    List<Change> find(ChangeFilter filter, int skip, int most);

    /**
     * How many changes pass a filter.
     *
     * @param filter which ones
     * @param atMost where to stop counting
     * @return at most {@code atMost}
     */
    long count(ChangeFilter filter, long atMost);

    /**
     * Forgets what the fields of a record held, in the caller's transaction: who changed which field when stays, the values go.
     *
     * @return of how many changes
     */
    int forget(String recordKind, String recordId);

    /** The kinds of record that were ever changed, such as {@code members.member}. */
    List<String> recordKinds();
}
