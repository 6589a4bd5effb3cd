package coop.greffon.core.internal.shell;

import coop.greffon.core.identity.Role;
import coop.greffon.core.identity.Roles;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes roles. */
@Service
public final class RoleNames implements Completer {
    @Reference
    private Roles roles;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        var names = new StringsCompleter();
        roles.all().stream().map(Role::id).forEach(names.getStrings()::add);
        return names.complete(session, line, candidates);
    }
}
