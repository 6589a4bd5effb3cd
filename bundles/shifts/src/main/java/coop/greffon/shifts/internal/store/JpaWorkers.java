package coop.greffon.shifts.internal.store;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.Accounts;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.core.validation.Validation;
import coop.greffon.members.Member;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.rules.AppliedRule;
import coop.greffon.shifts.internal.rules.Cause;
import coop.greffon.shifts.internal.rules.Debits;
import coop.greffon.shifts.internal.rules.Entry;
import coop.greffon.shifts.internal.rules.Postings;
import coop.greffon.shifts.internal.rules.Postings.Settled;
import coop.greffon.shifts.internal.rules.Standing;
import coop.greffon.shifts.internal.rules.Standing.Remedy;
import coop.greffon.shifts.internal.rules.Standings;
import coop.greffon.shifts.internal.rules.Timeline;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.store.WorkerReader.Facts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is decided about people who work: each change is one transaction, audited, and brings their standing up to date. */
@Component(service = JpaWorkers.class)
public final class JpaWorkers {
    /** What the audit calls their records: as members does, so that one history tells all. */
    private static final String RECORD = "members.member";

    /** No decision is about more: 1,000 shifts, or as many minutes as they have hundredths. */
    private static final long MOST = 100_000;

    /** How far from today a day may lie. */
    private static final int YEARS = 10;

    private final JpaTemplate jpa;
    private final Members members;
    private final WorkerReader reader;
    private final WorkJournal journal;
    private final RulesInForce rules;
    private final Accounts accounts;
    private final Validation validation;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public JpaWorkers(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference Members members,
            @Reference WorkerReader reader,
            @Reference WorkJournal journal,
            @Reference RulesInForce rules,
            @Reference Accounts accounts,
            @Reference Validation validation,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.members = members;
        this.reader = reader;
        this.journal = journal;
        this.rules = rules;
        this.accounts = accounts;
        this.validation = validation;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Has somebody work from a day on. Asked again for the same, nothing changes.
     *
     * @throws InvalidInput where a field cannot be accepted, or they work already and otherwise
     * @throws Refused where they are no member of the co-op
     * @throws NotFound where there is nobody of that id
     */
    public void enrol(long memberId, EnrolmentDraft draft, Actor by) {
        validation.valid(draft);
        requireNear("start", draft.start());
        requireOther(memberId, by);
        Member member = members.get(memberId);
        if (member.status() != MemberStatus.MEMBER) {
            throw new Refused(Text.of("shifts.worker.no-member", member.name()));
        }
        try {
            jpa.tx(TransactionType.Required, em -> enrol(em, member.id(), draft, by));
        } catch (RuntimeException failed) {
            // Of two at once one finds the row of the other: then it is as if it had come later.
            Enrolment there = jpa.txExpr(TransactionType.Supports, em -> find(em, member.id()))
                    .map(StoredWorker::enrolment)
                    .orElseThrow(() -> failed);
            requireSame(there, draft);
        }
    }

    private void enrol(EntityManager em, long memberId, EnrolmentDraft draft, Actor by) {
        Optional<StoredWorker> there = find(em, memberId);
        if (there.isPresent()) {
            requireSame(there.get().enrolment(), draft);
            return;
        }
        requireWithinRules(draft);
        var row = new StoredWorker(memberId, draft.track(), draft.start(), clock.instant());
        em.persist(row);
        em.flush();
        catchUp(em, row, by);
        record(
                memberId,
                "shifts.audit.enrolled",
                by,
                new FieldChange("track", null, draft.track().name()),
                new FieldChange("from", null, draft.start().toString()));
    }

    /** Days before the rules that were chosen last would be counted by other rules than those the co-op lives by. */
    private void requireWithinRules(EnrolmentDraft draft) {
        LocalDate since = rules.since(today());
        if (draft.start().isBefore(since)) {
            throw new InvalidInput(FieldError.of("start", draft.start(), Text.of("shifts.enrolment.rules", since)));
        }
    }

    private static void requireSame(Enrolment there, EnrolmentDraft draft) {
        if (there.track() != draft.track() || !there.start().equals(draft.start())) {
            throw new InvalidInput(
                    FieldError.of("track", draft.track(), Text.of("shifts.worker.enrolled", there.start())));
        }
    }

    /** Whether somebody works. */
    public boolean isEnrolled(long memberId) {
        return jpa.txExpr(TransactionType.Supports, em -> find(em, memberId).isPresent());
    }

    /**
     * Where somebody stands on a day; empty where they do not work.
     *
     * @param on the day asked about
     * @param known what was recorded until then counts; null for everything
     */
    public Optional<WorkAccount> account(long memberId, LocalDate on, Instant known) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> find(em, memberId)
                        .filter(row -> row.isKnown(known))
                        .map(row -> Accounting.of(facts(em, row, known), row.enrolment(), timeline(row), on)));
    }

    /** Where somebody stands on a day by what is recorded; empty where they do not work. */
    public Optional<Standing> standing(long memberId, LocalDate on) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> find(em, memberId)
                        .map(row -> Standings.on(facts(em, row, null).worker(), timeline(row), on)));
    }

    /**
     * Changes a counter by hand, with a reason.
     *
     * @throws InvalidInput where a field cannot be accepted
     * @throws Refused where it is about whoever decides
     * @throws NotFound where they do not work
     */
    public void decide(long memberId, DecisionDraft draft, Actor by) {
        validation.valid(draft);
        requireOther(memberId, by);
        requireNear("on", draft.on());
        List<FieldError> errors = new ArrayList<>();
        if (draft.amount() == 0 || draft.amount() < -MOST || draft.amount() > MOST) {
            errors.add(FieldError.of("amount", draft.amount(), Text.of("shifts.decision.amount")));
        }
        if (draft.on().isAfter(today())) {
            errors.add(FieldError.of("on", draft.on(), Text.of("shifts.decision.to-come")));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        String causeKey =
                "decision:" + (draft.requestKey() == null ? UUID.randomUUID().toString() : draft.requestKey());
        change(memberId, by, (em, row) -> {
            boolean isRepeated = journal.isPosted(row.id(), causeKey);
            var entry = new Entry(
                    draft.counter(),
                    draft.amount(),
                    draft.on(),
                    clock.instant(),
                    Cause.MANUAL,
                    causeKey,
                    AppliedRule.DECIDED,
                    null);
            journal.post(row.id(), List.of(entry), by, draft.note().strip());
            if (isRepeated) {
                return;
            }
            record(
                    memberId,
                    "shifts.audit.decided",
                    by,
                    new FieldChange(draft.counter().name(), null, shown(row, draft)),
                    new FieldChange("on", null, draft.on().toString()));
        });
    }

    /**
     * Says what became of a shift. Told again the same, nothing changes; told otherwise, the counters come to stand as if it had always been so.
     *
     * @throws Refused where it is about whoever tells
     * @throws NotFound where they do not work
     */
    public void settle(long memberId, Settled settled, Actor by) {
        requireOther(memberId, by);
        change(memberId, by, (em, row) -> {
            List<Entry> entries = Postings.of(facts(em, row, null).worker(), timeline(row), settled, clock.instant());
            journal.post(row.id(), entries, by, null);
        });
    }

    /**
     * Writes down days on which somebody owes nothing. Asked again for the same, nothing changes.
     *
     * @throws InvalidInput where the days end before they begin, or touch a leave there is
     * @throws Refused where it is about whoever decides
     * @throws NotFound where they do not work
     */
    public void giveLeave(long memberId, LeaveDraft draft, Actor by) {
        validation.valid(draft);
        requireOther(memberId, by);
        requireNear("from", draft.from());
        requireNear("to", draft.to());
        if (draft.kind() != PeriodKind.HOLIDAY && draft.kind() != PeriodKind.EXEMPTION) {
            throw new InvalidInput(FieldError.of("kind", draft.kind(), Text.of("shifts.leave.kind")));
        }
        if (draft.to() != null && draft.to().isBefore(draft.from())) {
            throw new InvalidInput(FieldError.of("to", draft.to(), Text.of("shifts.leave.order", draft.from())));
        }
        change(memberId, by, (em, row) -> {
            for (Period period : facts(em, row, null).periods()) {
                boolean isLeave = period.kind() == PeriodKind.HOLIDAY || period.kind() == PeriodKind.EXEMPTION;
                if (isSame(period, draft)) {
                    return;
                }
                if (isLeave && period.overlaps(draft.from(), draft.to())) {
                    throw new InvalidInput(FieldError.of("from", draft.from(), overlap(period)));
                }
            }
            String note = draft.note() == null || draft.note().isBlank()
                    ? null
                    : draft.note().strip();
            write(em, row, draft.kind(), draft.from(), draft.to(), note, by);
        });
    }

    private static boolean isSame(Period period, LeaveDraft draft) {
        return period.kind() == draft.kind()
                && period.from().equals(draft.from())
                && Objects.equals(period.to(), draft.to());
    }

    private static Text overlap(Period period) {
        return period.to() == null
                ? Text.of("shifts.leave.overlaps-open", period.from())
                : Text.of("shifts.leave.overlaps", period.from(), period.to());
    }

    /**
     * Takes back something decided for some days; what it did to days gone by stays explained by what was known then.
     *
     * @throws NotFound where there is no such period of theirs
     */
    public void withdraw(long memberId, long periodId, Actor by) {
        requireOther(memberId, by);
        change(memberId, by, (em, row) -> {
            Period period = facts(em, row, null).periods().stream()
                    .filter(one -> one.id() == periodId)
                    .findFirst()
                    .orElseThrow(() -> new NotFound(Text.of("shifts.leave.unknown")));
            em.find(StoredPeriod.class, periodId).withdraw(clock.instant());
            record(
                    memberId,
                    "shifts.audit.withdrawn",
                    by,
                    new FieldChange("period", period.kind().name(), null),
                    new FieldChange("from", period.from().toString(), null));
        });
    }

    /**
     * Gives somebody who is suspended the grace that the rules allow.
     *
     * @throws Refused where the rules allow none now, or it is about whoever gives it
     * @throws NotFound where they do not work
     */
    public void giveGrace(long memberId, Actor by) {
        requireOther(memberId, by);
        change(memberId, by, (em, row) -> {
            LocalDate today = today();
            if (isGivenToday(facts(em, row, null), today)) {
                return;
            }
            Remedy grace = Standings.on(facts(em, row, null).worker(), timeline(row), today).remedies().stream()
                    .filter(remedy -> remedy.kind() == Remedy.Kind.ASK_FOR_GRACE)
                    .findFirst()
                    .orElseThrow(() -> new Refused(Text.of("shifts.grace.none")));
            write(em, row, PeriodKind.GRACE, today, grace.by(), null, by);
        });
    }

    /** A form sent twice gives one grace. */
    private static boolean isGivenToday(Facts facts, LocalDate today) {
        return facts.periods().stream()
                .anyMatch(period ->
                        period.kind() == PeriodKind.GRACE && period.from().equals(today));
    }

    private void write(
            EntityManager em, StoredWorker row, PeriodKind kind, LocalDate from, LocalDate to, String note, Actor by) {
        em.persist(new StoredPeriod(row.id(), new Period(null, kind, from, to, note, clock.instant(), null)));
        record(
                row.enrolment().memberId(),
                "shifts.audit.given",
                by,
                new FieldChange("period", null, kind.name()),
                new FieldChange("from", null, from.toString()),
                new FieldChange("to", null, to == null ? null : to.toString()));
    }

    @FunctionalInterface
    private interface Change {
        void of(EntityManager em, StoredWorker row);
    }

    private void change(long memberId, Actor by, Change change) {
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
    private void catchUp(EntityManager em, StoredWorker row, Actor by) {
        List<Entry> due = Debits.due(facts(em, row, null).worker(), timeline(row), today(), clock.instant());
        journal.post(row.id(), due, by, null);
        Accounting.refresh(row, facts(em, row, null).worker(), timeline(row), today());
    }

    /** A day of another century is a slip of the hand, and years of cycles would follow from it. */
    private void requireNear(String field, LocalDate day) {
        LocalDate first = today().minusYears(YEARS);
        LocalDate last = today().plusYears(YEARS);
        if (day != null && (day.isBefore(first) || day.isAfter(last))) {
            throw new InvalidInput(FieldError.of(field, day, Text.of("shifts.day.far", first, last)));
        }
    }

    /** Nobody decides about their own shifts. */
    private void requireOther(long memberId, Actor by) {
        boolean isOwn = by.accountId() != null
                && accounts.find(by.accountId())
                        .map(Account::subject)
                        .filter(members.get(memberId).subject()::equals)
                        .isPresent();
        if (isOwn) {
            throw new Refused(Text.of("shifts.worker.own"));
        }
    }

    private Facts facts(EntityManager em, StoredWorker row, Instant known) {
        return reader.read(em, List.of(row.enrolment()), known).get(row.id());
    }

    private Timeline timeline(StoredWorker row) {
        return rules.of(row.enrolment().track());
    }

    private static Optional<StoredWorker> find(EntityManager em, long memberId) {
        return em.createQuery("select w from StoredWorker w where w.memberId = :member", StoredWorker.class)
                .setParameter("member", memberId)
                .getResultStream()
                .findFirst();
    }

    private String shown(StoredWorker row, DecisionDraft draft) {
        return timeline(row).on(today()).unit().shown(draft.amount()).toPlainString();
    }

    private void record(long memberId, String what, Actor by, FieldChange... fields) {
        audit.record(by, what, RECORD, Long.toString(memberId), List.of(fields));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
