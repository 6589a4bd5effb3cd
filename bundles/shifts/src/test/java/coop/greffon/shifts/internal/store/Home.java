package coop.greffon.shifts.internal.store;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;

import coop.greffon.members.Household;
import coop.greffon.members.Household.Person;
import coop.greffon.members.HouseholdRole;
import java.time.LocalDate;
import java.util.List;

/** The one household of a test, whose people have belonged to it since 5 January 2026 unless it says otherwise. */
public final class Home {
    public static final long PAUL = 129;
    public static final long ALMA = 130;
    public static final long ZOE = 131;

    private static final LocalDate SINCE = LocalDate.parse("2026-01-05");

    private final List<Household> homes;

    Home(List<Household> homes) {
        this.homes = homes;
    }

    /** From now on it is these. */
    public void of(Person... people) {
        homes.clear();
        homes.add(new Household(1, List.of(people)));
    }

    /** Inès holds it, and Paul works for it. */
    public void ofTwo() {
        of(holder(INES, null), worker(PAUL, null));
    }

    /**
     * Inès holds it, Paul works for it, Alma shops, and Zoé is a child.
     *
     * @param inesTo the last day of Inès in it, null for still
     * @param paulTo that of Paul
     */
    public void ofFour(LocalDate inesTo, LocalDate paulTo) {
        of(
                holder(INES, inesTo),
                worker(PAUL, paulTo),
                person(ALMA, HouseholdRole.SHOPPER, SINCE, null),
                person(ZOE, HouseholdRole.MINOR, SINCE, null));
    }

    /** Whose household it is, until a last day, null for still. */
    public static Person holder(long id, LocalDate to) {
        return person(id, HouseholdRole.HOLDER, SINCE, to);
    }

    /** Another adult, until a last day, null for still. */
    public static Person worker(long id, LocalDate to) {
        return person(id, HouseholdRole.WORKER, SINCE, to);
    }

    public static Person person(long id, HouseholdRole role, LocalDate from, LocalDate to) {
        return new Person(id, "M" + id, role, from, to);
    }
}
