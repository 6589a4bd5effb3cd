package coop.greffon.members.internal.web;

import static coop.greffon.members.HouseholdRole.HOLDER;
import static coop.greffon.members.HouseholdRole.MINOR;
import static coop.greffon.members.HouseholdRole.SHOPPER;
import static coop.greffon.members.HouseholdRole.WORKER;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.members.Household;
import coop.greffon.members.Household.Person;
import coop.greffon.members.HouseholdRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HousemateTest {
    private static final LocalDate BEGAN = LocalDate.parse("2026-01-05");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private static Person is(long id, String name, HouseholdRole role, LocalDate until) {
        return new Person(id, name, role, BEGAN, until);
    }

    @Test
    void whoHasTwoRolesIsThereOnce() {
        var household = new Household(
                1,
                List.of(
                        is(7, "Odile", HOLDER, null),
                        is(8, "Malo", MINOR, null),
                        is(7, "Odile", WORKER, null),
                        is(9, "Gaël", SHOPPER, TODAY.minusDays(1)),
                        is(7, "Odile", SHOPPER, TODAY.minusDays(1))));

        assertThat(Housemate.of(Optional.of(household), TODAY))
                .containsExactly(
                        new Housemate(7, "Odile", List.of(HOLDER, WORKER)), new Housemate(8, "Malo", List.of(MINOR)));
    }

    @Test
    void whoLivesAloneHasNobody() {
        assertThat(Housemate.of(Optional.empty(), TODAY)).isEmpty();
    }
}
