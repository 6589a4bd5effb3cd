package coop.greffon.shifts.internal.web.portal;

import coop.greffon.core.message.Text;
import coop.greffon.core.setting.Settings;
import coop.greffon.shifts.internal.store.booking.JpaJobFeeds;
import coop.greffon.shifts.internal.view.StaticTemplates;
import coop.greffon.shifts.internal.view.Templates;
import coop.greffon.web.Page;
import coop.greffon.web.Page.Crumb;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import javax.ws.rs.FormParam;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The shifts of a job in the calendar of whoever looks after it, under an address that whoever keeps the slots makes and ends. */
@Component(service = WebResource.class)
@Path("/shifts/slots/feeds")
public final class JobFeedPages implements WebResource {
    private static final String MAY_LIST = "shifts.template.list";
    private static final String MAY_EDIT = "shifts.template.edit";

    private final Templates templates = new StaticTemplates();
    private final JpaJobFeeds feeds;
    private final Settings settings;

    @Activate
    public JobFeedPages(@Reference JpaJobFeeds feeds, @Reference Settings settings) {
        this.feeds = feeds;
        this.settings = settings;
    }

    @GET
    @RequiresPermission(MAY_LIST)
    public Page list(@Context Visit visit) {
        return page(visit, null, null);
    }

    /** Makes an address, which is shown this once. */
    @POST
    @RequiresPermission(MAY_EDIT)
    public Page renew(@Context Visit visit, @Context UriInfo asked, @FormParam("job") String job) {
        String secret = feeds.renew(job == null ? "" : job, visit.actor());
        return page(visit, job, FeedAddress.of(settings, visit, asked, JobFeedFile.PATH + "/" + secret + ".ics"));
    }

    @POST
    @Path("end")
    @RequiresPermission(MAY_EDIT)
    public Page end(@Context Visit visit, @FormParam("job") String job) {
        feeds.end(job == null ? "" : job, visit.actor());
        return page(visit, null, null);
    }

    private Page page(Visit visit, String job, String address) {
        return Page.narrow(
                        Text.of("shifts.job-feed.title"),
                        templates.jobFeeds(visit, feeds.all(), job, address, visit.may(MAY_EDIT)))
                .below(new Crumb(Text.of("shifts.slot.templates"), "/shifts/slots"))
                .withHelp("shifts/slots");
    }
}
