package coop.greffon.members.internal.store;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.persistence.Moments;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.validation.Validation;
import coop.greffon.members.admission.Decision;
import coop.greffon.members.admission.OverrideDraft;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What staff decided about somebody's admission. One decision holds at a time; all of them are kept. */
@Component(service = Overrides.class)
public final class Overrides {
    private static final Duration LONGEST = Duration.ofDays(366);

    private final JpaTemplate jpa;
    private final Audit audit;
    private final Validation validation;
    private final Clock clock;

    @Activate
    public Overrides(
            @Reference(target = "(osgi.unit.name=members)") JpaTemplate jpa,
            @Reference Audit audit,
            @Reference Validation validation,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.audit = audit;
        this.validation = validation;
        this.clock = clock;
    }

    /** What holds at an instant: decided before, not ended by then, not over. */
    public Optional<Decision.Override> at(long memberId, Instant at) {
        return jpa.txExpr(
                TransactionType.Supports, em -> holding(em, memberId, at).map(StoredOverride::value));
    }

    /** All that was ever decided about somebody, oldest first. */
    public List<Decision.Override> all(long memberId) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select o from StoredOverride o where o.memberId = :id order by o.decidedAt, o.id",
                                StoredOverride.class)
                        .setParameter("id", memberId)
                        .getResultStream()
                        .map(StoredOverride::value)
                        .toList());
    }

    private static Optional<StoredOverride> holding(EntityManager em, long memberId, Instant at) {
        return em.createQuery(
                        "select o from StoredOverride o where o.memberId = :id and o.decidedAt <= :at and o.untilAt > :at"
                                + " and (o.endedAt is null or o.endedAt > :at) order by o.decidedAt desc, o.id desc",
                        StoredOverride.class)
                .setParameter("id", memberId)
                .setParameter("at", Moments.stored(at))
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Decides; what was decided before ends. */
    public Decision.Override decide(long memberId, OverrideDraft draft, Actor by) {
        validation.valid(draft);
        Instant now = clock.instant();
        if (!draft.until().isAfter(now) || draft.until().isAfter(now.plus(LONGEST))) {
            throw new InvalidInput(FieldError.of("until", draft.until(), Text.of("members.override.until")));
        }
        return jpa.txExpr(TransactionType.Required, em -> {
            JpaMembers.lock(em, memberId);
            holding(em, memberId, now).ifPresent(earlier -> earlier.end(now));
            var decided = new StoredOverride(memberId, draft, now, by);
            em.persist(decided);
            em.flush();
            audit.record(
                    by,
                    "members.audit.override-set",
                    JpaMembers.RECORD,
                    Long.toString(memberId),
                    List.of(
                            new FieldChange("verdict", null, draft.verdict().name()),
                            new FieldChange("reason", null, draft.reason()),
                            new FieldChange("until", null, draft.until().toString())));
            return decided.value();
        });
    }

    /** Ends what was decided; nothing where nothing was. */
    public void end(long memberId, Actor by) {
        Instant now = clock.instant();
        jpa.tx(TransactionType.Required, em -> {
            JpaMembers.lock(em, memberId);
            holding(em, memberId, now).ifPresent(earlier -> {
                earlier.end(now);
                audit.record(
                        by,
                        "members.audit.override-ended",
                        JpaMembers.RECORD,
                        Long.toString(memberId),
                        List.of(new FieldChange(
                                "verdict", earlier.value().verdict().name(), null)));
            });
        });
    }
}
