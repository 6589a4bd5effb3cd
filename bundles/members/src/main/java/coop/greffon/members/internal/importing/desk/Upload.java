package coop.greffon.members.internal.importing.desk;

import coop.greffon.core.message.Text;
import coop.greffon.members.internal.importing.run.ImportFile.Options;
import coop.greffon.members.internal.importing.run.Mode;
import java.time.Instant;
import java.util.Map;

/**
 * A file that somebody sent, and how far they have come with it.
 *
 * @param id its id
 * @param name its name
 * @param size its size in bytes
 * @param state how far it has come
 * @param mode how it was imported, null before
 * @param options what was decided about it
 * @param linesDone how many lines were looked at or imported when that was last told
 * @param linesAll how many there are, 0 while nobody knows
 * @param counts how many lines are of each kind, empty before the check
 * @param message why it failed or what was learnt, null for nothing
 * @param createdAt when it was sent
 * @param endedAt when the last check or import ended, null before
 * @param expiresAt when it is forgotten
 */
public record Upload(
        long id,
        String name,
        long size,
        UploadState state,
        Mode mode,
        Options options,
        int linesDone,
        int linesAll,
        Map<LineKind, Integer> counts,
        Text message,
        Instant createdAt,
        Instant endedAt,
        Instant expiresAt) {
    public Upload {
        counts = Map.copyOf(counts);
    }

    /** How many lines are of a kind. */
    public int count(LineKind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** How many lines are looked at or imported: all of them once that is over. */
    public int done() {
        return state == UploadState.CHECKED || state == UploadState.APPLIED ? linesAll : linesDone;
    }

    /** How many lines the report has. */
    public int lines() {
        return changing() + count(LineKind.UNCHANGED) + count(LineKind.IGNORED) + count(LineKind.ERROR);
    }

    /** How many lines create or change something. */
    public int changing() {
        return count(LineKind.CREATE) + count(LineKind.ADDRESS) + count(LineKind.UPDATE);
    }

    /** Whether there is anything to import. */
    public boolean bringsSomething() {
        return changing() > 0;
    }

    /** Whether a line or a value is refused. */
    public boolean hasErrors() {
        return count(LineKind.ERROR) + count(LineKind.PARTLY) > 0;
    }
}
