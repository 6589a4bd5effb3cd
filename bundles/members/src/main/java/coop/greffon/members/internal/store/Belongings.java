package coop.greffon.members.internal.store;

import coop.greffon.members.HouseholdRole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManager;

/** To whom people belong: who holds their household, at which organisations they are to be talked to. Many at once. */
public final class Belongings {
    private final EntityManager em;
    private final LocalDate today;

    public Belongings(EntityManager em, LocalDate today) {
        this.em = em;
        this.today = today;
    }

    /**
     * Whom somebody belongs to.
     *
     * @param to the holder of the household, or the organisation
     * @param name the name shown
     * @param isHousehold whether it is a household
     */
    public record Belonging(long to, String name, boolean isHousehold) {}

    /** Whom people belong to today, by id; the organisation they came to last stands first. Who belongs to nobody is missing. */
    public Map<Long, List<Belonging>> of(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Object[]> contacts = em.createQuery(
                        "select r.personId, r.organisationId from StoredContactPerson r"
                                + " where r.personId in :ids and (r.validTo is null or r.validTo >= :today)"
                                + " order by r.id desc",
                        Object[].class)
                .setParameter("ids", ids)
                .setParameter("today", today)
                .getResultList();
        List<Object[]> holders = em.createQuery(
                        "select r.memberId, h.memberId from StoredHouseholdPerson r, StoredHouseholdPerson h"
                                + " where r.memberId in :ids and (r.validTo is null or r.validTo >= :today)"
                                + " and r.householdId = h.householdId and h.role = :holder"
                                + " and (h.validTo is null or h.validTo >= :today) and r.memberId <> h.memberId"
                                + " order by r.id desc",
                        Object[].class)
                .setParameter("ids", ids)
                .setParameter("today", today)
                .setParameter("holder", HouseholdRole.HOLDER)
                .getResultList();
        Map<Long, String> names = names(contacts, holders);
        Map<Long, List<Belonging>> belongings = new HashMap<>();
        contacts.forEach(row -> add(belongings, row, names, false));
        holders.forEach(row -> add(belongings, row, names, true));
        return belongings;
    }

    private Map<Long, String> names(List<Object[]> contacts, List<Object[]> holders) {
        Set<Long> ids = new HashSet<>();
        contacts.forEach(row -> ids.add((Long) row[1]));
        holders.forEach(row -> ids.add((Long) row[1]));
        Map<Long, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            em.createQuery("select m from StoredMember m where m.id in :ids", StoredMember.class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(row -> names.put(row.id(), row.name()));
        }
        return names;
    }

    private static void add(
            Map<Long, List<Belonging>> belongings, Object[] row, Map<Long, String> names, boolean household) {
        belongings
                .computeIfAbsent((Long) row[0], nobody -> new ArrayList<>())
                .add(new Belonging((Long) row[1], names.get((Long) row[1]), household));
    }
}
