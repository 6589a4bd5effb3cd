package coop.greffon.members.internal.shell;

import coop.greffon.core.console.Listing;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Refused;
import coop.greffon.core.tabular.UnreadableTableException;
import coop.greffon.members.internal.importing.desk.ColumnChoices;
import coop.greffon.members.internal.importing.model.LinePlan;
import coop.greffon.members.internal.importing.model.Outcome;
import coop.greffon.members.internal.importing.model.Progress;
import coop.greffon.members.internal.importing.model.Severity;
import coop.greffon.members.internal.importing.plan.Summary;
import coop.greffon.members.internal.importing.run.FileZone;
import coop.greffon.members.internal.importing.run.ImportFile;
import coop.greffon.members.internal.importing.run.ImportFile.Options;
import coop.greffon.members.internal.importing.run.MemberImport;
import coop.greffon.members.internal.importing.run.Mode;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Imports a file of members as the page does, and prints what is refused or doubtful. */
@Service
@Command(scope = "members", name = "import", description = "Imports a file of members: CSV, ODS or XLSX")
public final class ImportCommand extends MembersAction {
    @Argument(name = "file", description = "Such as /srv/odoo/partners.csv", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Option(name = "--dry-run", description = "Tells what would be done, and does nothing")
    private boolean dryRun;

    @Option(name = "--good-lines-only", description = "Imports what is right and leaves out what is refused")
    private boolean goodLinesOnly;

    @Option(
            name = "--zone",
            description = "In which zone the file tells times, such as Europe/London; the co-op's unless told")
    private String zone;

    @Option(name = "--output", description = "table, json or csv")
    @Completion(
            value = StringsCompleter.class,
            values = {Listing.TABLE, Listing.JSON, Listing.CSV})
    private String output = Listing.TABLE;

    @Reference
    private MemberImport imports;

    @Reference
    private ColumnChoices choices;

    @Override
    void run() {
        try {
            importFile();
        } catch (UnreadableTableException unreadable) {
            throw new InvalidInput(FieldError.of("file", file, unreadable.title()));
        }
    }

    private void importFile() {
        Path path = Path.of(file).toAbsolutePath();
        if (!Files.isReadable(path)) {
            throw new InvalidInput(FieldError.of("file", file, Text.of("members.import.console.no-file", file)));
        }
        var source = new ImportFile(
                path,
                path.getFileName().toString(),
                choices.of(path),
                new Options(false, false, false, FileZone.of(zone)));
        Summary summary = dryRun ? check(source) : apply(source);
        if (output.equals(Listing.TABLE)) {
            System.out.println(t(told(summary)));
        }
    }

    private Text told(Summary summary) {
        if (summary.tags().isPresent()) {
            return Text.of(
                    dryRun ? "members.import.console.tags-would" : "members.import.tags.learnt",
                    summary.tags().getAsInt());
        }
        return Text.of(
                    dryRun ? "members.import.console.would" : "members.import.console.done",
                    summary.newRecords(),
                summary.newAddresses(),
                    summary.of(Outcome.UPDATE),
                    summary.of(Outcome.UNCHANGED),
                    summary.of(Outcome.IGNORED),
                    summary.of(Outcome.ERROR));
    }

    private Summary check(ImportFile source) {
        Listing listing = listing();
        Summary summary = imports.check(source, plan -> list(plan, listing), Progress.UNHEARD);
        listing.print(System.out, output);
        return summary;
    }

    private Summary apply(ImportFile source) {
        Listing listing = listing();
        Mode mode = goodLinesOnly ? Mode.GOOD_LINES : Mode.ALL;
        try {
            Summary summary =
                    imports.apply(source, mode, plan -> list(plan, listing), progress(System.err), Actor.console());
            listing.print(System.out, output);
            return summary;
        } catch (Refused refused) {
            // It stopped at the first fault: whoever mends the file wants to see all of them.
            check(source);
            throw refused;
        }
    }

    private static Listing listing() {
        return new Listing("line", "name", "outcome", "field", "value", "why", "advice");
    }

    /** Written to the stream of whoever asked: progress is told on another thread. */
    private Progress progress(PrintStream screen) {
        return output.equals(Listing.TABLE)
                ? (done, all) -> screen.println(t(Text.of("members.import.progress.lines", done, all)))
                : Progress.UNHEARD;
    }

    private void list(LinePlan plan, Listing listing) {
        plan.problems().stream()
                .filter(problem -> problem.severity() != Severity.WARNING)
                .forEach(problem -> listing.row(
                        plan.lines().first(),
                        plan.label(),
                        plan.outcome(),
                        problem.field() == null ? null : problem.field().key(),
                        problem.value(),
                        t(problem.why()),
                        t(problem.advice())));
    }
}
