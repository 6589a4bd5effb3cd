package coop.greffon.shifts.internal.shell;

import coop.greffon.core.console.Listing;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Refused;
import coop.greffon.core.tabular.UnreadableTableException;
import coop.greffon.shifts.internal.importing.Kind;
import coop.greffon.shifts.internal.importing.run.Deed;
import coop.greffon.shifts.internal.importing.run.ImportReport;
import coop.greffon.shifts.internal.importing.run.LineReport;
import coop.greffon.shifts.internal.importing.run.ShiftImport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Brings slots, fixed places, counters or skills along from a file, and prints what each line does, or why it is refused. */
@Service
@Command(
        scope = "shifts",
        name = "import",
        description = "Brings slots, fixed places, counters or skills along from a file: CSV, ODS or XLSX")
public final class ImportShiftsCommand extends ShiftsAction {
    @Argument(index = 0, name = "what", description = "slots, places, counters or skills", required = true)
    @Completion(
            value = StringsCompleter.class,
            values = {"slots", "places", "counters", "skills"})
    private String what;

    @Argument(index = 1, name = "file", description = "Such as /srv/odoo/templates.csv", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Option(name = "--dry-run", description = "Tells line by line what would be done, and does nothing")
    private boolean isTrial;

    @Option(name = "--output", description = "table, json or csv")
    @Completion(
            value = StringsCompleter.class,
            values = {Listing.TABLE, Listing.JSON, Listing.CSV})
    private String output = Listing.TABLE;

    @Reference
    private ShiftImport imports;

    @Override
    void run() {
        Listing.insist(output);
        Kind kind = TypedKind.of(what);
        Path path = Path.of(file).toAbsolutePath();
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new InvalidInput(FieldError.of("file", file, Text.of("shifts.console.no-file")));
        }
        try {
            print(imports.run(kind, path, isTrial, Actor.console()));
        } catch (UnreadableTableException unreadable) {
            throw new InvalidInput(FieldError.of("file", file, unreadable.title()));
        }
    }

    /** A script notices that lines were refused; in a trial nothing was to be done. */
    private void print(ImportReport report) {
        var listing = new Listing("line", "about", "outcome", "column", "value", "what");
        report.lines().stream()
                .filter(line -> isTrial || line.deed() == Deed.REFUSED)
                .forEach(line -> add(listing, line));
        boolean isTable = output.equals(Listing.TABLE);
        if (!isTable || report.count(Deed.REFUSED) > 0 || isTrial) {
            listing.print(System.out, output);
        }
        if (isTable && !report.unread().isEmpty()) {
            System.out.println(t(Text.of("shifts.import.unread", String.join(", ", report.unread()))));
        }
        Text told = Text.of(
                isTrial ? "shifts.import.would" : "shifts.import.done",
                report.count(Deed.ADDED),
                report.count(Deed.CHANGED),
                report.count(Deed.UNCHANGED),
                report.count(Deed.REFUSED));
        if (!isTrial && report.count(Deed.REFUSED) > 0) {
            throw new Refused(told);
        }
        if (isTable) {
            System.out.println(t(told));
        }
    }

    private void add(Listing listing, LineReport line) {
        if (line.errors().isEmpty()) {
            String details = line.details().stream().map(this::t).collect(Collectors.joining(" "));
            listing.row(line.line(), line.subject(), line.deed(), null, null, details);
        }
        for (FieldError error : line.errors()) {
            String why = Stream.of(error.message(), error.remedy())
                    .filter(Objects::nonNull)
                    .map(this::t)
                    .collect(Collectors.joining(" "));
            listing.row(line.line(), line.subject(), line.deed(), error.field(), error.value(), why);
        }
    }
}
