package coop.greffon.web.internal.account;

import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.AccountOverview;
import coop.greffon.core.identity.AccountQuery;
import coop.greffon.core.identity.AccountQuery.Order;
import coop.greffon.core.identity.Accounts;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.web.table.Rows;
import coop.greffon.web.table.TableQuery;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** The accounts a reader asks for. */
record AccountRows(Accounts accounts) implements Rows<AccountOverview> {
    static final String TEXT = "q";
    static final String ROLE = "role";
    static final String STATE = "state";
    static final String LAST = "last";
    private static final int AT_ONCE = 500;

    @Override
    public Slice<AccountOverview> slice(TableQuery query) {
        AccountQuery wanted = wanted(query);
        return new Slice<>(accounts.find(wanted, query.skip(), query.size()), Total.of(accounts.count(wanted)));
    }

    @Override
    public void each(TableQuery query, Consumer<AccountOverview> row) {
        AccountQuery wanted = wanted(query);
        int skip = 0;
        List<AccountOverview> some = accounts.find(wanted, skip, AT_ONCE);
        while (!some.isEmpty()) {
            some.forEach(row);
            skip += some.size();
            some = accounts.find(wanted, skip, AT_ONCE);
        }
    }

    private static AccountQuery wanted(TableQuery query) {
        return new AccountQuery(
                query.filter(TEXT),
                query.filter(ROLE),
                state(query.filter(STATE)),
                LAST.equals(query.sort()) ? Order.LAST_SIGN_IN : Order.NAME,
                query.isDescending());
    }

    /** The state of a name, null for null. */
    static Account.State state(String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(Account.State.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(FieldError.of(STATE, name, Text.of("core.setting.error.choice"))));
    }
}
