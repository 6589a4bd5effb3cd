package coop.greffon.core.job;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A run of a job.
 *
 * @param job the job's name
 * @param day the day it ran for
 * @param startedAt when it began
 * @param endedAt when it ended, null while it runs
 * @param outcome what came of it
 * @param message what was done or what went wrong, null where nothing was said
 * @param node the process it ran in
 * @param by who asked for it: the job itself where it was its time
 */
public record JobRun(
        String job,
        LocalDate day,
        Instant startedAt,
        Instant endedAt,
        Outcome outcome,
        Text message,
        String node,
        Actor by) {
    /** What came of a run. */
    public enum Outcome {
        RUNNING,
        DONE,
        FAILED,
        /** Its node stopped half-way. */
        LOST
    }
}
