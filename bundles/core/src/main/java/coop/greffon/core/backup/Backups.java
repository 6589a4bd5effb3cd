package coop.greffon.core.backup;

import coop.greffon.core.identity.Actor;
import java.nio.file.Path;

/** Makes backups and puts them back. */
public interface Backups {
    /**
     * Writes everything to a file, as it is at one instant; others go on working meanwhile. Sessions, one-time links and secret settings
     * are left out.
     *
     * @param file a new file; only its owner can read it
     * @throws coop.greffon.core.problem.Refused where the file is there already
     * @throws java.io.UncheckedIOException where it cannot be written; nothing of it is left then
     */
    BackupSummary write(Path file, Actor by, Progress progress);

    /**
     * Writes the tables and files of one module to a file, to be kept when they are purged. It is read with any spreadsheet and cannot be
     * restored by itself.
     *
     * @param module the module's short name
     * @throws coop.greffon.core.problem.Refused where the file is there already
     * @throws java.io.UncheckedIOException where it cannot be written; nothing of it is left then
     */
    BackupSummary archive(String module, Path file, Actor by, Progress progress);

    /**
     * Puts a backup in the place of everything, or changes nothing. The modules are away meanwhile and start anew afterwards; letters that
     * had not left when the backup was made are held.
     *
     * @param file a file that {@link #write} made
     * @param force true to replace what is there
     * @throws coop.greffon.core.problem.Refused where the file is damaged or of another version, or something is there already
     * @throws java.io.UncheckedIOException where it cannot be read
     */
    BackupSummary restore(Path file, boolean force, Actor by, Progress progress);
}
