package coop.greffon.core.job;

import java.time.Instant;

/**
 * A job as it stands now.
 *
 * @param name its name, the message key of what it is called
 * @param module the short name of the module that provides it
 * @param schedule when it runs
 * @param running whether some node runs it now
 * @param lastEndedAt when its last run ended, null where none did
 * @param failures how many runs in a row have failed
 * @param nextAt when it runs next
 * @param lastRun its last run worth a note, null where there is none
 */
public record JobState(
        String name,
        String module,
        Schedule schedule,
        boolean running,
        Instant lastEndedAt,
        int failures,
        Instant nextAt,
        JobRun lastRun) {}
