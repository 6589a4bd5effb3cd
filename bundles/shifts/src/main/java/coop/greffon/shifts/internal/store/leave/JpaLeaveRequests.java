package coop.greffon.shifts.internal.store.leave;

import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.persistence.Moments;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.shifts.internal.store.JpaLeaves;
import coop.greffon.shifts.internal.store.LeaveDraft;
import coop.greffon.shifts.internal.store.LeaveNews;
import coop.greffon.shifts.internal.store.Seats;
import coop.greffon.shifts.internal.store.WorkerChanges;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leaves that members ask for: whoever works is locked before what they asked for. */
@Component(service = JpaLeaveRequests.class)
public final class JpaLeaveRequests {
    /** The longest reason. */
    public static final int LONGEST = 500;

    private static final String ALL =
            "select r, w.memberId from StoredLeaveRequest r, StoredWorker w where" + " w.id = r.workerId";

    private static final String OWN = "(r.askedBy = :member or r.askedBy is null and w.memberId = :member)";

    private static final String NEWEST_FIRST = " order by r.id desc";

    private final JpaTemplate jpa;
    private final WorkerChanges changes;
    private final JpaLeaves leaves;
    private final Seats seats;
    private final LeaveNews news;
    private final Clock clock;

    @Activate
    public JpaLeaveRequests(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference WorkerChanges changes,
            @Reference JpaLeaves leaves,
            @Reference Seats seats,
            @Reference LeaveNews news,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.changes = changes;
        this.leaves = leaves;
        this.seats = seats;
        this.news = news;
        this.clock = clock;
    }

    /** Those nobody has decided, the oldest first. */
    public List<LeaveRequest> open() {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> found(em.createQuery(ALL + " and r.state = :asked order by r.askedAt, r.id", Object[].class)
                        .setParameter("asked", RequestState.ASKED)));
    }

    /** How many nobody has decided. */
    public long countOpen() {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery("select count(r) from StoredLeaveRequest r where r.state = :asked", Long.class)
                        .setParameter("asked", RequestState.ASKED)
                        .getSingleResult());
    }

    /**
     * What somebody is told who acts on an account, the newest first: all that they asked for, wherever they lived then, and the days of the
     * leaves that others of the account asked for.
     *
     * @param accountOf the member it is the account of
     * @param reader the member who reads
     */
    public List<LeaveRequest> seen(long accountOf, long reader) {
        String seen = ALL + " and (w.memberId = :account or " + OWN + ")" + NEWEST_FIRST;
        return jpa
                .txExpr(
                        TransactionType.Supports,
                        em -> found(em.createQuery(seen, Object[].class)
                                .setParameter("account", accountOf)
                                .setParameter("member", reader)))
                .stream()
                .filter(request -> request.isOf(reader) || request.mayHold())
                .map(request -> request.seenBy(reader))
                .toList();
    }

    /** All that somebody asked for on whatever account, the newest first. */
    public List<LeaveRequest> askedBy(long memberId) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> found(em.createQuery(ALL + " and " + OWN + NEWEST_FIRST, Object[].class)
                        .setParameter("member", memberId)));
    }

    /** All that was asked for on the account of somebody, the newest first. */
    public List<LeaveRequest> of(long memberId) {
        return jpa.txExpr(TransactionType.Supports, em -> of(em, memberId));
    }

    private static List<LeaveRequest> of(EntityManager em, long memberId) {
        return found(em.createQuery(ALL + " and w.memberId = :member" + NEWEST_FIRST, Object[].class)
                .setParameter("member", memberId));
    }

    private static List<LeaveRequest> found(TypedQuery<Object[]> query) {
        return query.getResultStream()
                .map(row -> ((StoredLeaveRequest) row[0]).request((Long) row[1]))
                .toList();
    }

    /**
     * One that was asked for.
     *
     * @throws NotFound where there is none of that id
     */
    public LeaveRequest get(long requestId) {
        return jpa
                .txExpr(
                        TransactionType.Supports,
                        em -> found(em.createQuery(ALL + " and r.id = :id", Object[].class)
                                .setParameter("id", requestId)))
                .stream()
                .findFirst()
                .orElseThrow(JpaLeaveRequests::unknown);
    }

    private static NotFound unknown() {
        return new NotFound(Text.of("shifts.request.unknown"));
    }

    /**
     * Asks for a leave of whoever asks, or of whose account it is where that is nobody of it. Asked again for the same while nobody has
     * decided, nothing changes.
     *
     * @param memberId the member on whose account it is
     * @throws InvalidInput where the days are none of such a leave, or touch a leave there is or that was asked for
     * @throws NotFound where they do not work
     */
    public void ask(long memberId, LeaveDraft draft, Actor by) {
        LeaveDraft whole = leaves.whole(draft);
        changes.change(memberId, by, (em, row) -> {
            JpaLeaves.requireFree(changes.facts(em, row, null), whole);
            Long acting = changes.acting(memberId, by);
            long asker = Objects.requireNonNullElse(acting, memberId);
            for (LeaveRequest other : of(em, memberId)) {
                if (other.isOf(asker) && isSame(other, whole)) {
                    return;
                }
                requireApart(other, whole, asker);
            }
            em.persist(new StoredLeaveRequest(row.id(), whole, acting, clock.instant()));
            record(memberId, "shifts.audit.leave-asked", whole.from(), whole.to(), by);
        });
    }

    private static boolean isSame(LeaveRequest other, LeaveDraft draft) {
        return other.state() == RequestState.ASKED
                && other.kind() == draft.kind()
                && other.from().equals(draft.from())
                && Objects.equals(other.to(), draft.to());
    }

    private static void requireApart(LeaveRequest other, LeaveDraft draft, long asker) {
        boolean overlaps = (other.to() == null || !draft.from().isAfter(other.to()))
                && (draft.to() == null || !draft.to().isBefore(other.from()));
        if (other.state() == RequestState.ASKED && overlaps) {
            String there = other.isOf(asker) ? "shifts.request.there" : "shifts.request.there-another";
            throw new InvalidInput(FieldError.of("from", draft.from(), Text.of(there, other.from())));
        }
    }

    /**
     * No longer asks for a leave. Withdrawn again, nothing changes.
     *
     * @param memberId the member who asked for it
     * @throws Refused where it was decided, or another of their account asked for it
     * @throws NotFound where they asked for no such leave
     */
    public void withdraw(long memberId, long requestId, Actor by) {
        LeaveRequest request = get(requestId);
        long accountOf = request.memberId();
        if (!request.isOf(memberId)) {
            throw changes.accountOf(memberId, changes.today()) == accountOf
                    ? new Refused(Text.of("shifts.request.of-another"))
                    : unknown();
        }
        changes.change(accountOf, by, (em, row) -> {
            if (become(em, requestId, RequestState.WITHDRAWN, null)) {
                record(accountOf, "shifts.audit.leave-unasked", request.from(), request.to(), by);
            }
        });
    }

    /**
     * Gives what was asked for, frees the seats on its days, and tells whoever asked. Approved again, nothing changes.
     *
     * @throws InvalidInput where the days no longer are such a leave's, or touch a leave given meanwhile
     * @throws Refused where it was decided otherwise, is about whoever decides, or whoever asked no longer acts on that account
     * @throws NotFound where there is none of that id
     */
    public void approve(long requestId, Actor by) {
        LeaveRequest request = get(requestId);
        long member = request.memberId();
        requireOther(request, by);
        LeaveDraft whole = leaves.whole(request.draft());
        changes.change(member, by, (em, row) -> {
            requireStillThere(request);
            if (become(em, requestId, RequestState.APPROVED, null)) {
                leaves.give(em, row, whole, request.askerId(), by);
                news.approved(requestId, request.askerId(), request.from(), request.to());
            }
        });
        seats.follow(changes.workerOf(member));
    }

    /**
     * Does not give what was asked for, and tells whoever asked why. Refused again, nothing changes.
     *
     * @throws InvalidInput where there is no reason, or too long a one
     * @throws Refused where it was decided otherwise, or is about whoever decides
     * @throws NotFound where there is none of that id
     */
    public void refuse(long requestId, String reason, Actor by) {
        LeaveRequest request = get(requestId);
        long member = request.memberId();
        if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST) {
            throw new InvalidInput(FieldError.of("reason", reason, Text.of("shifts.request.reason", LONGEST)));
        }
        requireOther(request, by);
        changes.change(member, by, (em, row) -> {
            if (become(em, requestId, RequestState.REFUSED, reason.strip())) {
                record(member, "shifts.audit.leave-refused", request.from(), request.to(), by);
                news.refused(requestId, request.askerId(), request.from(), reason.strip());
            }
        });
    }

    /** A leave of whoever moved out would keep those who stayed from what they owe. */
    private void requireStillThere(LeaveRequest request) {
        boolean isDecided = request.state() != RequestState.ASKED;
        if (!isDecided && changes.accountOf(request.askerId(), changes.today()) != request.memberId()) {
            throw new Refused(Text.of("shifts.request.moved-out"));
        }
    }

    /** Nobody decides about the account of their household, nor about what they asked for when they lived elsewhere. */
    private void requireOther(LeaveRequest request, Actor by) {
        changes.requireOther(request.memberId(), by);
        changes.requireOther(request.askerId(), by);
    }

    /** Whether it became so now; it did so before where it did not. */
    private boolean become(EntityManager em, long requestId, RequestState state, String reason) {
        StoredLeaveRequest stored = em.find(StoredLeaveRequest.class, requestId);
        em.refresh(stored);
        if (stored.state() == state) {
            return false;
        }
        if (stored.state() != RequestState.ASKED) {
            throw new Refused(Text.of("shifts.request.decided", Text.of("shifts.request." + stored.state())));
        }
        stored.become(state, reason, clock.instant());
        return true;
    }

    /**
     * Forgets what somebody asked for, on whatever account, in the caller's transaction; leaves that were given stay. What others asked for on
     * their account is theirs, and waits no longer.
     */
    public void forget(long memberId) {
        jpa.tx(TransactionType.Required, em -> {
            em.createQuery("delete from StoredLeaveRequest r where r.askedBy = :member")
                    .setParameter("member", memberId)
                    .executeUpdate();
            WorkerChanges.find(em, memberId).ifPresent(worker -> forget(em, worker.id()));
        });
    }

    private void forget(EntityManager em, long workerId) {
        em.createQuery("delete from StoredLeaveRequest r where r.workerId = :worker and r.askedBy is null")
                .setParameter("worker", workerId)
                .executeUpdate();
        em.createQuery("update StoredLeaveRequest r set r.state = :withdrawn, r.decidedAt = :now"
                        + " where r.workerId = :worker and r.state = :asked")
                .setParameter("withdrawn", RequestState.WITHDRAWN)
                .setParameter("asked", RequestState.ASKED)
                .setParameter("now", Moments.stored(clock.instant()))
                .setParameter("worker", workerId)
                .executeUpdate();
    }

    private void record(long memberId, String what, LocalDate from, LocalDate to, Actor by) {
        changes.record(
                memberId,
                what,
                by,
                new FieldChange("from", null, from.toString()),
                new FieldChange("to", null, to == null ? null : to.toString()));
    }
}
