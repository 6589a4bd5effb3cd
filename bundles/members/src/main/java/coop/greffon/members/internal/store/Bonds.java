package coop.greffon.members.internal.store;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.members.HouseholdRole;
import coop.greffon.members.internal.store.BulkMembers.Bond;
import coop.greffon.members.internal.store.BulkMembers.CoMember;
import coop.greffon.members.internal.store.BulkMembers.ContactOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;

/** Binds people to households and organisations from today on, many at once. */
final class Bonds {
    private static final int OF_AGE = 18;

    private final EntityManager em;
    private final Audit audit;
    private final Instant now;
    private final LocalDate today;
    private final Actor by;
    private final Map<Long, StoredMember> people = new HashMap<>();

    Bonds(EntityManager em, Audit audit, Instant now, LocalDate today, Actor by) {
        this.em = em;
        this.audit = audit;
        this.now = now;
        this.today = today;
        this.by = by;
    }

    /**
     * Binds people; who is bound so already stays as they are.
     *
     * @param bonds by the id of the person
     * @return what changed, by the id of the person
     */
    Map<Long, FieldChange> tie(Map<Long, Bond> bonds) {
        if (bonds.isEmpty()) {
            return Map.of();
        }
        Set<Long> ids = new HashSet<>(bonds.keySet());
        bonds.values().forEach(bond -> ids.add(bond.to()));
        rows(StoredMember.class, "r.id in :ids", ids).forEach(row -> people.put(row.id(), row));
        Map<Long, FieldChange> changes = new LinkedHashMap<>();
        changes.putAll(settle(ofType(bonds, CoMember.class)));
        changes.putAll(introduce(ofType(bonds, ContactOf.class)));
        em.flush();
        return changes;
    }

    private static Map<Long, Long> ofType(Map<Long, Bond> bonds, Class<? extends Bond> type) {
        Map<Long, Long> found = new LinkedHashMap<>();
        bonds.forEach((id, bond) -> {
            if (type.isInstance(bond)) {
                found.put(id, bond.to());
            }
        });
        return found;
    }

    private Map<Long, FieldChange> settle(Map<Long, Long> holders) {
        Set<Long> ids = new HashSet<>(holders.keySet());
        ids.addAll(holders.values());
        Map<Long, StoredHouseholdPerson> stays = new HashMap<>();
        open(ids).forEach(stay -> stays.merge(stay.memberId(), stay, Bonds::holding));
        Map<Long, Long> households = householdsOf(holders.values(), stays);
        Map<Long, String> before = holdersOf(holders.keySet(), stays);
        Map<Long, FieldChange> changes = new LinkedHashMap<>();
        holders.forEach((person, holder) -> {
            var stay = stays.get(person);
            // Earlier lines may have moved the holder, and the person along with whoever held their household.
            long household = stays.containsKey(holder) ? stays.get(holder).householdId() : households.get(holder);
            if (stay == null || stay.householdId() != household) {
                stays.putAll(move(person, stay, household));
                changes.put(person, new FieldChange("household", before.get(person), name(holder)));
            }
        });
        return changes;
    }

    /** Of two roles of one person, the one that says most about the household. */
    private static StoredHouseholdPerson holding(StoredHouseholdPerson one, StoredHouseholdPerson other) {
        return other.role() == HouseholdRole.HOLDER ? other : one;
    }

    /** The households of those who are to hold them, founded where they have none. */
    private Map<Long, Long> householdsOf(Collection<Long> holders, Map<Long, StoredHouseholdPerson> stays) {
        Map<Long, Long> households = new HashMap<>();
        Map<Long, StoredHousehold> founded = new LinkedHashMap<>();
        for (Long holder : new HashSet<>(holders)) {
            if (stays.containsKey(holder)) {
                households.put(holder, stays.get(holder).householdId());
            } else {
                var household = new StoredHousehold(now);
                em.persist(household);
                founded.put(holder, household);
                households.put(holder, household.id());
            }
        }
        // The database checks that people come after their household, and we do not map what belongs to whom.
        em.flush();
        Map<String, List<FieldChange>> changes = new LinkedHashMap<>();
        founded.forEach((holder, household) -> {
            em.persist(new StoredHouseholdPerson(household.id(), holder, HouseholdRole.HOLDER, today, null));
            changes.put(
                    holder.toString(),
                    List.of(
                            new FieldChange("role", null, HouseholdRole.HOLDER.name()),
                            new FieldChange("from", null, today.toString())));
        });
        audit.recordAll(by, "members.audit.household-joined", JpaMembers.RECORD, changes);
        return households;
    }

    /** Moves somebody with their roles, and where that is who holds a household, all of it: nobody stays behind without a holder. */
    private Map<Long, StoredHouseholdPerson> move(long person, StoredHouseholdPerson stay, long household) {
        List<StoredHouseholdPerson> leaving = stay == null
                ? List.of()
                : rows(StoredHouseholdPerson.class, "r.householdId in :ids", Set.of(stay.householdId())).stream()
                        .filter(this::isOpen)
                        .filter(row -> row.memberId() == person || stay.role() == HouseholdRole.HOLDER)
                        .toList();
        Map<Long, Set<HouseholdRole>> movers = new LinkedHashMap<>();
        movers.put(person, EnumSet.noneOf(HouseholdRole.class));
        // Whoever held the household they leave holds nothing where another one does.
        leaving.forEach(row -> movers.computeIfAbsent(row.memberId(), mover -> EnumSet.noneOf(HouseholdRole.class))
                .add(row.role() == HouseholdRole.HOLDER ? role(row.memberId()) : row.role()));
        if (leaving.isEmpty()) {
            movers.get(person).add(role(person));
        }
        leaving.forEach(row -> {
            if (row.from().isBefore(today)) {
                row.end(today.minusDays(1));
            } else {
                em.remove(row);
            }
        });
        Map<Long, StoredHouseholdPerson> arrived = new HashMap<>();
        movers.forEach((mover, roles) -> roles.forEach(role -> {
            var row = new StoredHouseholdPerson(household, mover, role, today, null);
            em.persist(row);
            arrived.put(mover, row);
        }));
        // The next one to move looks for those of their household.
        em.flush();
        return arrived;
    }

    private HouseholdRole role(long person) {
        var row = people.computeIfAbsent(person, id -> em.find(StoredMember.class, id));
        boolean minor =
                row.birthDate() != null && row.birthDate().plusYears(OF_AGE).isAfter(today);
        return minor ? HouseholdRole.MINOR : HouseholdRole.SHOPPER;
    }

    private Map<Long, FieldChange> introduce(Map<Long, Long> organisations) {
        Map<Long, List<StoredContactPerson>> known = organisations.isEmpty()
                ? Map.of()
                : rows(StoredContactPerson.class, "r.personId in :ids", organisations.keySet()).stream()
                        .filter(row -> row.to() == null || !row.to().isBefore(today))
                        .collect(Collectors.groupingBy(StoredContactPerson::personId));
        Map<Long, FieldChange> changes = new LinkedHashMap<>();
        organisations.forEach((person, organisation) -> {
            List<StoredContactPerson> at = known.getOrDefault(person, List.of());
            if (at.stream().noneMatch(row -> row.organisationId() == organisation)) {
                var former = at.isEmpty() ? null : at.get(at.size() - 1);
                if (former != null) {
                    leave(former);
                }
                em.persist(new StoredContactPerson(organisation, person, null, today, null));
                changes.put(
                        person,
                        new FieldChange(
                                "organisation",
                                former == null ? null : name(former.organisationId()),
                                name(organisation)));
            }
        });
        return changes;
    }

    private void leave(StoredContactPerson former) {
        if (former.from().isBefore(today)) {
            former.end(today.minusDays(1));
        } else {
            em.remove(former);
        }
    }

    private List<StoredHouseholdPerson> open(Set<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : rows(StoredHouseholdPerson.class, "r.memberId in :ids", ids).stream()
                        .filter(this::isOpen)
                        .toList();
    }

    private boolean isOpen(StoredHouseholdPerson row) {
        return row.to() == null || !row.to().isBefore(today);
    }

    /** The name of who holds the household of each of those people who have one. */
    private Map<Long, String> holdersOf(Set<Long> ids, Map<Long, StoredHouseholdPerson> stays) {
        Set<Long> households = new HashSet<>();
        stays.values().stream()
                .filter(stay -> ids.contains(stay.memberId()))
                .forEach(stay -> households.add(stay.householdId()));
        Map<Long, String> holders = new HashMap<>();
        if (!households.isEmpty()) {
            rows(StoredHouseholdPerson.class, "r.householdId in :ids", households).stream()
                    .filter(row -> isOpen(row) && row.role() == HouseholdRole.HOLDER)
                    .forEach(row -> holders.putIfAbsent(row.householdId(), name(row.memberId())));
        }
        Map<Long, String> names = new HashMap<>();
        ids.stream()
                .filter(stays::containsKey)
                .forEach(id -> names.put(id, holders.get(stays.get(id).householdId())));
        return names;
    }

    private String name(long id) {
        return people.computeIfAbsent(id, unknown -> em.find(StoredMember.class, unknown))
                .name();
    }

    private <T> List<T> rows(Class<T> type, String condition, Collection<Long> ids) {
        return new ArrayList<>(em.createQuery(
                        "select r from " + type.getSimpleName() + " r where " + condition + " order by r.id", type)
                .setParameter("ids", ids)
                .getResultList());
    }
}
