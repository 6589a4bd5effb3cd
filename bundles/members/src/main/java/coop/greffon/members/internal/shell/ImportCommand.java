package coop.greffon.members.internal.shell;

import coop.greffon.core.console.Listing;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Refused;
import coop.greffon.core.tabular.UnreadableTableException;
import coop.greffon.members.internal.importing.desk.ColumnChoices;
import coop.greffon.members.internal.importing.model.Outcome;
import coop.greffon.members.internal.importing.model.Progress;
import coop.greffon.members.internal.importing.plan.Summary;
import coop.greffon.members.internal.importing.run.FileZone;
import coop.greffon.members.internal.importing.run.ImportFile;
import coop.greffon.members.internal.importing.run.ImportFile.Options;
import coop.greffon.members.internal.importing.run.MemberImport;
import coop.greffon.members.internal.importing.run.Mode;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Imports a file of members as the page does, and prints what each line would do, or what is refused. */
@Service
@Command(scope = "members", name = "import", description = "Imports a file of members: CSV, ODS or XLSX")
public final class ImportCommand extends MembersAction {
    @Argument(name = "file", description = "Such as /srv/odoo/partners.csv", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Option(name = "--dry-run", description = "Tells line by line what would be done, and does nothing")
    private boolean dryRun;

    @Option(name = "--errors", description = "With --dry-run: lists what is refused and nothing else")
    private boolean errorsOnly;

    @Option(name = "--good-lines-only", description = "Imports what is right and leaves out what is refused")
    private boolean goodLinesOnly;

    @Option(
            name = "--refuse-lines-with-errors",
            description = "Refuses the whole line as soon as one of its values is refused")
    private boolean refuseLinesWithErrors;

    @Option(name = "--organisations-are-members", description = "Organisations are members, like people")
    private boolean organisationsAreMembers;

    @Option(
            name = "--with-program-accounts",
            description = "Imports Odoo's own records too: company, administrator, templates")
    private boolean withProgramAccounts;

    @Option(
            name = "--column",
            description = "What a column gives, for this time only, such as \"Surnom=notes\" or \"Surnom=ignore\"; with"
                    + " \" mirror\" behind the field its empty cells erase; may be given several times",
            multiValued = true)
    private List<String> columns;

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
        Listing.insist(output);
        Path path = Path.of(file).toAbsolutePath();
        if (Files.isDirectory(path)) {
            throw new InvalidInput(FieldError.of("file", file, Text.of("members.import.console.folder", file)));
        } else if (!Files.isReadable(path)) {
            throw new InvalidInput(FieldError.of("file", file, Text.of("members.import.console.no-file", file)));
        }
        var source = new ImportFile(
                path,
                path.getFileName().toString(),
                choices.of(path, columns == null ? List.of() : columns),
                new Options(withProgramAccounts, refuseLinesWithErrors, organisationsAreMembers, FileZone.of(zone)));
        Summary summary = dryRun ? check(source, errorsOnly) : apply(source);
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

    private Summary check(ImportFile source, boolean faultyOnly) {
        ImportLines lines = lines(faultyOnly);
        Summary summary = imports.check(source, lines::take, Progress.UNHEARD);
        lines.listing().print(System.out, output);
        return summary;
    }

    private Summary apply(ImportFile source) {
        ImportLines lines = lines(true);
        Mode mode = goodLinesOnly ? Mode.GOOD_LINES : Mode.ALL;
        try {
            Summary summary = imports.apply(source, mode, lines::take, progress(System.err), Actor.console());
            lines.listing().print(System.out, output);
            return summary;
        } catch (Refused refused) {
            // It stopped at the first fault: whoever mends the file wants to see all of them.
            check(source, true);
            throw refused;
        }
    }

    private ImportLines lines(boolean faultyOnly) {
        return new ImportLines(this::t, faultyOnly, output.equals(Listing.TABLE));
    }

    /** Written to the stream of whoever asked: progress is told on another thread. */
    private Progress progress(PrintStream screen) {
        return output.equals(Listing.TABLE)
                ? (done, all) -> screen.println(t(Text.of("members.import.progress.lines", done, all)))
                : Progress.UNHEARD;
    }
}
