package coop.greffon.core.internal.job;

import coop.greffon.core.job.Job;
import coop.greffon.core.job.JobContext;
import coop.greffon.core.job.Schedule;
import coop.greffon.core.message.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** Remembers for which days it ran; may be made to do more. */
final class RecordingJob implements Job {
    final List<LocalDate> days = Collections.synchronizedList(new ArrayList<>());
    Consumer<JobContext> more = context -> {};
    Text message = Text.of("core.job.sweep.done", 3);

    private final String name;
    private final Schedule schedule;

    RecordingJob(String name, Schedule schedule) {
        this.name = name;
        this.schedule = schedule;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Schedule schedule() {
        return schedule;
    }

    @Override
    public Text run(JobContext context) {
        more.accept(context);
        days.add(context.day());
        return message;
    }
}
