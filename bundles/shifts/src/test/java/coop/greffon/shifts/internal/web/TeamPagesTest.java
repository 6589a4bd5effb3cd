package coop.greffon.shifts.internal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.problem.InvalidInput;
import coop.greffon.shifts.internal.store.slot.FixedPlace;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody has the places 4 and 9. */
class TeamPagesTest {
    private static final List<FixedPlace> HELD = List.of(place(4), place(9));

    private static FixedPlace place(long id) {
        return new FixedPlace(id, 1, 0, 128, LocalDate.parse("2027-01-04"), null);
    }

    @Test
    void whatIsLeftIsAllOrOneOrNothing() {
        assertThat(TeamPages.left("all", HELD)).containsExactly(4L, 9L);
        assertThat(TeamPages.left("9", HELD)).containsExactly(9L);
        assertThat(TeamPages.left(null, HELD)).isEmpty();
    }

    /** Passed over, they would have the new place and the old one. */
    @Test
    void aPlaceThatIsGoneMeanwhileIsAskedForAllTheSame() {
        assertThat(TeamPages.left("5", HELD)).containsExactly(5L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "99999999999999999999"})
    void whatIsNoPlaceIsRefused(String leaving) {
        assertThatThrownBy(() -> TeamPages.left(leaving, HELD))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors().get(0).field()).isEqualTo("leaving"));
    }
}
