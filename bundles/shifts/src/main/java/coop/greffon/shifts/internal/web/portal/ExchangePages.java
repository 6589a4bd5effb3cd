package coop.greffon.shifts.internal.web.portal;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Problem;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.reader.Acquaintances;
import coop.greffon.shifts.internal.reader.OwnAccounts;
import coop.greffon.shifts.internal.store.booking.JpaBookings;
import coop.greffon.shifts.internal.store.booking.JpaHolds;
import coop.greffon.shifts.internal.store.booking.Ways;
import coop.greffon.shifts.internal.store.exchange.Exchange;
import coop.greffon.shifts.internal.store.exchange.ExchangeBoard;
import coop.greffon.shifts.internal.store.exchange.ExchangeBoard.Seen;
import coop.greffon.shifts.internal.store.exchange.JpaExchanges;
import coop.greffon.shifts.internal.store.exchange.JpaRequests;
import coop.greffon.shifts.internal.view.StaticTemplates;
import coop.greffon.shifts.internal.view.Templates;
import coop.greffon.shifts.internal.words.ShiftWords;
import coop.greffon.web.Page;
import coop.greffon.web.Page.Crumb;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Choice;
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

/** Seats that are offered for others: offer, answer, confirm. */
@Component(service = WebResource.class)
@Path(ExchangePages.PATH)
@RequiresPermission(ShiftPages.BOOK)
public final class ExchangePages implements WebResource {
    static final String PATH = "/shifts/exchanges";

    private static final String MINE = "/shifts/mine";
    private static final int UNPROCESSABLE = 422;

    private final Templates templates = new StaticTemplates();
    private final OwnAccounts accounts;
    private final JpaExchanges exchanges;
    private final ExchangeBoard board;
    private final JpaRequests requests;
    private final JpaBookings bookings;
    private final JpaHolds holds;
    private final Members members;

    @Activate
    public ExchangePages(
            @Reference OwnAccounts accounts,
            @Reference JpaExchanges exchanges,
            @Reference ExchangeBoard board,
            @Reference JpaRequests requests,
            @Reference JpaBookings bookings,
            @Reference JpaHolds holds,
            @Reference Members members) {
        this.accounts = accounts;
        this.exchanges = exchanges;
        this.board = board;
        this.requests = requests;
        this.bookings = bookings;
        this.holds = holds;
        this.members = members;
    }

    @GET
    public Page list(@Context Visit visit) {
        Between between = Between.of(accounts.get(visit), requests, board, holds, members);
        return Page.narrow(Text.of("shifts.exchange.list"), templates.exchanges(visit, between))
                .below(mine())
                .withHelp("shifts/booking");
    }

    @GET
    @Path("offer/{booking: \\d+}")
    public Page offer(@Context Visit visit, @PathParam("booking") long booking) {
        return offer(visit, booking, Form.of(visit, Map.of()));
    }

    private Page offer(Visit visit, long booking, Form form) {
        Ways ways = bookings.ways(accounts.get(visit), booking);
        return Page.narrow(Text.of("shifts.exchange.offer"), templates.offer(visit, form, ways))
                .below(mine(), new Crumb(Text.of("shifts.seat.title"), MINE + "/" + booking))
                .withHelp("shifts/booking");
    }

    @POST
    @Path("offer/{booking: \\d+}")
    public Response offer(
            @Context Visit visit, @PathParam("booking") long booking, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        try {
            Exchange offered = exchanges.offer(accounts.get(visit), booking, typed.text("number"), visit.actor());
            return done(PATH + "/" + offered.id(), "offered");
        } catch (Problem problem) {
            return refused(offer(visit, booking, Form.refused(visit, typed.values(), problem)));
        }
    }

    @GET
    @Path("{id: \\d+}")
    public Page show(@Context Visit visit, @PathParam("id") long id) {
        return show(visit, id, Form.of(visit, Map.of()));
    }

    private Page show(Visit visit, long id, Form form) {
        long reader = accounts.get(visit);
        Seen seen = board.see(reader, id);
        Map<Long, String> names = Acquaintances.names(members, reader, List.of(), List.of(seen.exchange()));
        List<Choice> own = seen.fitting().stream()
                .map(seat -> new Choice(Long.toString(seat.booking().id()), ShiftWords.title(visit, seat.shift())))
                .toList();
        return Page.narrow(Text.of("shifts.exchange.title"), templates.exchange(visit, form, seen, own, names))
                .below(mine(), new Crumb(Text.of("shifts.exchange.list"), PATH))
                .withHelp("shifts/booking");
    }

    /** No longer offers it, or says no to it. */
    @POST
    @Path("{id: \\d+}/end")
    public Response end(@Context Visit visit, @PathParam("id") long id) {
        return settle(visit, id, PATH, "offer-ended", () -> exchanges.end(accounts.get(visit), id, visit.actor()));
    }

    @POST
    @Path("{id: \\d+}/answers")
    public Response answer(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        return settle(visit, id, PATH + "/" + id, "answered", () -> {
            Long booking = typed.whole("booking");
            typed.insist();
            if (booking == null) {
                throw new InvalidInput(FieldError.of("booking", null, Text.of("shifts.seat.choose")));
            }
            exchanges.answer(accounts.get(visit), id, booking, visit.actor());
        });
    }

    @POST
    @Path("{id: \\d+}/answers/{answer: \\d+}/confirm")
    public Response confirm(@Context Visit visit, @PathParam("id") long id, @PathParam("answer") long answer) {
        return settle(
                visit, id, MINE, "exchanged", () -> exchanges.confirm(accounts.get(visit), id, answer, visit.actor()));
    }

    /** Does not want it, or no longer offers it. */
    @POST
    @Path("{id: \\d+}/answers/{answer: \\d+}/end")
    public Response endAnswer(@Context Visit visit, @PathParam("id") long id, @PathParam("answer") long answer) {
        return settle(
                visit,
                id,
                PATH + "/" + id,
                "answer-ended",
                () -> exchanges.endAnswer(accounts.get(visit), id, answer, visit.actor()));
    }

    private Response settle(Visit visit, long id, String where, String what, Runnable deed) {
        try {
            deed.run();
            return done(where, what);
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
