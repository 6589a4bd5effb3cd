package coop.greffon.shifts.internal.jobs;

import coop.greffon.core.job.Job;
import coop.greffon.core.job.JobContext;
import coop.greffon.core.job.Schedule;
import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.store.Alone;
import coop.greffon.shifts.internal.store.slot.Departures;
import coop.greffon.shifts.internal.store.slot.Generation;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Early each day: frees the seats of who is away, and writes down the shifts of one more day. */
@Component(service = Job.class)
public final class GenerationJob implements Job {
    private static final LocalTime EARLY = LocalTime.of(0, 45);

    private final Generation generation;
    private final Departures departures;

    @Activate
    public GenerationJob(@Reference Generation generation, @Reference Departures departures) {
        this.generation = generation;
        this.departures = departures;
    }

    @Override
    public String name() {
        return "shifts.job.generate";
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(EARLY);
    }

    @Override
    public Text run(JobContext context) {
        List<Text> said = new ArrayList<>();
        List<Runnable> both =
                List.of(departures::followAll, () -> write(context.day()).ifPresent(said::add));
        Alone.each(both, Runnable::run);
        return said.isEmpty() ? null : said.get(0);
    }

    private Optional<Text> write(LocalDate day) {
        Generation.Done done = generation.write(day);
        return done.shifts() + done.seats() == 0
                ? Optional.empty()
                : Optional.of(Text.of("shifts.job.generate.done", done.shifts(), done.seats()));
    }
}
