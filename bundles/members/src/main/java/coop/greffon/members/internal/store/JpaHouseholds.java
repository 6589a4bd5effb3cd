package coop.greffon.members.internal.store;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.core.validation.Validation;
import coop.greffon.members.Household;
import coop.greffon.members.HouseholdRole;
import coop.greffon.members.Households;
import coop.greffon.members.Member;
import coop.greffon.members.MemberKind;
import coop.greffon.members.StayDraft;
import coop.greffon.members.internal.rules.HouseholdRules;
import coop.greffon.members.internal.rules.HouseholdRules.Stay;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Households in this bundle's tables. The person's row is locked while the person comes or goes, so nobody is in two at once. */
@Component(service = Households.class)
public final class JpaHouseholds implements Households {
    private final JpaTemplate jpa;
    private final Audit audit;
    private final Validation validation;
    private final Clock clock;

    @Activate
    public JpaHouseholds(
            @Reference(target = "(osgi.unit.name=members)") JpaTemplate jpa,
            @Reference Audit audit,
            @Reference Validation validation,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.audit = audit;
        this.validation = validation;
        this.clock = clock;
    }

    @Override
    public Household found(long holderId, LocalDate from, Actor by) {
        return jpa.txExpr(TransactionType.Required, em -> {
            var household = new StoredHousehold(clock.instant());
            em.persist(household);
            em.flush();
            enter(em, new Stay(household.id(), holderId, HouseholdRole.HOLDER, from, null), by);
            return read(em, household.id());
        });
    }

    @Override
    public Household join(long householdId, StayDraft draft, Actor by) {
        validation.valid(draft);
        return jpa.txExpr(TransactionType.Required, em -> {
            insist(em, householdId);
            enter(em, new Stay(householdId, draft.memberId(), draft.role(), draft.from(), draft.to()), by);
            return read(em, householdId);
        });
    }

    private void enter(EntityManager em, Stay wanted, Actor by) {
        if (JpaMembers.lock(em, wanted.memberId()).kind() != MemberKind.PERSON) {
            throw new InvalidInput(
                    FieldError.of("memberId", wanted.memberId(), Text.of("members.household.only-people")));
        }
        List<Stay> stays = stays(em, "r.memberId = :id", wanted.memberId()).stream()
                .map(JpaHouseholds::stay)
                .toList();
        HouseholdRules.refusal(stays, wanted).ifPresent(error -> {
            throw new InvalidInput(error);
        });
        em.persist(new StoredHouseholdPerson(
                wanted.householdId(), wanted.memberId(), wanted.role(), wanted.from(), wanted.to()));
        em.flush();
        record(
                by,
                "members.audit.household-joined",
                wanted.memberId(),
                new FieldChange("role", null, wanted.role().name()),
                new FieldChange("from", null, wanted.from().toString()),
                new FieldChange(
                        "to", null, wanted.to() == null ? null : wanted.to().toString()));
    }

    @Override
    public Household leave(long householdId, long memberId, HouseholdRole role, LocalDate to, Actor by) {
        return jpa.txExpr(TransactionType.Required, em -> {
            insist(em, householdId);
            JpaMembers.lock(em, memberId);
            List<StoredHouseholdPerson> people = stays(em, "r.householdId = :id", householdId);
            StoredHouseholdPerson ending = people.stream()
                    .filter(person -> person.memberId() == memberId && person.role() == role)
                    .filter(person -> !to.isBefore(person.from()) && (person.to() == null || !to.isAfter(person.to())))
                    .findFirst()
                    .orElseThrow(() ->
                            new InvalidInput(FieldError.of("role", role, Text.of("members.household.role-not-held"))));
            ending.end(to);
            if (HouseholdRules.leavesNobodyInCharge(
                    people.stream().map(JpaHouseholds::stay).toList(), to)) {
                throw new Refused(Text.of("members.household.nobody-in-charge"));
            }
            em.flush();
            record(
                    by,
                    "members.audit.household-left",
                    memberId,
                    new FieldChange("role", role.name(), null),
                    new FieldChange("to", null, to.toString()));
            return read(em, householdId);
        });
    }

    private static void insist(EntityManager em, long householdId) {
        if (em.find(StoredHousehold.class, householdId) == null) {
            throw new NotFound(Text.of("members.household.unknown", Long.toString(householdId)));
        }
    }

    @Override
    public Optional<Household> find(long householdId) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> Optional.ofNullable(em.find(StoredHousehold.class, householdId))
                        .map(found -> read(em, found.id())));
    }

    @Override
    public Optional<Household> of(long memberId, LocalDate on) {
        return history(memberId).stream()
                .filter(household -> household.on(on).stream().anyMatch(person -> person.memberId() == memberId))
                .findFirst();
    }

    @Override
    public List<Household> history(long memberId) {
        return jpa.txExpr(TransactionType.Supports, em -> {
            Map<Long, LocalDate> latest = new LinkedHashMap<>();
            for (StoredHouseholdPerson stay : stays(em, "r.memberId = :id", memberId)) {
                LocalDate until = stay.to() == null ? LocalDate.MAX : stay.to();
                latest.merge(stay.householdId(), until, (left, right) -> left.isAfter(right) ? left : right);
            }
            return latest.entrySet().stream()
                    .sorted(Map.Entry.<Long, LocalDate>comparingByValue().reversed())
                    .map(household -> read(em, household.getKey()))
                    .toList();
        });
    }

    private static List<StoredHouseholdPerson> stays(EntityManager em, String condition, long id) {
        return em.createQuery(
                        "select r from StoredHouseholdPerson r where " + condition + " order by r.validFrom, r.id",
                        StoredHouseholdPerson.class)
                .setParameter("id", id)
                .getResultList();
    }

    private static Stay stay(StoredHouseholdPerson row) {
        return new Stay(row.householdId(), row.memberId(), row.role(), row.from(), row.to());
    }

    private static Household read(EntityManager em, long householdId) {
        List<StoredHouseholdPerson> rows = stays(em, "r.householdId = :id", householdId);
        Map<Long, Member> members = new MemberReader(em)
                .read(rows.stream()
                        .map(StoredHouseholdPerson::memberId)
                        .distinct()
                        .toList());
        List<Household.Person> people = new ArrayList<>(rows.stream()
                .map(row -> new Household.Person(
                        row.memberId(), members.get(row.memberId()).name(), row.role(), row.from(), row.to()))
                .toList());
        people.sort(Comparator.comparing((Household.Person person) -> person.role() != HouseholdRole.HOLDER)
                .thenComparing(Household.Person::from));
        return new Household(householdId, people);
    }

    private void record(Actor by, String action, long memberId, FieldChange... fields) {
        audit.record(by, action, JpaMembers.RECORD, Long.toString(memberId), List.of(fields));
    }
}
