package coop.greffon.guestbook.internal.jobs;

import coop.greffon.core.job.Job;
import coop.greffon.core.job.JobContext;
import coop.greffon.core.job.Schedule;
import coop.greffon.core.message.Text;
import coop.greffon.core.setting.Settings;
import coop.greffon.guestbook.GuestBookSettings;
import coop.greffon.guestbook.internal.store.JpaGuestBook;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes old words out of the book, where the co-op wants that. */
@Component(service = Job.class)
public final class TidyJob implements Job {
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 30);

    private final JpaGuestBook book;
    private final Settings settings;
    private final Clock clock;

    @Activate
    public TidyJob(@Reference JpaGuestBook book, @Reference Settings settings, @Reference Clock clock) {
        this.book = book;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "guestbook.job.tidy";
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(AT_NIGHT);
    }

    @Override
    public Text run(JobContext context) {
        int months = settings.on(GuestBookSettings.class, context.day()).monthsKept();
        if (months == 0) {
            return null;
        }
        Instant limit =
                context.day().minusMonths(months).atStartOfDay(clock.getZone()).toInstant();
        int erased = book.eraseBefore(limit);
        return erased == 0 ? null : Text.of("guestbook.job.tidy.done", erased);
    }
}
