package coop.greffon.shifts.internal.store.slot;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.core.problem.StaleEdit;
import coop.greffon.core.validation.Validation;
import coop.greffon.shifts.internal.setting.RulesInForce;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Slots that come back. Whatever is changed about one is followed by its shifts to come, at once. */
@Component(service = JpaTemplates.class)
public final class JpaTemplates {
    /** What the audit calls them. */
    public static final String RECORD = "shifts.template";

    private static final int MOST_SEATS = 200;

    /** An end before the start is that of the next day: what would last longer is a slip of the hand. */
    private static final Duration LONGEST = Duration.ofHours(12);

    private final JpaTemplate jpa;
    private final Generation generation;
    private final RulesInForce rules;
    private final Validation validation;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public JpaTemplates(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference Generation generation,
            @Reference RulesInForce rules,
            @Reference Validation validation,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.generation = generation;
        this.rules = rules;
        this.validation = validation;
        this.audit = audit;
        this.clock = clock;
    }

    /** All of them, in the order of the cycle. */
    public List<Template> all() {
        return jpa.txExpr(TransactionType.Supports, Slots::templates);
    }

    /**
     * The one of an id.
     *
     * @throws NotFound where there is none
     */
    public Template get(long id) {
        return jpa.txExpr(TransactionType.Supports, em -> Slots.template(em, id))
                .orElseThrow(JpaTemplates::unknown);
    }

    static NotFound unknown() {
        return new NotFound(Text.of("shifts.template.unknown"));
    }

    /**
     * Has a slot come back from a day on. Asked again with the same key, the first answer is given.
     *
     * @throws InvalidInput where a field cannot be accepted
     */
    public Template add(TemplateDraft draft, Actor by) {
        validate(draft);
        try {
            return jpa.txExpr(TransactionType.Required, em -> add(em, draft, by));
        } catch (RuntimeException failed) {
            // Of two at once one finds the key of the other taken: then it is as if it had come later.
            return jpa.txExpr(TransactionType.Supports, em -> repeated(em, draft.requestKey()))
                    .orElseThrow(() -> failed);
        }
    }

    private Template add(EntityManager em, TemplateDraft draft, Actor by) {
        Optional<Template> there = repeated(em, draft.requestKey());
        if (there.isPresent()) {
            return there.get();
        }
        var row = new StoredTemplate(draft, clock.instant());
        em.persist(row);
        em.flush();
        seats(em, row.id(), draft);
        generation.write(em, row.id(), today());
        Template added = Slots.template(em, row.id()).orElseThrow();
        record("shifts.audit.template-added", row.id(), by, changes(null, added));
        return added;
    }

    private static Optional<Template> repeated(EntityManager em, String requestKey) {
        return requestKey == null
                ? Optional.empty()
                : em.createQuery("select t from StoredTemplate t where t.requestKey = :key", StoredTemplate.class)
                        .setParameter("key", requestKey)
                        .getResultStream()
                        .findFirst()
                        .flatMap(row -> Slots.template(em, row.id()));
    }

    /**
     * Changes a slot, and with it its shifts to come.
     *
     * @param revision the one the caller saw
     * @throws StaleEdit where somebody changed it since
     * @throws InvalidInput where a field cannot be accepted
     * @throws NotFound where there is no such slot
     */
    public Template change(long id, long revision, TemplateDraft draft, Actor by) {
        validate(draft);
        return jpa.txExpr(TransactionType.Required, em -> {
            StoredTemplate row = locked(em, id);
            Template before = Slots.template(em, id).orElseThrow();
            requireSeen(before, revision, draft);
            row.become(draft);
            em.createQuery("delete from StoredTemplateSeat s where s.templateId = :template")
                    .setParameter("template", id)
                    .executeUpdate();
            seats(em, id, draft);
            generation.write(em, id, today());
            Template after = Slots.template(em, id).orElseThrow();
            record("shifts.audit.template-changed", id, by, changes(before, after));
            return after;
        });
    }

    private static void requireSeen(Template before, long revision, TemplateDraft draft) {
        if (before.revision() != revision) {
            List<FieldError> changes = new ArrayList<>();
            facts(before).forEach((field, value) -> {
                if (!Objects.equals(value, facts(draft).get(field))) {
                    changes.add(FieldError.of(field, value, Text.of("shifts.template.changed")));
                }
            });
            throw new StaleEdit(changes);
        }
    }

    /**
     * Ends a slot: its shifts after a day no longer take place.
     *
     * @param on its last day
     * @throws InvalidInput where it would end before it began
     * @throws NotFound where there is no such slot
     */
    public void end(long id, LocalDate on, Actor by) {
        jpa.tx(TransactionType.Required, em -> {
            StoredTemplate row = locked(em, id);
            Template before = Slots.template(em, id).orElseThrow();
            requireOrder("on", before.recurrence().from(), on);
            if (on.equals(before.recurrence().to())) {
                return;
            }
            row.end(on);
            generation.write(em, id, today());
            record(
                    "shifts.audit.template-ended",
                    id,
                    by,
                    List.of(new FieldChange("to", text(before.recurrence().to()), on.toString())));
        });
    }

    /**
     * Removes a slot that nothing ever happened on.
     *
     * @throws Refused where it has a past, a booking or a fixed place: then it can be ended
     * @throws NotFound where there is no such slot
     */
    public void remove(long id, Actor by) {
        jpa.tx(TransactionType.Required, em -> {
            locked(em, id);
            Template before = Slots.template(em, id).orElseThrow();
            if (hasHistory(em, id)) {
                throw new Refused(Text.of("shifts.template.history"));
            }
            for (String rows : List.of(
                    "delete from StoredSeat s where s.shiftId in (select t.id from StoredShift t where t.templateId = :id)",
                    "delete from StoredShift s where s.templateId = :id",
                    "delete from StoredTemplateSeat s where s.templateId = :id",
                    "delete from StoredTemplate t where t.id = :id")) {
                em.createQuery(rows).setParameter("id", id).executeUpdate();
            }
            record("shifts.audit.template-removed", id, by, List.of(new FieldChange("job", before.job(), null)));
        });
    }

    private boolean hasHistory(EntityManager em, long id) {
        boolean hasPast = Slots.exists(
                em, "select s.id from StoredShift s where s.templateId = :id and s.onDay < :day", id, today());
        return hasPast
                || Slots.exists(em, "select p.id from StoredFixedPlace p where p.templateId = :id", id, null)
                || Slots.exists(
                        em,
                        "select b.id from StoredBooking b, StoredShift s where b.shiftId = s.id and s.templateId = :id",
                        id,
                        null);
    }

    private static StoredTemplate locked(EntityManager em, long id) {
        return Optional.ofNullable(em.find(StoredTemplate.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(JpaTemplates::unknown);
    }

    private static void seats(EntityManager em, long templateId, TemplateDraft draft) {
        List<String> skills = draft.skills();
        for (int position = 0; position < skills.size(); position++) {
            em.persist(new StoredTemplateSeat(templateId, position, skills.get(position)));
        }
        em.flush();
    }

    private void validate(TemplateDraft draft) {
        validation.valid(draft);
        draft.wanted().forEach(JpaTemplates::requireSkill);
        int asking = draft.leaders()
                + draft.wanted().values().stream().mapToInt(Integer::intValue).sum();
        if (asking > draft.seats()) {
            throw new InvalidInput(
                    FieldError.of("seats", draft.seats(), Text.of("shifts.template.too-few-seats", asking)));
        }
        if (draft.minimum() > draft.seats()) {
            throw new InvalidInput(
                    FieldError.of("minimum", draft.minimum(), Text.of("shifts.template.minimum", draft.seats())));
        }
        int weeks = rules.weeks(today());
        if (draft.week() != null && draft.week() > weeks) {
            throw new InvalidInput(FieldError.of("week", draft.week(), Text.of("shifts.template.week", weeks)));
        }
        if (draft.starts().equals(draft.ends())) {
            throw new InvalidInput(FieldError.of("ends", draft.ends(), Text.of("shifts.template.no-time")));
        }
        Duration length = draft.recurrence().length();
        if (length.compareTo(LONGEST) > 0) {
            Text tooLong =
                    Text.of("shifts.template.too-long", length.toHours(), length.toMinutesPart(), LONGEST.toHours());
            throw new InvalidInput(FieldError.of("ends", draft.ends(), tooLong));
        }
        requireOrder("to", draft.from(), draft.to());
    }

    private static void requireSkill(String skill, Integer count) {
        if (skill.isBlank() || skill.length() > JpaSkills.LONGEST) {
            throw new InvalidInput(FieldError.of("wanted", skill, Text.of("shifts.skill.long", JpaSkills.LONGEST)));
        }
        if (count == null || count < 1 || count > MOST_SEATS) {
            throw new InvalidInput(FieldError.of("wanted", count, Text.of("shifts.skill.count", skill, MOST_SEATS)));
        }
    }

    private static void requireOrder(String field, LocalDate from, LocalDate to) {
        if (to != null && to.isBefore(from)) {
            throw new InvalidInput(FieldError.of(field, to, Text.of("shifts.leave.order", from)));
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private void record(String what, long id, Actor by, List<FieldChange> fields) {
        audit.record(by, what, RECORD, Long.toString(id), fields);
    }

    private static List<FieldChange> changes(Template before, Template after) {
        Map<String, String> was = before == null ? Map.of() : facts(before);
        return facts(after).entrySet().stream()
                .filter(fact -> !Objects.equals(fact.getValue(), was.get(fact.getKey())))
                .map(fact -> new FieldChange(fact.getKey(), was.get(fact.getKey()), fact.getValue()))
                .toList();
    }

    private static Map<String, String> facts(Template template) {
        var recurrence = template.recurrence();
        return TemplateFacts.of(template.job(), recurrence, template.worth(), template.minimum(), template.skills());
    }

    private static Map<String, String> facts(TemplateDraft draft) {
        return TemplateFacts.of(
                draft.job().strip(), draft.recurrence(), draft.worth(), draft.minimum(), draft.skills());
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
