package coop.greffon.web.internal.shell;

import coop.greffon.core.console.Listing;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Messages;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Problem;
import coop.greffon.web.internal.https.Https;
import coop.greffon.web.internal.https.Https.Status;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Turns HTTPS on, with a pair of PEM files or with a local authority, and off. */
@Service
@Command(
        scope = "greffon",
        name = "https",
        description =
                "Says how HTTPS stands, turns it on (with etc/https/key.pem and certificate.pem, or a local authority) or off")
public final class HttpsCommand implements Action {
    private static final String STATUS = "status";
    private static final String ON = "on";
    private static final String OFF = "off";
    private static final int LARGEST_PORT = 65_535;

    @Argument(name = "action", description = "status, on or off")
    @Completion(
            value = StringsCompleter.class,
            values = {STATUS, ON, OFF})
    private String action = STATUS;

    @Option(name = "--port", description = "The port to answer HTTPS on")
    private int port = 8443;

    @Option(
            name = "--host",
            description = "A further name or address of this machine; may be given several times",
            multiValued = true)
    private List<String> hosts;

    @Option(name = "--output", description = "table, json or csv")
    @Completion(
            value = StringsCompleter.class,
            values = {Listing.TABLE, Listing.JSON, Listing.CSV})
    private String output = Listing.TABLE;

    @Reference
    private Https https;

    @Reference
    private Messages messages;

    @Override
    public Object execute() throws Exception {
        try {
            print(asked());
        } catch (Problem refused) {
            throw new Exception(Stream.concat(
                            Stream.of(refused.title()),
                            refused.errors().stream().map(FieldError::message))
                    .map(this::t)
                    .collect(Collectors.joining(" ")));
        }
        return null;
    }

    private Status asked() {
        return switch (action) {
            case STATUS -> https.status();
            case ON -> https.on(checked(port), hosts == null ? List.of() : hosts, Actor.console());
            case OFF -> https.off(Actor.console());
            default ->
                throw new InvalidInput(FieldError.of("action", action, Text.of("web.https.action-unknown", action)));
        };
    }

    private static int checked(int port) {
        if (port < 1 || port > LARGEST_PORT) {
            throw new InvalidInput(FieldError.of("--port", port, Text.of("web.https.port-bad", LARGEST_PORT)));
        }
        return port;
    }

    private void print(Status status) {
        boolean isForPeople = output.equals(Listing.TABLE);
        if (isForPeople && !status.isOn()) {
            System.out.println(t(Text.of("web.https.is-off")));
            return;
        }
        new Listing("on", "port", "certificate", "until", "hosts")
                .row(
                        isForPeople ? t(Text.of("web.yes")) : status.isOn(),
                        status.port() == 0 ? null : status.port(),
                        origin(status),
                        status.until(),
                        String.join(" ", status.hosts()))
                .print(System.out, output);
        if (isForPeople && status.authority() != null) {
            System.out.println(t(Text.of("web.https.tablets")));
        }
    }

    private static String origin(Status status) {
        if (status.until() == null) {
            return null;
        }
        return status.authority() == null ? "own" : "local-authority";
    }

    private String t(Text text) {
        Locale machine = Locale.forLanguageTag(Locale.getDefault().getLanguage());
        return messages.text(messages.languages().contains(machine) ? machine : Locale.FRENCH, text);
    }
}
