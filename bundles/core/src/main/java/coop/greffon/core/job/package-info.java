/**
 * Work that is done by itself: reminders, the debits of a cycle, mails on their way. A bundle registers a {@link coop.greffon.core.job.Job};
 * core sees to it that one node runs it, that missed days are made up for in order, and that whoever administers can see what came of it.
 *
 * <pre>{@code
 * @Component
 * public final class RemindJob implements Job {
 *     public String name() {
 *         return "shifts.job.remind";
 *     }
 *
 *     public Schedule schedule() {
 *         return Schedule.daily(LocalTime.of(7, 0));
 *     }
 *
 *     public Text run(JobContext context) {
 *         return Text.of("shifts.job.remind.done", reminders.send(context.day(), context.actor()));
 *     }
 * }
 * }</pre>
 */
@Export
@Version("1.0.0")
package coop.greffon.core.job;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
