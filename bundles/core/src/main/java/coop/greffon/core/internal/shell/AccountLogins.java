package coop.greffon.core.internal.shell;

import coop.greffon.core.identity.AccountQuery;
import coop.greffon.core.identity.AccountQuery.Order;
import coop.greffon.core.identity.Accounts;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes what accounts sign in with. */
@Service
public final class AccountLogins implements Completer {
    private static final int MOST = 100;

    @Reference
    private Accounts accounts;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        String argument = line.getCursorArgument() == null ? "" : line.getCursorArgument();
        String typed = argument.substring(0, Math.min(line.getArgumentPosition(), argument.length()));
        var logins = new StringsCompleter();
        accounts.find(new AccountQuery(typed.isEmpty() ? null : typed, null, null, Order.NAME, false), 0, MOST)
                .forEach(row -> logins.getStrings().addAll(row.account().logins()));
        return logins.complete(session, line, candidates);
    }
}
