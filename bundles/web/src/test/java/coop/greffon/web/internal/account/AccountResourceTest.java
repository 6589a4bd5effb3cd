package coop.greffon.web.internal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.identity.AccountQuery;
import coop.greffon.core.identity.Accounts;
import coop.greffon.core.identity.Role;
import coop.greffon.core.identity.Roles;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.web.internal.visit.Proxies;
import coop.greffon.web.internal.visit.Visits;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountResourceTest {
    private final Roles roles = Proxies.of(
            Roles.class,
            (method, arguments) -> List.of(new Role("desk", Text.of("Bureau"), false, Set.of(), Set.of(), 0)));
    /** One account has the role of baskets, a module that is gone. */
    private final Accounts accounts = Proxies.of(
            Accounts.class,
            (method, arguments) ->
                    method.equals("count") ? (Object) (arguments[0].equals(all("baskets")) ? 1L : 0L) : List.of());

    private final AccountResource resource =
            new AccountResource(new AccountDesk(accounts, null, null, roles, Visits.messages(), null), accounts);

    private static AccountQuery all(String role) {
        return new AccountQuery(null, role, null, AccountQuery.Order.NAME, false);
    }

    @Test
    void whoHasARoleOfAModuleThatIsGoneIsFoundByIt() {
        assertThat(resource.list(null, "baskets", null, 1).total()).isEqualTo(1);
        assertThat(resource.list("zoé", "baskets", null, 1).total()).isZero();
    }

    @Test
    void anUnknownRoleIsNamedInsteadOfAnEmptyList() {
        assertThat(resource.list(null, "desk", null, 1).total()).isZero();
        assertThat(resource.list(null, null, null, 1).total()).isZero();
        assertThatThrownBy(() -> resource.list(null, "desck", null, 1))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors()).singleElement().satisfies(error -> {
                            assertThat(error.field()).isEqualTo("role");
                            assertThat(error.value()).isEqualTo("desck");
                        }));
    }
}
