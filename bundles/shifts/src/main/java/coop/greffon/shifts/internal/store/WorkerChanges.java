package coop.greffon.shifts.internal.store;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Accounts;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.members.Members;
import coop.greffon.members.Subjects;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Debits;
import coop.greffon.shifts.internal.rules.Entry;
import coop.greffon.shifts.internal.rules.Timeline;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.rules.Tracks;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.store.WorkerReader.Facts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changes one worker at a time: locked first, their standing brought up to date afterwards. */
@Component(service = WorkerChanges.class)
public final class WorkerChanges {
    /** What the audit calls their records: as members does, so that one history tells all. */
    private static final String RECORD = "members.member";

    /** How far from today a day may lie. */
    private static final int YEARS = 10;

    private final JpaTemplate jpa;
    private final Members members;
    private final WorkerReader reader;
    private final WorkJournal journal;
    private final RulesInForce rules;
    private final DutyAccounts duties;
    private final Accounts accounts;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public WorkerChanges(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference Members members,
            @Reference WorkerReader reader,
            @Reference WorkJournal journal,
            @Reference RulesInForce rules,
            @Reference DutyAccounts duties,
            @Reference Accounts accounts,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.members = members;
        this.reader = reader;
        this.journal = journal;
        this.rules = rules;
        this.duties = duties;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is done to a worker nobody else can change meanwhile. */
    @FunctionalInterface
    public interface Change {
        void of(EntityManager em, StoredWorker row);
    }

    /** What is done to two workers nobody else can change meanwhile. */
    @FunctionalInterface
    public interface ChangeOfTwo {
        void of(EntityManager em, StoredWorker row, StoredWorker other);
    }

    /**
     * Changes two workers, in the caller's transaction or one of its own; of two, the one of the lower id is locked first.
     *
     * @throws NotFound where one of them does not work
     */
    public void changeBoth(long memberId, long otherId, Actor by, ChangeOfTwo both) {
        boolean isFirst = workerOf(memberId) < workerOf(otherId);
        change(
                isFirst ? memberId : otherId,
                by,
                (em, first) -> change(
                        isFirst ? otherId : memberId,
                        by,
                        (inside, second) -> both.of(inside, isFirst ? first : second, isFirst ? second : first)));
    }

    /**
     * Changes a worker, in the caller's transaction or one of its own.
     *
     * @throws NotFound where they do not work
     */
    public void change(long memberId, Actor by, Change change) {
        long known = members.get(memberId).id();
        jpa.tx(TransactionType.Required, em -> {
            StoredWorker row = find(em, known)
                    .map(found -> lock(em, found))
                    .orElseThrow(() -> new NotFound(Text.of("shifts.worker.unknown")));
            change.of(em, row);
            em.flush();
            catchUp(em, row, by);
        });
    }

    /** Read anew once nobody else can change it. */
    private static StoredWorker lock(EntityManager em, StoredWorker found) {
        em.refresh(found, LockModeType.PESSIMISTIC_WRITE);
        return found;
    }

    /** What fell due, or no longer does, is posted at once: nobody waits for the morning to see where they stand. */
    void catchUp(EntityManager em, StoredWorker row, Actor by) {
        Facts facts = facts(em, row, null);
        List<Entry> due = Debits.due(facts.worker(), timeline(facts), today(), clock.instant());
        journal.post(row.id(), due, by, null);
        Accounting.refresh(row, facts(em, row, null), timeline(facts), today());
    }

    /** A day of another century is a slip of the hand, and years of cycles would follow from it. */
    public void requireNear(String field, LocalDate day) {
        LocalDate first = today().minusYears(YEARS);
        LocalDate last = today().plusYears(YEARS);
        if (day != null && (day.isBefore(first) || day.isAfter(last))) {
            throw new InvalidInput(FieldError.of(field, day, Text.of("shifts.day.far", first, last)));
        }
    }

    /** Days before the rules that were chosen last would be counted by other rules than those the co-op lives by. */
    void requireWithinRules(Track track, String field, LocalDate day) {
        LocalDate since = rules.since(track, today());
        if (day.isBefore(since)) {
            throw new InvalidInput(FieldError.of(field, day, Text.of("shifts.enrolment.rules", since)));
        }
    }

    /** Nobody decides about their own shifts. */
    public void requireOther(long memberId, Actor by) {
        if (isOwn(memberId, by)) {
            throw new Refused(Text.of("shifts.worker.own"));
        }
    }

    /** Whether somebody acts about themselves, or about the account of their household. */
    public boolean isOwn(long memberId, Actor by) {
        OptionalLong self = self(by);
        return self.isPresent() && isOf(members.get(memberId).id(), self.getAsLong());
    }

    private OptionalLong self(Actor by) {
        return by.accountId() == null
                ? OptionalLong.empty()
                : accounts.find(by.accountId())
                        .map(account -> Subjects.memberId(account.subject()))
                        .orElse(OptionalLong.empty());
    }

    /** The member of an account who acts, null where it is nobody of it. */
    public Long acting(long accountOf, Actor by) {
        OptionalLong self = self(by);
        boolean isOfIt = self.isPresent()
                && (self.getAsLong() == accountOf || duties.of(self.getAsLong(), today()) == accountOf);
        return isOfIt ? (Long) self.getAsLong() : null;
    }

    /** Which person of an account acts; whose account it is where staff does. */
    public Comes comes(StoredWorker row, Actor by) {
        long accountOf = row.enrolment().memberId();
        if (duties.people(accountOf, today()).size() == 1) {
            return Comes.THEMSELVES;
        }
        OptionalLong self = self(by);
        boolean isAnother = self.isPresent() && self.getAsLong() != accountOf && isOf(accountOf, self.getAsLong());
        return isAnother ? Comes.PARTNER : Comes.THEMSELVES;
    }

    /**
     * A second seat on a shift is for another adult of the household, who has no account of their own.
     *
     * @throws Refused where there is nobody
     */
    public void requireCompanion(long accountOf, LocalDate day) {
        if (!duties.hasCompanion(accountOf, day)) {
            throw new Refused(Text.of("shifts.booking.no-other"));
        }
    }

    /** The other adults of the household who may come on an account, since they have none of their own. */
    public List<Long> others(long accountOf, LocalDate day) {
        return duties.companions(accountOf, day);
    }

    /** Whether two can come on an account on a day. */
    public boolean hasCompanion(long accountOf, LocalDate day) {
        return duties.hasCompanion(accountOf, day);
    }

    private boolean isOf(long memberId, long self) {
        return self == memberId || duties.atTheDoor(self, today()) == memberId;
    }

    /** The member on whose account somebody acts on a day: themselves, or whoever is enrolled for their household. */
    public long accountOf(long memberId, LocalDate day) {
        return duties.of(memberId, day);
    }

    /** The same, while nobody else can enrol anybody of their household, in the caller's transaction. */
    long accountAlone(EntityManager em, long memberId, LocalDate day) {
        duties.lock(em, memberId, day);
        return duties.of(memberId, day);
    }

    /**
     * The id as a worker of whoever works.
     *
     * @throws NotFound where they do not work
     */
    public long workerOf(long memberId) {
        return jpa.txExpr(
                        TransactionType.Supports,
                        em -> find(em, members.get(memberId).id()))
                .map(StoredWorker::id)
                .orElseThrow(() -> new NotFound(Text.of("shifts.worker.unknown")));
    }

    public Facts facts(EntityManager em, StoredWorker row, Instant known) {
        return reader.read(em, List.of(row.enrolment()), known).get(row.id());
    }

    /** The rules of each day of a worker. */
    public Timeline timeline(StoredWorker row) {
        return rules.of(tracks(row));
    }

    /** The same, of somebody who was read. */
    public Timeline timeline(Facts facts) {
        return rules.of(facts.tracks());
    }

    /** How a worker works in the course of time. */
    public Tracks tracks(StoredWorker row) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> reader.tracks(em, List.of(row.enrolment()), null).get(row.id()));
    }

    public static Optional<StoredWorker> find(EntityManager em, long memberId) {
        return em.createQuery("select w from StoredWorker w where w.memberId = :member", StoredWorker.class)
                .setParameter("member", memberId)
                .getResultStream()
                .findFirst();
    }

    public void record(long memberId, String what, Actor by, FieldChange... fields) {
        audit.record(by, what, RECORD, Long.toString(memberId), List.of(fields));
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }
}
