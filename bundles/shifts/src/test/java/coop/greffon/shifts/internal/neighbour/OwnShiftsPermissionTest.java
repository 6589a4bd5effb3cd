package coop.greffon.shifts.internal.neighbour;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.AccountDraft;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.testing.TestDatabase;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnShiftsPermissionTest {
    private final WorkFixture fixture = new WorkFixture(TestDatabase.H2);

    private Set<String> permissions(Account account) {
        return new OwnShiftsPermission().permissions(account, fixture.clock.instant());
    }

    /** An account that was opened from an invitation has no role. */
    @Test
    void whoeverHasARecordDoesAllThatIsTheirOwnWithoutARole() {
        Account member = fixture.accounts.find(fixture.accountOf(INES)).orElseThrow();
        Account nobody = fixture.accounts.create(
                new AccountDraft(null, "Nadia", Locale.FRENCH, Set.of("nadia@example.org"), Set.of()), NADIA);

        assertThat(permissions(member))
                .containsExactlyInAnyOrder(
                        "shifts.self.read", "shifts.slot.list", "shifts.slot.book", "shifts.leave.ask");
        assertThat(permissions(nobody)).isEmpty();
    }
}
