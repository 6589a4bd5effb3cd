package coop.greffon.shifts.internal.store;

import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Problem;
import coop.greffon.core.problem.Refused;
import coop.greffon.core.validation.Validation;
import coop.greffon.members.Member;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.rules.AppliedRule;
import coop.greffon.shifts.internal.rules.Cause;
import coop.greffon.shifts.internal.rules.Entry;
import coop.greffon.shifts.internal.rules.Postings;
import coop.greffon.shifts.internal.rules.Postings.Settled;
import coop.greffon.shifts.internal.rules.Standing;
import coop.greffon.shifts.internal.rules.Standings;
import coop.greffon.shifts.internal.rules.Timeline;
import coop.greffon.shifts.internal.rules.Tracks.Stretch;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.store.WorkerChanges.Change;
import coop.greffon.shifts.internal.store.WorkerReader.Facts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is decided about people who work: each change is one transaction, audited, and brings their standing up to date. */
@Component(service = JpaWorkers.class)
public final class JpaWorkers {
    /** No decision is about more: 1,000 shifts, or as many minutes as they have hundredths. */
    private static final long MOST = 100_000;

    private final JpaTemplate jpa;
    private final Members members;
    private final WorkJournal journal;
    private final RulesInForce rules;
    private final WorkerChanges changes;
    private final JpaTracks tracks;
    private final Validation validation;
    private final Clock clock;

    @Activate
    public JpaWorkers(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference Members members,
            @Reference WorkJournal journal,
            @Reference RulesInForce rules,
            @Reference WorkerChanges changes,
            @Reference JpaTracks tracks,
            @Reference Validation validation,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.members = members;
        this.journal = journal;
        this.rules = rules;
        this.changes = changes;
        this.tracks = tracks;
        this.validation = validation;
        this.clock = clock;
    }

    /**
     * Has somebody work from a day on. Asked again for the same, nothing changes.
     *
     * @throws InvalidInput where a field cannot be accepted, or they work already and otherwise
     * @throws Refused where they are no member of the co-op, or their household has an account already
     * @throws NotFound where there is nobody of that id
     */
    public void enrol(long memberId, EnrolmentDraft draft, Actor by) {
        Member member = requireMember(memberId, draft, by);
        try {
            jpa.tx(TransactionType.Required, em -> enrol(em, member.id(), draft, by));
        } catch (Problem refused) {
            throw refused;
        } catch (RuntimeException failed) {
            // Of two at once one finds the row of the other: then it is as if it had come later.
            Enrolment there = jpa.txExpr(TransactionType.Supports, em -> WorkerChanges.find(em, member.id()))
                    .map(StoredWorker::enrolment)
                    .orElseThrow(() -> failed);
            requireSame(there, draft);
        }
    }

    /**
     * Has somebody work from a day on whose shifts since then are known: what fell due meanwhile is counted as it would have been day by day.
     *
     * @param past what became of each shift, the earliest first
     * @throws InvalidInput where a field cannot be accepted
     * @throws Refused where they are no member of the co-op
     * @throws NotFound where there is nobody of that id
     */
    public void enrol(long memberId, EnrolmentDraft draft, List<Settled> past, Actor by) {
        Member member = requireMember(memberId, draft, by);
        changes.requireWithinRules(draft.track(), "start", draft.start());
        jpa.tx(
                TransactionType.Required,
                em -> add(
                        em,
                        member.id(),
                        draft,
                        by,
                        (inside, row) -> past.forEach(settled -> settle(inside, row, settled, by))));
    }

    /** The member who is to work. */
    Member requireMember(long memberId, EnrolmentDraft draft, Actor by) {
        validation.valid(draft);
        changes.requireNear("start", draft.start());
        changes.requireOther(memberId, by);
        Member member = members.get(memberId);
        if (member.status() != MemberStatus.MEMBER) {
            throw new Refused(Text.of("shifts.worker.no-member", member.name()));
        }
        return member;
    }

    /** A household that has one account does not have a second one; of two adults at once the later one finds that of the other. */
    private void requireOnlyOne(EntityManager em, long memberId, EnrolmentDraft draft) {
        LocalDate day = draft.start().isAfter(changes.today()) ? draft.start() : changes.today();
        long account = changes.accountAlone(em, memberId, day);
        if (account != memberId) {
            String name = members.get(account).name();
            throw new Refused(
                    Text.of("shifts.worker.household", members.get(memberId).name(), name));
        }
    }

    private void enrol(EntityManager em, long memberId, EnrolmentDraft draft, Actor by) {
        Optional<StoredWorker> there = WorkerChanges.find(em, memberId);
        if (there.isPresent()) {
            requireOnlyOne(em, memberId, draft);
            changes.change(memberId, by, (inside, row) -> resume(inside, row, draft, by));
            return;
        }
        changes.requireWithinRules(draft.track(), "start", draft.start());
        add(em, memberId, draft, by, (inside, row) -> {});
    }

    /** Whoever no longer works does so again; of others only the same is accepted. */
    private void resume(EntityManager em, StoredWorker row, EnrolmentDraft draft, Actor by) {
        Stretch last = changes.tracks(row).last();
        boolean isAgain = last.track() == null && !draft.start().isBefore(last.from());
        if (last.track() == draft.track() && last.from().equals(draft.start())) {
            return;
        }
        if (!isAgain) {
            requireSame(row.enrolment(), draft);
            return;
        }
        changes.requireWithinRules(draft.track(), "start", draft.start());
        tracks.begin(em, row, draft.track(), draft.start(), "start", by);
    }

    /**
     * Writes down that somebody works, in the caller's transaction.
     *
     * @param first what is done before anything falls due
     * @throws Refused where their household has an account already
     */
    void add(EntityManager em, long memberId, EnrolmentDraft draft, Actor by, Change first) {
        requireOnlyOne(em, memberId, draft);
        var row = new StoredWorker(memberId, draft.track(), draft.start(), clock.instant());
        em.persist(row);
        em.flush();
        first.of(em, row);
        changes.catchUp(em, row, by);
        changes.record(
                memberId,
                "shifts.audit.enrolled",
                by,
                new FieldChange("track", null, draft.track().name()),
                new FieldChange("from", null, draft.start().toString()));
    }

    private static void requireSame(Enrolment there, EnrolmentDraft draft) {
        if (there.first() != draft.track() || !there.start().equals(draft.start())) {
            throw new InvalidInput(
                    FieldError.of("track", draft.track(), Text.of("shifts.worker.enrolled", there.start())));
        }
    }

    /** Whether somebody works. */
    public boolean isEnrolled(long memberId) {
        return jpa.txExpr(
                TransactionType.Supports, em -> WorkerChanges.find(em, memberId).isPresent());
    }

    /**
     * Where somebody stands on a day; empty where they do not work.
     *
     * @param on the day asked about
     * @param known what was recorded and chosen until then counts; null for everything
     */
    public Optional<WorkAccount> account(long memberId, LocalDate on, Instant known) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> WorkerChanges.find(em, memberId)
                        .filter(row -> row.isKnown(known))
                        .map(row -> {
                            Facts facts = changes.facts(em, row, known);
                            Timeline then = rules.asKnown(known).of(facts.tracks());
                            return Accounting.of(facts, row.enrolment(), then, on);
                        }));
    }

    /** Where somebody stands on a day by what is recorded; empty where they do not work. */
    public Optional<Standing> standing(long memberId, LocalDate on) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> WorkerChanges.find(em, memberId).map(row -> {
                    Facts facts = changes.facts(em, row, null);
                    return Standings.on(facts.worker(), changes.timeline(facts), on);
                }));
    }

    /**
     * Changes a counter by hand, with a reason.
     *
     * @throws InvalidInput where a field cannot be accepted
     * @throws InvalidInput where it is about nothing or too much, a day to come, or a counter the rules do not have
     * @throws Refused where it is about whoever decides
     * @throws NotFound where they do not work
     */
    public void decide(long memberId, DecisionDraft draft, Actor by) {
        validation.valid(draft);
        changes.requireOther(memberId, by);
        changes.requireNear("on", draft.on());
        List<FieldError> errors = new ArrayList<>();
        if (draft.amount() == 0 || draft.amount() < -MOST || draft.amount() > MOST) {
            errors.add(FieldError.of("amount", draft.amount(), Text.of("shifts.decision.amount")));
        }
        if (draft.on().isAfter(changes.today())) {
            errors.add(FieldError.of("on", draft.on(), Text.of("shifts.decision.to-come")));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        String causeKey =
                "decision:" + (draft.requestKey() == null ? UUID.randomUUID().toString() : draft.requestKey());
        changes.change(memberId, by, (em, row) -> {
            boolean isRepeated = journal.isPosted(row.id(), causeKey);
            requireCounted(changes.facts(em, row, null), draft);
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
            changes.record(
                    memberId,
                    "shifts.audit.decided",
                    by,
                    new FieldChange(draft.counter().name(), null, shown(row, draft)),
                    new FieldChange("on", null, draft.on().toString()));
        });
    }

    /** What rules of former times left on a counter may be corrected; where there never was anything, the wrong one was chosen. */
    private void requireCounted(Facts facts, DecisionDraft draft) {
        boolean wasUsed =
                facts.worker().journal().entries().stream().anyMatch(entry -> entry.counter() == draft.counter());
        if (!wasUsed && !changes.timeline(facts).on(draft.on()).keeps(draft.counter())) {
            throw new InvalidInput(FieldError.of("counter", draft.counter(), Text.of("shifts.decision.counter")));
        }
    }

    /**
     * Says what became of a shift. Told again the same, nothing changes; told otherwise, the counters come to stand as if it had always been so.
     *
     * @throws Refused where it is about whoever tells
     * @throws NotFound where they do not work
     */
    public void settle(long memberId, Settled settled, Actor by) {
        changes.requireOther(memberId, by);
        changes.change(memberId, by, (em, row) -> settle(em, row, settled, by));
    }

    private void settle(EntityManager em, StoredWorker row, Settled settled, Actor by) {
        List<Entry> entries =
                Postings.of(changes.facts(em, row, null).worker(), changes.timeline(row), settled, clock.instant());
        journal.post(row.id(), entries, by, null);
    }

    private String shown(StoredWorker row, DecisionDraft draft) {
        return changes.timeline(row)
                .on(changes.today())
                .unit()
                .shown(draft.amount())
                .toPlainString();
    }
}
