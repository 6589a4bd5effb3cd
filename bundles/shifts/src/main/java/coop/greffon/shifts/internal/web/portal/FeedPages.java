package coop.greffon.shifts.internal.web.portal;

import coop.greffon.core.instance.Instance;
import coop.greffon.core.message.Messages;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.setting.Settings;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.ical.CalendarFile;
import coop.greffon.shifts.internal.reader.Reader;
import coop.greffon.shifts.internal.store.booking.JpaFeeds;
import coop.greffon.shifts.internal.store.booking.PersonSeats;
import coop.greffon.shifts.internal.view.StaticTemplates;
import coop.greffon.shifts.internal.view.Templates;
import coop.greffon.web.Open;
import coop.greffon.web.Page;
import coop.greffon.web.Page.Crumb;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import java.time.LocalDate;
import java.util.Locale;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One's own shifts in the calendar of one's telephone, under an address that only one knows. */
@Component(service = WebResource.class)
@Path("/shifts/feed")
public final class FeedPages implements WebResource {
    private static final int DAYS_BEFORE = 60;
    private static final int DAYS_AFTER = 366;

    private final Templates templates = new StaticTemplates();
    private final JpaFeeds feeds;
    private final PersonSeats seats;
    private final Members members;
    private final Settings settings;
    private final Messages messages;
    private final Instance instance;

    @Activate
    public FeedPages(
            @Reference JpaFeeds feeds,
            @Reference PersonSeats seats,
            @Reference Members members,
            @Reference Settings settings,
            @Reference Messages messages,
            @Reference Instance instance) {
        this.feeds = feeds;
        this.seats = seats;
        this.members = members;
        this.settings = settings;
        this.messages = messages;
        this.instance = instance;
    }

    @GET
    @RequiresPermission(ShiftPages.BOOK)
    public Page show(@Context Visit visit) {
        return page(visit, null);
    }

    /** Makes an address, which is shown this once. */
    @POST
    @RequiresPermission(ShiftPages.BOOK)
    public Page renew(@Context Visit visit, @Context UriInfo asked) {
        String secret = feeds.renew(Reader.memberId(visit), visit.actor());
        return page(visit, FeedAddress.of(settings, visit, asked, "/shifts/feed/" + secret + ".ics"));
    }

    @POST
    @Path("end")
    @RequiresPermission(ShiftPages.BOOK)
    public Page end(@Context Visit visit) {
        feeds.end(Reader.memberId(visit), visit.actor());
        return page(visit, null);
    }

    private Page page(Visit visit, String address) {
        return Page.narrow(
                        Text.of("shifts.feed.page"),
                        templates.feed(
                                visit, feeds.since(Reader.memberId(visit)).orElse(null), address))
                .below(new Crumb(Text.of("shifts.self.title"), "/shifts/mine"))
                .withHelp("shifts/booking");
    }

    /** The file, for a program that cannot sign in. */
    @GET
    @Open
    @Path("{secret}.ics")
    public Response file(@Context Visit visit, @PathParam("secret") String secret) {
        long member = feeds.memberOf(secret).orElseThrow(() -> new NotFound(Text.of("shifts.feed.unknown")));
        LocalDate today = visit.today();
        String language = members.get(member).details().language();
        var file = new CalendarFile(
                messages,
                language == null ? visit.language() : Locale.forLanguageTag(language),
                instance.id(),
                visit.zone());
        return Response.ok(file.of(
                        seats.of(member, today.minusDays(DAYS_BEFORE), today.plusDays(DAYS_AFTER)), visit.now()))
                .type("text/calendar; charset=utf-8")
                .header("Cache-Control", "no-store")
                .build();
    }
}
