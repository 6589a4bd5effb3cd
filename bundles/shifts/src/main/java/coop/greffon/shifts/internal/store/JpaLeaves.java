package coop.greffon.shifts.internal.store;

import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.core.validation.Validation;
import coop.greffon.shifts.internal.rules.LeaveTerms;
import coop.greffon.shifts.internal.rules.Standing.Remedy;
import coop.greffon.shifts.internal.rules.Standings;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.store.WorkerReader.Facts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Days for which something is decided about somebody: leaves, exemptions, graces. */
@Component(service = JpaLeaves.class)
public final class JpaLeaves {
    private final WorkerChanges changes;
    private final Seats seats;
    private final RulesInForce rules;
    private final Validation validation;
    private final Clock clock;

    @Activate
    public JpaLeaves(
            @Reference WorkerChanges changes,
            @Reference Seats seats,
            @Reference RulesInForce rules,
            @Reference Validation validation,
            @Reference Clock clock) {
        this.changes = changes;
        this.seats = seats;
        this.rules = rules;
        this.validation = validation;
        this.clock = clock;
    }

    /**
     * Writes down days on which somebody owes nothing, and frees their seats on them. Asked again for the same, nothing changes.
     *
     * @param memberId whose leave it is, on whatever account they act
     * @throws InvalidInput where the days are none of such a leave, or touch a leave there is
     * @throws Refused where it is about whoever decides
     * @throws NotFound where they do not work
     */
    public void giveLeave(long memberId, LeaveDraft draft, Actor by) {
        LeaveDraft whole = whole(draft);
        long accountOf = changes.accountOf(memberId, changes.today());
        changes.requireOther(accountOf, by);
        Long person = accountOf == memberId ? null : Long.valueOf(memberId);
        changes.change(accountOf, by, (em, row) -> give(em, row, whole, person, by));
        seats.follow(changes.workerOf(accountOf));
    }

    /**
     * The same in the caller's transaction; their seats are to follow after it.
     *
     * @param draft a whole one
     * @param askedBy the member whose leave it is, null for whose account it is
     */
    public void give(EntityManager em, StoredWorker row, LeaveDraft draft, Long askedBy, Actor by) {
        Facts facts = changes.facts(em, row, null);
        Period wanted = period(draft).askedBy(askedBy);
        long accountOf = row.enrolment().memberId();
        if (facts.periods().stream().noneMatch(period -> isSame(period, wanted, accountOf))) {
            requireFree(facts, draft);
            write(em, row, wanted, by);
        }
    }

    /**
     * A leave with its last day, if it is one that may be given.
     *
     * @throws InvalidInput where the days are none of such a leave
     */
    public LeaveDraft whole(LeaveDraft draft) {
        validation.valid(draft);
        changes.requireNear("from", draft.from());
        changes.requireNear("to", draft.to());
        if (!draft.kind().isLeave()) {
            throw new InvalidInput(FieldError.of("kind", draft.kind(), Text.of("shifts.leave.kind")));
        }
        if (draft.to() != null && draft.to().isBefore(draft.from())) {
            throw new InvalidInput(FieldError.of("to", draft.to(), Text.of("shifts.leave.order", draft.from())));
        }
        LeaveTerms terms = terms(draft);
        LocalDate last = terms.last(draft.from(), draft.to());
        terms.fault(draft.from(), last).ifPresent(fault -> {
            throw new InvalidInput(FieldError.of("to", draft.to(), told(fault, terms)));
        });
        return new LeaveDraft(draft.kind(), draft.from(), last, stripped(draft.note()));
    }

    /** What the co-op asks for such a leave. */
    public LeaveTerms terms(LeaveDraft draft) {
        return rules.leaves(draft.from()).of(draft.kind().leave());
    }

    private static Text told(LeaveTerms.Fault fault, LeaveTerms terms) {
        return switch (fault) {
            case END_MISSING -> Text.of("shifts.leave.end-missing");
            case TOO_SHORT -> Text.of("shifts.leave.too-short", terms.minDays());
            case TOO_LONG -> Text.of("shifts.leave.too-long", terms.maxDays());
        };
    }

    private static String stripped(String note) {
        return note == null || note.isBlank() ? null : note.strip();
    }

    /** What is written down of a leave: what it asks for is counted from its first day, or from now where it began before. */
    public Period period(LeaveDraft draft) {
        LeaveTerms terms = terms(draft);
        LocalDate today = changes.today();
        LocalDate counted = draft.from().isBefore(today) ? today : draft.from();
        LocalDate placesEnd = terms.freesPlaces(draft.from(), draft.to()) ? counted.minusDays(1) : null;
        Period.Document document = terms.document() == null
                ? null
                : new Period.Document(
                        counted.plusDays(terms.document().dueAfterDays()),
                        counted.plusDays(terms.document().voidAfterDays()),
                        null);
        return new Period(
                null,
                draft.kind(),
                draft.from(),
                draft.to(),
                draft.note(),
                placesEnd,
                document,
                clock.instant(),
                null,
                null);
    }

    private static boolean isSame(Period period, Period wanted, long accountOf) {
        return period.kind() == wanted.kind()
                && period.from().equals(wanted.from())
                && Objects.equals(period.to(), wanted.to())
                && period.person(accountOf) == wanted.person(accountOf);
    }

    /**
     * Refuses a leave on days of another, and one that is over before anything could be due.
     *
     * @param facts of whoever it is for
     */
    public static void requireFree(Facts facts, LeaveDraft draft) {
        LocalDate start = facts.worker().start();
        if (draft.to() != null && draft.to().isBefore(start)) {
            throw new InvalidInput(FieldError.of("to", draft.to(), Text.of("shifts.leave.before-start", start)));
        }
        facts.periods().stream()
                .filter(period -> period.kind().isLeave() && period.overlaps(draft.from(), draft.to()))
                .findFirst()
                .ifPresent(period -> {
                    throw new InvalidInput(FieldError.of("from", draft.from(), overlap(period)));
                });
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
        changes.requireOther(memberId, by);
        changes.change(memberId, by, (em, row) -> {
            Period period = of(changes.facts(em, row, null), periodId);
            changes.requireOther(period.person(memberId), by);
            em.find(StoredPeriod.class, periodId).withdraw(clock.instant());
            changes.record(
                    period.person(memberId),
                    "shifts.audit.withdrawn",
                    by,
                    new FieldChange("period", period.kind().name(), null),
                    new FieldChange("from", period.from().toString(), null));
        });
        seats.follow(changes.workerOf(memberId));
    }

    static Period of(Facts facts, long periodId) {
        return facts.periods().stream()
                .filter(one -> one.id() == periodId)
                .findFirst()
                .orElseThrow(() -> new NotFound(Text.of("shifts.leave.unknown")));
    }

    /**
     * Gives somebody who is suspended the grace that the rules allow.
     *
     * @throws Refused where the rules allow none now, or it is about whoever gives it
     * @throws NotFound where they do not work
     */
    public void giveGrace(long memberId, Actor by) {
        changes.requireOther(memberId, by);
        changes.change(memberId, by, (em, row) -> {
            LocalDate today = changes.today();
            if (isGivenToday(changes.facts(em, row, null), today)) {
                return;
            }
            Remedy grace =
                    Standings.on(changes.facts(em, row, null).worker(), changes.timeline(row), today)
                            .remedies()
                            .stream()
                            .filter(remedy -> remedy.kind() == Remedy.Kind.ASK_FOR_GRACE)
                            .findFirst()
                            .orElseThrow(() -> new Refused(Text.of("shifts.grace.none")));
            write(
                    em,
                    row,
                    new Period(
                            null, PeriodKind.GRACE, today, grace.by(), null, null, null, clock.instant(), null, null),
                    by);
        });
    }

    /** A form sent twice gives one grace. */
    private static boolean isGivenToday(Facts facts, LocalDate today) {
        return facts.periods().stream()
                .anyMatch(period ->
                        period.kind() == PeriodKind.GRACE && period.from().equals(today));
    }

    private void write(EntityManager em, StoredWorker row, Period period, Actor by) {
        em.persist(new StoredPeriod(row.id(), period));
        changes.record(
                period.person(row.enrolment().memberId()),
                "shifts.audit.given",
                by,
                new FieldChange("period", null, period.kind().name()),
                new FieldChange("from", null, period.from().toString()),
                new FieldChange(
                        "to", null, period.to() == null ? null : period.to().toString()));
    }
}
