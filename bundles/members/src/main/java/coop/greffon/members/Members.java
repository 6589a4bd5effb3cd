package coop.greffon.members;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The people and organisations the co-op knows.
 *
 * <p>Each change is audited and joins the caller's transaction. What is refused changes nothing.
 */
public interface Members {
    /**
     * Writes somebody down.
     *
     * @param member who
     * @param requestKey a key of the caller's own; asked again with the same key and the same content, the first answer is given and
     *     nobody is written down twice; null for none
     * @throws coop.greffon.core.problem.InvalidInput where a field has a wrong shape, the number, a card or an external id is somebody
     *     else's, or the key came with another content before
     */
    Member create(NewMember member, String requestKey, Actor by);

    /** Writes somebody down, without a key. */
    default Member create(NewMember member, Actor by) {
        return create(member, null, by);
    }

    /**
     * Replaces what is said of somebody.
     *
     * @param revision the revision the caller saw
     * @throws coop.greffon.core.problem.StaleEdit where somebody changed it since; the errors tell what, and who
     * @throws coop.greffon.core.problem.InvalidInput where a field cannot be accepted
     * @throws coop.greffon.core.problem.NotFound where there is nobody of that id
     */
    Member change(long id, long revision, MemberDraft details, Actor by);

    /**
     * Adds a change of status to the journal. The status of a day is the one of the latest entry for that day or before.
     *
     * @throws coop.greffon.core.problem.InvalidInput where the day is to come, that day has that status already, or somebody leaves and a
     *     {@link Resignation} says what must be settled first
     * @throws coop.greffon.core.problem.NotFound where there is nobody of that id
     */
    Member changeStatus(long id, StatusDraft change, Actor by);

    /**
     * What must be settled before somebody leaves, as every {@link Resignation} says; one that cannot answer is named.
     *
     * @param on the first day as a former member
     * @return sentences, empty where nothing stands in the way
     * @throws coop.greffon.core.problem.NotFound where there is nobody of that id
     */
    List<Text> unsettled(long id, LocalDate on);

    /**
     * Says what another program calls somebody.
     *
     * @throws coop.greffon.core.problem.InvalidInput where it calls somebody else so
     */
    void addExternalId(long id, ExternalId externalId, Actor by);

    /** The member of an id; of a record that was merged into another, the other. */
    Optional<Member> find(long id);

    /**
     * The member of an id that must exist.
     *
     * @throws coop.greffon.core.problem.NotFound where there is nobody of that id
     */
    Member get(long id);

    /**
     * The member of a number.
     *
     * @param number as the co-op writes it, in any case
     */
    Optional<Member> findByNumber(String number);

    /** The member another program calls so. */
    Optional<Member> findByExternalId(ExternalId externalId);

    /** Whole members by id; of records that were merged into others, nothing. Unknown ids are missing. */
    Map<Long, Member> findAll(List<Long> ids);

    /** The names of members, by the id asked for; of a record that was merged into another, the other's. Unknown ids are missing. */
    Map<Long, MemberSummary> summaries(List<Long> ids);

    /**
     * Members that fit a filter. With a query the best fits come first, whatever the order.
     *
     * @param skip how many to leave out
     * @param most how many at most
     */
    MemberPage list(MemberFilter filter, MemberOrder order, int skip, int most);

    /** How many members fit a filter, counted to the last however long it takes. */
    long count(MemberFilter filter);

    /** How many there are of each standing; each standing has a value. */
    Map<MemberFilter.Standing, Long> totals();

    /** The journal of somebody's statuses, newest day first; of one day, what was recorded last comes first. */
    List<StatusChange> statuses(long id);

    /** The journals of many, by id, each as {@link #statuses} tells it; whoever never had a status is missing. */
    Map<Long, List<StatusChange>> statusesOf(Collection<Long> ids);

    /**
     * The status on a day, as known at an instant; empty where there was none.
     *
     * @param on the day asked about
     * @param known what was recorded until then counts
     */
    Optional<StatusChange> statusOn(long id, LocalDate on, Instant known);

    /** Every tag in use, by name. */
    List<String> tags();
}
