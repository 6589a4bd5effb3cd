package coop.greffon.shifts.internal.store;

import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.core.validation.Validation;
import coop.greffon.shifts.internal.rules.Standing.Remedy;
import coop.greffon.shifts.internal.rules.Standings;
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
    private final Validation validation;
    private final Clock clock;

    @Activate
    public JpaLeaves(
            @Reference WorkerChanges changes,
            @Reference Seats seats,
            @Reference Validation validation,
            @Reference Clock clock) {
        this.changes = changes;
        this.seats = seats;
        this.validation = validation;
        this.clock = clock;
    }

    /**
     * Writes down days on which somebody owes nothing, and frees their seats on them. Asked again for the same, nothing changes.
     *
     * @throws InvalidInput where the days end before they begin, or touch a leave there is
     * @throws Refused where it is about whoever decides
     * @throws NotFound where they do not work
     */
    public void giveLeave(long memberId, LeaveDraft draft, Actor by) {
        validation.valid(draft);
        changes.requireOther(memberId, by);
        changes.requireNear("from", draft.from());
        changes.requireNear("to", draft.to());
        if (draft.kind() != PeriodKind.HOLIDAY && draft.kind() != PeriodKind.EXEMPTION) {
            throw new InvalidInput(FieldError.of("kind", draft.kind(), Text.of("shifts.leave.kind")));
        }
        if (draft.to() != null && draft.to().isBefore(draft.from())) {
            throw new InvalidInput(FieldError.of("to", draft.to(), Text.of("shifts.leave.order", draft.from())));
        }
        changes.change(memberId, by, (em, row) -> {
            for (Period period : changes.facts(em, row, null).periods()) {
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
        seats.follow(changes.workerOf(memberId));
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
        changes.requireOther(memberId, by);
        changes.change(memberId, by, (em, row) -> {
            Period period = changes.facts(em, row, null).periods().stream()
                    .filter(one -> one.id() == periodId)
                    .findFirst()
                    .orElseThrow(() -> new NotFound(Text.of("shifts.leave.unknown")));
            em.find(StoredPeriod.class, periodId).withdraw(clock.instant());
            changes.record(
                    memberId,
                    "shifts.audit.withdrawn",
                    by,
                    new FieldChange("period", period.kind().name(), null),
                    new FieldChange("from", period.from().toString(), null));
        });
        seats.follow(changes.workerOf(memberId));
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
        changes.record(
                row.enrolment().memberId(),
                "shifts.audit.given",
                by,
                new FieldChange("period", null, kind.name()),
                new FieldChange("from", null, from.toString()),
                new FieldChange("to", null, to == null ? null : to.toString()));
    }
}
