package coop.greffon.members.internal.web;

import coop.greffon.members.Household;
import coop.greffon.members.HouseholdRole;
import coop.greffon.web.Visit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Somebody of a household, once, whatever roles they have there.
 *
 * @param roles what they are there, in the order of the household
 */
public record Housemate(long memberId, String name, List<HouseholdRole> roles) {
    /** The people of a household on a day; nobody where there is none. */
    static List<Housemate> of(Optional<Household> household, LocalDate day) {
        Map<Long, Housemate> mates = new LinkedHashMap<>();
        household
                .map(lived -> lived.on(day))
                .orElse(List.of())
                .forEach(person -> mates.computeIfAbsent(
                                person.memberId(), id -> new Housemate(id, person.name(), new ArrayList<>()))
                        .roles()
                        .add(person.role()));
        return List.copyOf(mates.values());
    }

    /** The roles in the reader's language. */
    public String said(Visit visit) {
        return roles.stream().map(role -> visit.t("members.role." + role)).collect(Collectors.joining(", "));
    }
}
