package coop.greffon.core.internal.shell;

import coop.greffon.core.console.Listing;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.mail.Dispatch;
import coop.greffon.core.mail.Mail;
import coop.greffon.core.mail.Mails;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import java.util.Arrays;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Prints what became of the letters. */
@Service
@Command(scope = "greffon", name = "mails", description = "Lists the letters, tries them again or gives one up")
public final class MailsCommand extends SpokenAction {
    @Option(name = "--state", description = "Only those that are waiting, held, failed, sent or cancelled")
    @Completion(
            value = StringsCompleter.class,
            values = {"waiting", "held", "failed", "sent", "cancelled"})
    private String state;

    @Option(name = "--most", description = "How many at most")
    private int most = 50;

    @Option(name = "--retry", description = "Tries the letter of this number again")
    private Long retry;

    @Option(name = "--retry-all", description = "Tries every letter again that waits or failed")
    private boolean retryAll;

    @Option(name = "--cancel", description = "Gives the letter of this number up")
    private Long cancel;

    @Option(name = "--output", description = "table, json or csv")
    @Completion(
            value = StringsCompleter.class,
            values = {Listing.TABLE, Listing.JSON, Listing.CSV})
    private String output = Listing.TABLE;

    @Reference
    private Mails mails;

    @Override
    void run() {
        if (retry != null) {
            mails.retry(retry, Actor.console());
        }
        if (cancel != null) {
            mails.cancel(cancel, Actor.console());
        }
        if (retryAll) {
            mails.retryAll(Actor.console());
        }
        var listing =
                new Listing("id", "state", "to", "title", "written", "sent", "next", "attempts", "failure", "message");
        for (Mail mail : mails.list(stateAsked(), 0, Listing.most("--most", most))) {
            listing.row(
                    mail.id(),
                    mail.state().name().toLowerCase(Locale.ROOT),
                    mail.address(),
                    mail.title(),
                    mail.writtenAt(),
                    mail.sentAt(),
                    mail.nextAttemptAt(),
                    mail.attempts(),
                    mail.failure() == null ? null : t(mail.failure()),
                    mail.messageId());
        }
        listing.print(System.out, output);
        if (output.equals(Listing.TABLE) && mails.dispatch() != Dispatch.OPEN) {
            System.out.println(t("core.mail.dispatch." + mails.dispatch().name()));
        }
    }

    private Mail.State stateAsked() {
        if (state == null) {
            return null;
        }
        return Arrays.stream(Mail.State.values())
                .filter(known -> known.name().equalsIgnoreCase(state))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidInput(FieldError.of("--state", state, Text.of("core.mail.state-unknown", state))));
    }
}
