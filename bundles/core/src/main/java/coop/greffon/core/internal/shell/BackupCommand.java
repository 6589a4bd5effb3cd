package coop.greffon.core.internal.shell;

import coop.greffon.core.backup.BackupSummary;
import coop.greffon.core.backup.Backups;
import coop.greffon.core.identity.Actor;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;

/** Makes a backup while people work. */
@Service
@Command(scope = "greffon", name = "backup", description = "Writes everything to one zip, while people work")
public final class BackupCommand extends SpokenAction {
    @Argument(name = "file", description = "A new file, such as /srv/backup/clairette.zip", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Reference
    private Backups backups;

    @Override
    void run() {
        Path path = Path.of(file).toAbsolutePath();
        BackupSummary summary = backups.write(path, Actor.console(), BackupProgress.on(System.out));
        System.out.println(t("core.backup.made", path, summary.tables(), summary.rows(), summary.files()));
    }
}
