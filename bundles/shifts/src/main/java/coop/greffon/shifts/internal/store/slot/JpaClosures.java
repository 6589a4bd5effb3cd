package coop.greffon.shifts.internal.store.slot;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.validation.Validation;
import coop.greffon.shifts.internal.rules.slot.Closure;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Days on which nothing takes place. The shifts to come follow at once. */
@Component(service = JpaClosures.class)
public final class JpaClosures {
    private static final int LONGEST = 400;

    private final JpaTemplate jpa;
    private final Generation generation;
    private final Validation validation;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public JpaClosures(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference Generation generation,
            @Reference Validation validation,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.generation = generation;
        this.validation = validation;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that hold, the earliest first. */
    public List<Closure> all() {
        return jpa.txExpr(TransactionType.Supports, Slots::closures);
    }

    /**
     * Looks at a closure before it is written down.
     *
     * @throws InvalidInput where the days end before they begin, are over, or are more than a year
     */
    public void check(ClosureDraft draft) {
        validation.valid(draft);
        if (draft.to().isBefore(draft.from())) {
            throw new InvalidInput(FieldError.of("to", draft.to(), Text.of("shifts.leave.order", draft.from())));
        }
        if (draft.to().isBefore(LocalDate.now(clock))) {
            throw new InvalidInput(FieldError.of("to", draft.to(), Text.of("shifts.closure.over")));
        }
        if (draft.from().plusDays(LONGEST).isBefore(draft.to())) {
            throw new InvalidInput(FieldError.of("to", draft.to(), Text.of("shifts.closure.long", LONGEST)));
        }
    }

    /**
     * Closes on some days. Asked again for the same, nothing changes.
     *
     * @throws InvalidInput where the days end before they begin, are over, or are more than a year
     */
    public void add(ClosureDraft draft, Actor by) {
        check(draft);
        jpa.tx(TransactionType.Required, em -> {
            boolean isThere = Slots.closures(em).stream()
                    .anyMatch(one -> one.from().equals(draft.from())
                            && one.to().equals(draft.to())
                            && one.makeUps() == draft.makeUps());
            if (!isThere) {
                var row = new StoredClosure(draft, clock.instant());
                em.persist(row);
                em.flush();
                follow(em, LocalDate.now(clock));
                record("shifts.audit.closed", row.closure(), by);
            }
        });
    }

    /**
     * Opens again on days that were to be closed; what was closed stays so. Withdrawn again, nothing changes.
     *
     * @throws NotFound where there are no such days
     */
    public void withdraw(long id, Actor by) {
        jpa.tx(TransactionType.Required, em -> {
            StoredClosure row = Optional.ofNullable(em.find(StoredClosure.class, id))
                    .orElseThrow(() -> new NotFound(Text.of("shifts.closure.unknown")));
            if (!row.isWithdrawn()) {
                row.withdraw(clock.instant());
                em.flush();
                follow(em, LocalDate.now(clock));
                record("shifts.audit.opened", row.closure(), by);
            }
        });
    }

    private void follow(EntityManager em, LocalDate today) {
        em.createQuery("select t.id from StoredTemplate t order by t.id", Long.class)
                .getResultList()
                .forEach(id -> generation.write(em, id, today));
    }

    private void record(String what, Closure closure, Actor by) {
        audit.record(
                by,
                what,
                "shifts.closure",
                Long.toString(closure.id()),
                List.of(
                        new FieldChange("from", null, closure.from().toString()),
                        new FieldChange("to", null, closure.to().toString()),
                        new FieldChange("reason", null, closure.reason())));
    }
}
