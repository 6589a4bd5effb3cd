package coop.greffon.core.internal.shell;

import coop.greffon.core.console.Listing;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.signing.PublishedKey;
import coop.greffon.core.signing.Signing;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Prints the public keys of this instance. */
@Service
@Command(
        scope = "greffon",
        name = "keys",
        description = "Lists the public keys of this instance, or takes a new one into use")
public final class KeysCommand extends SpokenAction {
    @Option(name = "--rotate", description = "Takes a new key into use; what the former one signed stays signed")
    private boolean rotate;

    @Option(name = "--output", description = "table, json or csv")
    @Completion(
            value = StringsCompleter.class,
            values = {Listing.TABLE, Listing.JSON, Listing.CSV})
    private String output = Listing.TABLE;

    @Reference
    private Signing signing;

    @Override
    void run() {
        if (rotate) {
            signing.rotate(Actor.console());
        }
        var listing = new Listing("id", "since", "retired", "previous", "public-key");
        for (PublishedKey key : signing.keys()) {
            listing.row(key.id(), key.since(), key.retiredAt(), key.previousId(), key.publicKey());
        }
        listing.print(System.out, output);
    }
}
