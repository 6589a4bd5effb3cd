package coop.greffon.shifts.internal.store;

import coop.greffon.members.Household;
import coop.greffon.members.HouseholdRole;
import coop.greffon.members.Households;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.DutyUnit;
import coop.greffon.shifts.internal.rules.Rules;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.rules.Tracks;
import coop.greffon.shifts.internal.setting.RulesInForce;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whose account a duty is on. Where the rules give a household one, it is that of whoever of it was enrolled first, and the others act on it as
 * long as they belong to the household; whoever is enrolled has an account of their own wherever they live.
 */
@Component(service = DutyAccounts.class)
public final class DutyAccounts {
    private static final Set<HouseholdRole> ADULTS = EnumSet.of(HouseholdRole.HOLDER, HouseholdRole.WORKER);

    private final JpaTemplate jpa;
    private final Households households;
    private final WorkerReader reader;
    private final RulesInForce rules;

    @Activate
    public DutyAccounts(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference Households households,
            @Reference WorkerReader reader,
            @Reference RulesInForce rules) {
        this.jpa = jpa;
        this.households = households;
        this.reader = reader;
        this.rules = rules;
    }

    /** The member on whose account somebody acts on a day: themselves where no other is theirs. */
    public long of(long memberId, LocalDate day) {
        return !hasHouseholds(day) || works(memberId, day)
                ? memberId
                : household(memberId, day)
                        .filter(household -> adults(household, day).contains(memberId))
                        .flatMap(household -> common(household, day))
                        .orElse(memberId);
    }

    /** The member by whose account somebody shops on a day, whatever they are in the household: themselves where by no other. */
    public long atTheDoor(long memberId, LocalDate day) {
        return !hasHouseholds(day) || works(memberId, day)
                ? memberId
                : household(memberId, day)
                        .flatMap(household -> common(household, day))
                        .orElse(memberId);
    }

    /**
     * Whoever acts on an account on a day, whose account it is first.
     *
     * @param accountOf the member it is the account of
     */
    public List<Long> people(long accountOf, LocalDate day) {
        if (!hasHouseholds(day)) {
            return List.of(accountOf);
        }
        Set<Long> people = new LinkedHashSet<>(List.of(accountOf));
        household(accountOf, day)
                .filter(household ->
                        common(household, day).filter(id -> id == accountOf).isPresent())
                .ifPresent(household -> adults(household, day).stream()
                        .filter(id -> !works(id, day))
                        .forEach(people::add));
        return List.copyOf(people);
    }

    /** Whoever else would act on the account of somebody, were they enrolled; nobody where the rules of the track give each person one. */
    public List<Long> wouldShare(long memberId, Track track, LocalDate day) {
        boolean isShared = rules.of(track).on(day).duty() == DutyUnit.HOUSEHOLD
                && household(memberId, day)
                        .filter(household -> adults(household, day).contains(memberId))
                        .isPresent();
        return isShared ? companions(memberId, day) : List.of();
    }

    /** Whether there is anybody else in the household of whoever has an account. */
    public boolean isShared(long accountOf, LocalDate day) {
        return household(accountOf, day).map(household -> household.on(day)).orElse(List.of()).stream()
                .anyMatch(person -> person.memberId() != accountOf);
    }

    /** Whether another adult of the household has no account of their own, so that two can come on this one. */
    public boolean hasCompanion(long accountOf, LocalDate day) {
        return !companions(accountOf, day).isEmpty();
    }

    /** The other adults of the household who have no account of their own. */
    List<Long> companions(long accountOf, LocalDate day) {
        return household(accountOf, day).map(household -> adults(household, day)).orElse(Set.of()).stream()
                .filter(id -> id != accountOf && !works(id, day))
                .toList();
    }

    /**
     * Whoever comes to a seat of an account, by what is known of the household on a day; whose account it is where nobody else could.
     *
     * @param accountOf the member it is the account of
     */
    public List<Long> coming(long accountOf, Comes comes, LocalDate day) {
        List<Long> others = comes == Comes.THEMSELVES
                ? List.of()
                : people(accountOf, day).stream().filter(id -> id != accountOf).toList();
        if (others.isEmpty() || comes == Comes.PARTNER) {
            return others.isEmpty() ? List.of(accountOf) : others;
        }
        return Stream.concat(Stream.of(accountOf), others.stream()).toList();
    }

    /** Has nobody else change whose account somebody's household has, until the caller's transaction ends. */
    void lock(EntityManager em, long memberId, LocalDate day) {
        if (hasHouseholds(day)) {
            household(memberId, day).ifPresent(household -> lock(em, household.id()));
        }
    }

    private static void lock(EntityManager em, long householdId) {
        em.createNativeQuery(
                        "insert into greffon_shifts_household_lock (household_id) values (?) on conflict do nothing")
                .setParameter(1, householdId)
                .executeUpdate();
        em.createNativeQuery("select household_id from greffon_shifts_household_lock where household_id = ? for update")
                .setParameter(1, householdId)
                .getResultList();
    }

    /** Nothing is asked of the database where no rules give a household an account. */
    private boolean hasHouseholds(LocalDate day) {
        return Stream.of(Track.FIXED, Track.FLYING)
                .anyMatch(track -> rules.of(track).on(day).duty() == DutyUnit.HOUSEHOLD);
    }

    private boolean works(long memberId, LocalDate day) {
        return working(List.of(memberId), day).size() == 1;
    }

    private Optional<Household> household(long memberId, LocalDate day) {
        return households.of(memberId, day);
    }

    private static Set<Long> adults(Household household, LocalDate day) {
        Set<Long> adults = new LinkedHashSet<>();
        household.on(day).stream()
                .filter(person -> ADULTS.contains(person.role()))
                .forEach(person -> adults.add(person.memberId()));
        return adults;
    }

    /** Whoever left the co-op keeps the others from nothing: they may have an account of their own. */
    private Optional<Long> common(Household household, LocalDate day) {
        List<Long> theirs = working(adults(household, day), day).stream()
                .filter(one -> one.rules().duty() == DutyUnit.HOUSEHOLD)
                .map(Working::memberId)
                .toList();
        Set<Long> former = theirs.isEmpty() ? Set.of() : reader.former(theirs, day);
        return theirs.stream().filter(id -> !former.contains(id)).findFirst();
    }

    private record Working(long memberId, Rules rules) {}

    /** Whoever of some people works on a day, in the order in which they were enrolled, and by which rules. */
    private List<Working> working(Collection<Long> memberIds, LocalDate day) {
        return memberIds.isEmpty()
                ? List.of()
                : jpa.txExpr(TransactionType.Supports, em -> {
                    List<Enrolment> enrolled = enrolled(em, memberIds);
                    Map<Long, Tracks> tracks = enrolled.isEmpty() ? Map.of() : reader.tracks(em, enrolled, null);
                    return enrolled.stream()
                            .filter(one -> tracks.get(one.id()).on(day) != null)
                            .map(one -> new Working(
                                    one.memberId(),
                                    rules.of(tracks.get(one.id())).on(day)))
                            .toList();
                });
    }

    private static List<Enrolment> enrolled(EntityManager em, Collection<Long> memberIds) {
        return em.createQuery(
                        "select w from StoredWorker w where w.memberId in :members order by w.id", StoredWorker.class)
                .setParameter("members", memberIds)
                .getResultStream()
                .map(StoredWorker::enrolment)
                .toList();
    }
}
