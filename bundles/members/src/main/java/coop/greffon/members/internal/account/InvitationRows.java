package coop.greffon.members.internal.account;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.persistence.Moments;
import coop.greffon.core.problem.NotFound;
import coop.greffon.members.MemberKind;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.internal.account.StoredInvitation.State;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who is invited to open an online account: those who wait for their turn, and what became of the others. */
@Component(service = InvitationRows.class)
public final class InvitationRows {
    private final JpaTemplate jpa;
    private final Clock clock;

    @Activate
    public InvitationRows(@Reference(target = "(osgi.unit.name=members)") JpaTemplate jpa, @Reference Clock clock) {
        this.jpa = jpa;
        this.clock = clock;
    }

    /**
     * The last invitation of somebody.
     *
     * @param mail where it went, null where it did not
     * @param refusal the message key of why it was refused, null where it was not
     * @param endedAt null while it waits
     */
    public record Invitation(
            long memberId, State state, String mail, String refusal, Instant askedAt, Instant endedAt) {}

    /** People who are members now, by their ids: with a mail or, the others, without one. */
    public List<Long> people(boolean withMail) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select m.id from StoredMember m where m.status = :member and m.kind = :person"
                                        + " and m.mergedInto is null and " + (withMail ? "" : "not ")
                                        + "exists (select p.memberId from StoredMail p where p.memberId = m.id) order by m.id",
                                Long.class)
                        .setParameter("member", MemberStatus.MEMBER)
                        .setParameter("person", MemberKind.PERSON)
                        .getResultList());
    }

    /**
     * Writes down who is to be invited; whoever waits already waits once.
     *
     * @return how many wait that did not before
     */
    public int ask(Collection<Long> memberIds, Actor by) {
        return jpa.txExpr(TransactionType.Required, em -> {
            Set<Long> waiting = new HashSet<>(waiting(em, Integer.MAX_VALUE));
            forgetEnded(em, waiting.isEmpty());
            // In the order of their ids, so that of two who ask at once one waits for the other.
            Set<Long> asked = new TreeSet<>(memberIds);
            asked.removeAll(waiting);
            write(em, asked, by);
            return asked.size();
        });
    }

    /** What was refused is tried again; what was sent is no longer told of once a new round begins. */
    private static void forgetEnded(EntityManager em, boolean roundBegins) {
        List<State> over = roundBegins ? List.of(State.REFUSED, State.SENT) : List.of(State.REFUSED);
        em.createQuery("delete from StoredInvitation i where i.together = true and i.state in :over")
                .setParameter("over", over)
                .executeUpdate();
    }

    private void write(EntityManager em, Collection<Long> memberIds, Actor by) {
        try (PreparedStatement insert = em.unwrap(Connection.class)
                .prepareStatement("insert into greffon_members_invitation"
                        + " (member_id, state, together, asked_at, actor_kind, actor_account, actor_device, actor_label)"
                        + " values (?, 'WAITING', true, ?, ?, ?, ?, ?) on conflict do nothing")) {
            for (Long memberId : memberIds) {
                insert.setLong(1, memberId);
                insert.setObject(2, Moments.stored(clock.instant()));
                insert.setString(3, by.kind().name());
                insert.setObject(4, by.accountId(), Types.BIGINT);
                insert.setObject(5, by.deviceId(), Types.BIGINT);
                insert.setString(6, by.label());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException failed) {
            throw new IllegalStateException("The database refused: " + failed.getMessage(), failed);
        }
    }

    /** The first of those who wait. */
    public List<Long> waiting(int most) {
        return jpa.txExpr(TransactionType.Supports, em -> waiting(em, most));
    }

    private static List<Long> waiting(EntityManager em, int most) {
        return em.createQuery(
                        "select i.memberId from StoredInvitation i where i.state = :waiting order by i.memberId",
                        Long.class)
                .setParameter("waiting", State.WAITING)
                .setMaxResults(most)
                .getResultList();
    }

    /** How many of those who were asked for together are in each state; each state has a value. */
    public Map<State, Long> counts() {
        Map<State, Long> counts = new EnumMap<>(State.class);
        for (State state : State.values()) {
            counts.put(state, 0L);
        }
        List<Object[]> rows = jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select i.state, count(i) from StoredInvitation i where i.together = true"
                                        + " group by i.state",
                                Object[].class)
                        .getResultList());
        rows.forEach(row -> counts.put((State) row[0], (Long) row[1]));
        return counts;
    }

    /** Those of all who were asked for together that were refused, by id. */
    public List<Invitation> refused(int skip, int most) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select i from StoredInvitation i where i.together = true and i.state = :refused"
                                        + " order by i.memberId",
                                StoredInvitation.class)
                        .setParameter("refused", State.REFUSED)
                        .setFirstResult(skip)
                        .setMaxResults(most)
                        .getResultStream()
                        .map(StoredInvitation::value)
                        .toList());
    }

    /** Keeps a record until the end of the caller's transaction: of two who invite somebody at once, one waits for the other. */
    public void lock(long memberId) {
        jpa.tx(TransactionType.Required, em -> {
            boolean isKnown = !em.createNativeQuery("select id from greffon_members_member"
                            + " where id = ?1 and merged_into is null for update")
                    .setParameter(1, memberId)
                    .getResultList()
                    .isEmpty();
            if (!isKnown) {
                throw new NotFound(Text.of("members.member.unknown", Long.toString(memberId)));
            }
        });
    }

    /** On whose behalf somebody waits for an invitation, locked in the caller's transaction; empty where they do not, or no longer. */
    public Optional<Actor> take(long memberId) {
        return jpa.txExpr(
                TransactionType.Required,
                em -> Optional.ofNullable(locked(em, memberId))
                        .filter(StoredInvitation::isWaiting)
                        .map(StoredInvitation::actor));
    }

    private static StoredInvitation locked(EntityManager em, long memberId) {
        return em.find(StoredInvitation.class, memberId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Whether somebody sent such an invitation to this address after an instant. */
    public boolean isSent(long memberId, String mail, Actor by, Instant after) {
        return jpa.txExpr(TransactionType.Required, em -> {
            StoredInvitation last = locked(em, memberId);
            return last != null && last.isSent(mail, by, after);
        });
    }

    /** Notes that an invitation is sent, in the caller's transaction, whether it waited or not. */
    public void sent(long memberId, String mail, Actor by) {
        jpa.tx(TransactionType.Required, em -> {
            StoredInvitation row = locked(em, memberId);
            if (row == null) {
                row = new StoredInvitation(memberId, false, by, clock.instant());
                em.persist(row);
            }
            row.sent(mail, by, clock.instant());
        });
    }

    /**
     * Notes that an invitation that waits is refused; nothing where it waits no longer.
     *
     * @param why a message key
     */
    public void refused(long memberId, String why) {
        jpa.tx(TransactionType.Required, em -> {
            StoredInvitation row = locked(em, memberId);
            if (row != null && row.isWaiting()) {
                row.refused(why, clock.instant());
            }
        });
    }

    /** Lets go of somebody who needs no invitation any more. */
    public void letGo(long memberId) {
        jpa.tx(TransactionType.Required, em -> forget(em, memberId));
    }

    /** Forgets the invitation of somebody, in the caller's transaction. */
    public static void forget(EntityManager em, long memberId) {
        em.createQuery("delete from StoredInvitation i where i.memberId = :id")
                .setParameter("id", memberId)
                .executeUpdate();
    }

    /** Forgets what ended before an instant. */
    public void forgetEnded(Instant before) {
        jpa.tx(
                TransactionType.Required,
                em -> em.createQuery("delete from StoredInvitation i where i.endedAt < :before")
                        .setParameter("before", Moments.stored(before))
                        .executeUpdate());
    }

    /** The last invitations of some people. */
    public List<Invitation> of(Collection<Long> memberIds) {
        return jpa.txExpr(TransactionType.Supports, em -> {
            List<Invitation> found = new ArrayList<>();
            for (Long id : memberIds) {
                Optional.ofNullable(em.find(StoredInvitation.class, id))
                        .map(StoredInvitation::value)
                        .ifPresent(found::add);
            }
            return found;
        });
    }
}
