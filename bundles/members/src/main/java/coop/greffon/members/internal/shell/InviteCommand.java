package coop.greffon.members.internal.shell;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.members.internal.account.Invitations;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Invites every member who has a mail and no online account yet, as the page does. */
@Service
@Command(
        scope = "members",
        name = "invite",
        description = "Sends the activation mail to every member who has a mail and no account yet")
public final class InviteCommand extends MembersAction {
    @Option(name = "--dry-run", description = "Tells how many would be invited, and does nothing")
    private boolean dryRun;

    @Reference
    private Invitations invitations;

    @Override
    void run() {
        System.out.println(t(
                dryRun
                        ? Text.of("members.console.invite-would", invitations.uninvited())
                        : Text.of("members.console.invite-done", invitations.inviteAll(Actor.console()))));
    }
}
