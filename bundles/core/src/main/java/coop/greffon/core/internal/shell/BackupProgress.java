package coop.greffon.core.internal.shell;

import coop.greffon.core.backup.Progress;
import java.io.PrintStream;

/** Says on the console how far a backup has got, a line for each table. */
final class BackupProgress {
    private BackupProgress() {}

    static Progress on(PrintStream console) {
        return (table, done, total) -> console.printf("%d/%d %s%n", done, total, table);
    }
}
