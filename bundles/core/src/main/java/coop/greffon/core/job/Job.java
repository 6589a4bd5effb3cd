package coop.greffon.core.job;

import coop.greffon.core.message.Text;

/**
 * Extension point: work that is done by itself at its time. Register it as a DS component of this type.
 *
 * <p>Of several nodes one does it. One that fails is tried again, later each time, and keeps no other from running; a day is not begun
 * before the days before it are done. It may run twice where a node stops half-way, so it does only what is not yet done.
 */
public interface Job {
    /** Which job, as the message key of what it is called: {@code <module>.job.<what>}, such as {@code shifts.job.remind}. */
    String name();

    /** When it runs; the same at each call. */
    Schedule schedule();

    /**
     * Does the work, each transaction being its own affair.
     *
     * @param context for which day, and on whose behalf
     * @return what was done, in one sentence; null where there was nothing to do
     * @throws Exception where it could not be done; the first line of its innermost cause is shown to whoever administers
     */
    Text run(JobContext context) throws Exception;
}
