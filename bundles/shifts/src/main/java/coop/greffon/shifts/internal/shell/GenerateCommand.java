package coop.greffon.shifts.internal.shell;

import coop.greffon.core.console.Listing;
import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.store.Alone;
import coop.greffon.shifts.internal.store.slot.Departures;
import coop.greffon.shifts.internal.store.slot.Generation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Does at once what each night does: frees the seats of who is away, and writes down the shifts to come. */
@Service
@Command(
        scope = "shifts",
        name = "generate",
        description = "Frees the seats of who is away and writes down the shifts to come, as each night does")
public final class GenerateCommand extends ShiftsAction {
    @Option(name = "--output", description = "table, json or csv")
    @Completion(
            value = StringsCompleter.class,
            values = {Listing.TABLE, Listing.JSON, Listing.CSV})
    private String output = Listing.TABLE;

    @Reference
    private Departures departures;

    @Reference
    private Generation generation;

    @Reference
    private Clock clock;

    @Override
    void run() {
        Listing.insist(output);
        var freed = new AtomicInteger();
        var written = new AtomicReference<Generation.Done>();
        List<Runnable> both = List.of(
                () -> freed.set(departures.followAll()), () -> written.set(generation.write(LocalDate.now(clock))));
        Alone.each(both, Runnable::run);
        int away = freed.get();
        Generation.Done done = written.get();
        if (output.equals(Listing.TABLE)) {
            System.out.println(t(Text.of("shifts.console.generated", away, done.shifts(), done.seats(), done.left())));
            return;
        }
        new Listing("away", "shifts", "seats", "left")
                .row(away, done.shifts(), done.seats(), done.left())
                .print(System.out, output);
    }
}
