package coop.greffon.shifts.internal.web.portal;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Problem;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.reader.Acquaintances;
import coop.greffon.shifts.internal.reader.OwnAccounts;
import coop.greffon.shifts.internal.rules.booking.Refusal;
import coop.greffon.shifts.internal.store.booking.JpaBookings;
import coop.greffon.shifts.internal.store.booking.Ways;
import coop.greffon.shifts.internal.store.exchange.AskState;
import coop.greffon.shifts.internal.store.exchange.JpaRequests;
import coop.greffon.shifts.internal.store.exchange.Request;
import coop.greffon.shifts.internal.view.StaticTemplates;
import coop.greffon.shifts.internal.view.Templates;
import coop.greffon.web.Page;
import coop.greffon.web.Page.Crumb;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Form;
import coop.greffon.web.form.Typed;
import java.net.URI;
import java.util.List;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One asks somebody by name to come instead, and they answer. */
@Component(service = WebResource.class)
@Path(RequestPages.PATH)
@RequiresPermission(ShiftPages.BOOK)
public final class RequestPages implements WebResource {
    static final String PATH = "/shifts/requests";

    private static final String MINE = "/shifts/mine";
    private static final int UNPROCESSABLE = 422;

    private final Templates templates = new StaticTemplates();
    private final OwnAccounts accounts;
    private final JpaRequests requests;
    private final JpaBookings bookings;
    private final Members members;

    @Activate
    public RequestPages(
            @Reference OwnAccounts accounts,
            @Reference JpaRequests requests,
            @Reference JpaBookings bookings,
            @Reference Members members) {
        this.accounts = accounts;
        this.requests = requests;
        this.bookings = bookings;
        this.members = members;
    }

    @GET
    @Path("ask/{booking: \\d+}")
    public Page ask(@Context Visit visit, @PathParam("booking") long booking) {
        return ask(visit, booking, Form.of(visit, Map.of()));
    }

    private Page ask(Visit visit, long booking, Form form) {
        Ways ways = bookings.ways(accounts.get(visit), booking);
        return Page.narrow(Text.of("shifts.stand-in.ask"), templates.ask(visit, form, ways))
                .below(mine(), new Crumb(Text.of("shifts.seat.title"), MINE + "/" + booking))
                .withHelp("shifts/booking");
    }

    @POST
    @Path("ask/{booking: \\d+}")
    public Response ask(@Context Visit visit, @PathParam("booking") long booking, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        try {
            Request request = requests.ask(accounts.get(visit), booking, typed.text("number"), visit.actor());
            return done(PATH + "/" + request.id(), "asked");
        } catch (Problem problem) {
            return refused(ask(visit, booking, Form.refused(visit, typed.values(), problem)));
        }
    }

    @GET
    @Path("{id: \\d+}")
    public Page show(@Context Visit visit, @PathParam("id") long id) {
        return show(visit, id, Form.of(visit, Map.of()));
    }

    private Page show(Visit visit, long id, Form form) {
        long member = accounts.get(visit);
        Request request = requests.get(member, id);
        boolean isAsker = request.askerId() == member;
        long other = isAsker ? request.askedId() : request.askerId();
        String name = Acquaintances.names(members, member, List.of(request), List.of())
                .getOrDefault(other, "");
        List<Refusal> refusals =
                isAsker || request.state() != AskState.ASKED ? List.of() : requests.refusals(member, id, visit.actor());
        return Page.narrow(
                        Text.of("shifts.stand-in.title"),
                        templates.request(visit, form, request, isAsker, name, refusals))
                .below(mine())
                .withHelp("shifts/booking");
    }

    @POST
    @Path("{id: \\d+}/accept")
    public Response accept(@Context Visit visit, @PathParam("id") long id) {
        return settle(visit, id, "stood-in", () -> requests.accept(accounts.get(visit), id, visit.actor()));
    }

    @POST
    @Path("{id: \\d+}/refuse")
    public Response refuse(@Context Visit visit, @PathParam("id") long id) {
        return settle(visit, id, "said-no", () -> requests.refuse(accounts.get(visit), id, visit.actor()));
    }

    @POST
    @Path("{id: \\d+}/withdraw")
    public Response withdraw(@Context Visit visit, @PathParam("id") long id) {
        return settle(visit, id, "asks-no-more", () -> requests.withdraw(accounts.get(visit), id, visit.actor()));
    }

    private Response settle(Visit visit, long id, String what, Runnable deed) {
        try {
            deed.run();
            return done(MINE, what);
        } catch (Problem problem) {
            return refused(show(visit, id, Form.refused(visit, Map.of(), problem)));
        }
    }

    private static Crumb mine() {
        return new Crumb(Text.of("shifts.self.title"), MINE);
    }

    private static Response done(String where, String what) {
        return Response.seeOther(URI.create(where + "?done=shifts.done." + what))
                .build();
    }

    private static Response refused(Page page) {
        return Response.status(UNPROCESSABLE).entity(page).build();
    }
}
