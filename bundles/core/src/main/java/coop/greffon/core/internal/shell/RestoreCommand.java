package coop.greffon.core.internal.shell;

import coop.greffon.core.backup.BackupSummary;
import coop.greffon.core.backup.Backups;
import coop.greffon.core.identity.Actor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;

/** Puts a backup back. */
@Service
@Command(
        scope = "greffon",
        name = "restore",
        description = "Puts a backup in the place of everything, or changes nothing")
public final class RestoreCommand extends SpokenAction {
    /** Whatever the language of the machine: an American date would be taken for a French one. */
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Argument(name = "file", description = "A file that greffon:backup wrote", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Option(name = "--force", description = "Replaces what is there")
    private boolean force;

    @Reference
    private Backups backups;

    @Reference
    private Clock clock;

    @Override
    void run() {
        Path path = Path.of(file).toAbsolutePath();
        BackupSummary summary = backups.restore(path, force, Actor.console(), BackupProgress.on(System.out));
        System.out.println(t(
                "core.backup.restored",
                WHEN.format(summary.madeAt().atZone(clock.getZone())),
                summary.tables(),
                summary.rows(),
                summary.files()));
    }
}
