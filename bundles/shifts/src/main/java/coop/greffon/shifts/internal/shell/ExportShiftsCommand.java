package coop.greffon.shifts.internal.shell;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.tabular.TabularOutput;
import coop.greffon.shifts.internal.importing.Kind;
import coop.greffon.shifts.internal.importing.run.ShiftExport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Writes slots, fixed places, counters or skills into a file that shifts:import reads back. */
@Service
@Command(
        scope = "shifts",
        name = "export",
        description =
                "Writes slots, fixed places, counters or skills into a new file: .csv, .ods or .xlsx, by its name")
public final class ExportShiftsCommand extends ShiftsAction {
    @Argument(index = 0, name = "what", description = "slots, places, counters or skills", required = true)
    @Completion(
            value = StringsCompleter.class,
            values = {"slots", "places", "counters", "skills"})
    private String what;

    @Argument(index = 1, name = "file", description = "The file to write, such as /srv/slots.csv", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Option(name = "--force", description = "Writes over a file that is there")
    private boolean isForced;

    @Reference
    private ShiftExport export;

    @Reference
    private Audit audit;

    @Override
    void run() throws IOException {
        Kind kind = TypedKind.of(what);
        Path path = Path.of(file).toAbsolutePath();
        Path folder = path.getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new InvalidInput(FieldError.of("file", file, Text.of("shifts.console.no-folder")));
        }
        TabularOutput format = format();
        if (Files.isDirectory(path) || Files.exists(path) && !isForced) {
            throw new InvalidInput(FieldError.of("file", file, Text.of("shifts.console.file-there")));
        }
        int written = write(kind, format, path);
        audit.record(
                Actor.console(),
                "shifts.audit.exported",
                "shifts.export",
                kind.id(),
                List.of(
                        new FieldChange("format", null, format.extension()),
                        new FieldChange("rows", null, Integer.toString(written))));
        System.out.println(t(Text.of("shifts.console.exported", file, written)));
    }

    /** Beside it first: a failure leaves what was there. */
    private int write(Kind kind, TabularOutput format, Path path) throws IOException {
        Path part = Files.createTempFile(path.getParent(), path.getFileName().toString(), ".part");
        try {
            int written;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                written = export.write(kind, format, out);
            }
            if (isForced) {
                Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(part, path);
            }
            return written;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private TabularOutput format() {
        return switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "csv" -> TabularOutput.CSV;
            case "ods" -> TabularOutput.ODS;
            case "xlsx" -> TabularOutput.XLSX;
            default -> throw new InvalidInput(FieldError.of("file", file, Text.of("shifts.console.file-format")));
        };
    }
}
