package coop.greffon.members.internal.shell;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.tabular.TabularOutput;
import coop.greffon.members.MemberFilter;
import coop.greffon.members.Members;
import coop.greffon.members.internal.listing.MemberFile;
import coop.greffon.members.internal.listing.MemberRows;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Writes members into a file, whole records. */
@Service
@Command(
        scope = "members",
        name = "export",
        description = "Writes members into a new file: .csv, .ods, .xlsx or .json, by its name")
public final class ExportMembersCommand extends MembersAction {
    @Argument(name = "file", description = "The file to write; it may not be there yet", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Option(name = "--query", description = "Only those that fit, as in the search field")
    private String query;

    @Option(name = "--status", description = "Only candidates, members, former members, or contacts (none)")
    @Completion(
            value = StringsCompleter.class,
            values = {"candidate", "member", "former", "none"})
    private String status;

    @Option(name = "--tag", description = "Only those with this tag or one below it")
    private String tag;

    @Option(name = "--kind", description = "Only persons, or only organisations")
    @Completion(
            value = StringsCompleter.class,
            values = {"person", "organisation"})
    private String kind;

    @Reference
    private Members members;

    @Reference
    private Audit audit;

    @Override
    void run() throws IOException {
        Path path = Path.of(file);
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new InvalidInput(
                    FieldError.of("file", file, Text.of("members.console.no-folder", String.valueOf(folder))));
        }
        TabularOutput format = format();
        if (Files.exists(path)) {
            throw new InvalidInput(FieldError.of("file", file, Text.of("members.console.file-there", file)));
        }
        MemberFilter wanted = filter(query, status, tag, kind);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path, StandardOpenOption.CREATE_NEW))) {
            int written = new MemberFile(new MemberRows(members), this::t).write(wanted, format, out);
            audit.record(
                    Actor.console(),
                    "members.audit.exported",
                    "members.list",
                    "members",
                    List.of(
                            new FieldChange("format", null, format.extension()),
                            new FieldChange("rows", null, Integer.toString(written))));
            System.out.println(t(Text.of("members.console.exported", file, written)));
        }
    }

    private TabularOutput format() {
        return switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "csv" -> TabularOutput.CSV;
            case "ods" -> TabularOutput.ODS;
            case "xlsx" -> TabularOutput.XLSX;
            case "json" -> TabularOutput.JSON;
            default ->
                throw new InvalidInput(FieldError.of("file", file, Text.of("members.console.file-format", file)));
        };
    }
}
