package coop.greffon.shifts.internal.store.slot;

import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.shifts.internal.store.WorkerChanges;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What people can do, so that a seat may ask for it. */
@Component(service = JpaSkills.class)
public final class JpaSkills {
    static final int LONGEST = 60;

    private final JpaTemplate jpa;
    private final WorkerChanges changes;
    private final Clock clock;

    @Activate
    public JpaSkills(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference WorkerChanges changes,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.changes = changes;
        this.clock = clock;
    }

    /** Everything that a seat asks for or somebody can do, who leads among it. */
    public Set<String> known() {
        Set<String> known = new TreeSet<>(List.of(Skills.LEADER));
        jpa.tx(TransactionType.Supports, em -> {
            known.addAll(em.createQuery("select distinct s.skill from StoredSkill s", String.class)
                    .getResultList());
            known.addAll(em.createQuery(
                            "select distinct s.skill from StoredTemplateSeat s where s.skill is not null", String.class)
                    .getResultList());
        });
        return known;
    }

    /** What everybody can do, by the ids of the members; who can do nothing in particular is missing. */
    public Map<Long, TreeSet<String>> all() {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select w.memberId, s.skill from StoredSkill s, StoredWorker w where w.id = s.workerId",
                                Object[].class)
                        .getResultStream()
                        .collect(Collectors.groupingBy(
                                row -> (Long) row[0],
                                TreeMap::new,
                                Collectors.mapping(row -> (String) row[1], Collectors.toCollection(TreeSet::new)))));
    }

    /** What somebody can do, by the id of the member. */
    public Set<String> of(long memberId) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> new TreeSet<>(em.createQuery(
                                "select s.skill from StoredSkill s, StoredWorker w"
                                        + " where w.id = s.workerId and w.memberId = :id",
                                String.class)
                        .setParameter("id", memberId)
                        .getResultList()));
    }

    /**
     * Says all that somebody can do.
     *
     * @throws InvalidInput where a skill is blank or has more than 60 characters
     * @throws NotFound where they do not work
     */
    public void say(long memberId, Set<String> skills, Actor by) {
        skills.stream()
                .filter(skill -> skill.isBlank() || skill.length() > LONGEST)
                .findFirst()
                .ifPresent(skill -> {
                    throw new InvalidInput(FieldError.of("skills", skill, Text.of("shifts.skill.long", LONGEST)));
                });
        changes.requireOther(memberId, by);
        changes.change(memberId, by, (em, row) -> {
            Set<String> before = Slots.skillsOf(em, row.id());
            if (before.equals(skills)) {
                return;
            }
            before.stream()
                    .filter(skill -> !skills.contains(skill))
                    .forEach(skill -> em.remove(em.find(StoredSkill.class, new StoredSkill.Key(row.id(), skill))));
            skills.stream()
                    .filter(skill -> !before.contains(skill))
                    .forEach(skill -> em.persist(new StoredSkill(row.id(), skill, clock.instant())));
            changes.record(
                    memberId,
                    "shifts.audit.skills",
                    by,
                    new FieldChange("skills", String.join(", ", before), String.join(", ", new TreeSet<>(skills))));
        });
    }
}
