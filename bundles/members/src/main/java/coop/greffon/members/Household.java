package coop.greffon.members;

import java.time.LocalDate;
import java.util.List;

/**
 * People who belong together.
 *
 * @param id its id
 * @param people its people past and present: the holder first, then by the day they came
 */
public record Household(long id, List<Person> people) {
    /**
     * What somebody is, or was, in a household. Who has two roles is there twice.
     *
     * @param memberId who
     * @param name the name shown
     * @param role as what
     * @param from the first day
     * @param to the last day, null for still
     */
    public record Person(long memberId, String name, HouseholdRole role, LocalDate from, LocalDate to) {
        /** Whether it holds on a day. */
        public boolean isOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    public Household {
        people = List.copyOf(people);
    }

    /** The people of a day. */
    public List<Person> on(LocalDate day) {
        return people.stream().filter(person -> person.isOn(day)).toList();
    }
}
