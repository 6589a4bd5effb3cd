package coop.greffon.shifts.internal.web.portal;

import coop.greffon.core.instance.Instance;
import coop.greffon.core.message.Messages;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.setting.HostSettings;
import coop.greffon.core.setting.Settings;
import coop.greffon.shifts.internal.ical.CalendarFile;
import coop.greffon.shifts.internal.store.booking.JpaJobFeeds;
import coop.greffon.shifts.internal.store.slot.ListedShift;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar;
import coop.greffon.web.Open;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import java.time.LocalDate;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The shifts of a job, for a program that cannot sign in. */
@Component(service = WebResource.class)
@Path(JobFeedFile.PATH)
public final class JobFeedFile implements WebResource {
    static final String PATH = "/shifts/feed/jobs";

    private static final int DAYS_BEFORE = 60;
    private static final int DAYS_AFTER = 366;

    private final JpaJobFeeds feeds;
    private final ShiftCalendar shifts;
    private final Settings settings;
    private final Messages messages;
    private final Instance instance;

    @Activate
    public JobFeedFile(
            @Reference JpaJobFeeds feeds,
            @Reference ShiftCalendar shifts,
            @Reference Settings settings,
            @Reference Messages messages,
            @Reference Instance instance) {
        this.feeds = feeds;
        this.shifts = shifts;
        this.settings = settings;
        this.messages = messages;
        this.instance = instance;
    }

    @GET
    @Open
    @Path("{secret}.ics")
    public Response file(@Context Visit visit, @PathParam("secret") String secret) {
        String job = feeds.jobOf(secret).orElseThrow(() -> new NotFound(Text.of("shifts.job-feed.unknown")));
        LocalDate today = visit.today();
        List<ListedShift> ofJob = shifts.between(today.minusDays(DAYS_BEFORE), today.plusDays(DAYS_AFTER)).stream()
                .filter(listed -> listed.shift().job().equals(job))
                .toList();
        var file = new CalendarFile(
                messages, settings.on(HostSettings.class, today).language(), instance.id(), visit.zone());
        return Response.ok(file.ofJob(job, ofJob, visit.now()))
                .type("text/calendar; charset=utf-8")
                .header("Cache-Control", "no-store")
                .build();
    }
}
