package coop.greffon.shifts.internal.web.portal;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Problem;
import coop.greffon.shifts.internal.reader.OwnAccounts;
import coop.greffon.shifts.internal.store.booking.JpaHolds;
import coop.greffon.shifts.internal.view.StaticTemplates;
import coop.greffon.shifts.internal.view.Templates;
import coop.greffon.web.Page;
import coop.greffon.web.Page.Crumb;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Form;
import java.net.URI;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The seat one had a cycle earlier is kept for some days: one takes it again or leaves it. */
@Component(service = WebResource.class)
@Path("/shifts/holds/{id: \\d+}")
@RequiresPermission(ShiftPages.BOOK)
public final class HoldPages implements WebResource {
    private static final String MINE = "/shifts/mine";
    private static final int UNPROCESSABLE = 422;

    private final Templates templates = new StaticTemplates();
    private final OwnAccounts accounts;
    private final JpaHolds holds;

    @Activate
    public HoldPages(@Reference OwnAccounts accounts, @Reference JpaHolds holds) {
        this.accounts = accounts;
        this.holds = holds;
    }

    @GET
    public Page show(@Context Visit visit, @PathParam("id") long id) {
        return show(visit, id, Form.of(visit, Map.of()));
    }

    private Page show(Visit visit, long id, Form form) {
        return Page.narrow(
                        Text.of("shifts.hold.title"), templates.hold(visit, form, holds.get(accounts.get(visit), id)))
                .below(new Crumb(Text.of("shifts.self.title"), MINE))
                .withHelp("shifts/booking");
    }

    @POST
    @Path("accept")
    public Response accept(@Context Visit visit, @PathParam("id") long id) {
        return settle(visit, id, "booked", () -> holds.accept(accounts.get(visit), id, visit.actor()));
    }

    @POST
    @Path("refuse")
    public Response refuse(@Context Visit visit, @PathParam("id") long id) {
        return settle(visit, id, "left-to-others", () -> holds.refuse(accounts.get(visit), id, visit.actor()));
    }

    private Response settle(Visit visit, long id, String what, Runnable deed) {
        try {
            deed.run();
            return Response.seeOther(URI.create(MINE + "?done=shifts.done." + what))
                    .build();
        } catch (Problem problem) {
            return Response.status(UNPROCESSABLE)
                    .entity(show(visit, id, Form.refused(visit, Map.of(), problem)))
                    .build();
        }
    }
}
