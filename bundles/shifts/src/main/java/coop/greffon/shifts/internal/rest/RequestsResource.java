package coop.greffon.shifts.internal.rest;

import coop.greffon.members.Members;
import coop.greffon.shifts.internal.reader.Acquaintances;
import coop.greffon.shifts.internal.reader.OwnAccounts;
import coop.greffon.shifts.internal.store.exchange.AskState;
import coop.greffon.shifts.internal.store.exchange.JpaRequests;
import coop.greffon.shifts.internal.store.exchange.Request;
import coop.greffon.shifts.internal.web.portal.ShiftPages;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who is asked to come instead of whom, for programs that act for whoever is signed in. */
@Component(service = WebResource.class)
@Path("/api/shifts/v1/me/requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresPermission(ShiftPages.BOOK)
public final class RequestsResource implements WebResource {
    private final OwnAccounts accounts;
    private final JpaRequests requests;
    private final Members members;

    @Activate
    public RequestsResource(
            @Reference OwnAccounts accounts, @Reference JpaRequests requests, @Reference Members members) {
        this.accounts = accounts;
        this.requests = requests;
        this.members = members;
    }

    /**
     * A request; {@code toMe} tells whether one is asked oneself.
     *
     * @param name of the other person; of one who was asked and has not said yes, the first name and an initial
     */
    public record Asked(long id, long shiftId, LocalDate day, String job, boolean toMe, String name, AskState state) {
        static Asked of(Request request, long reader, Map<Long, String> names) {
            boolean isToMe = request.askedId() == reader;
            return new Asked(
                    request.id(),
                    request.shift().id(),
                    request.shift().day(),
                    request.shift().job(),
                    isToMe,
                    names.getOrDefault(isToMe ? request.askerId() : request.askedId(), ""),
                    request.state());
        }
    }

    /** Who is to be asked about which seat of one's own. */
    public record Wanted(
            @NotNull Long bookingId,
            @NotNull @Size(max = 40) String number) {}

    /** Those that are open, made and got, the earliest shift first. */
    @GET
    public List<Asked> list(@Context Visit visit) {
        long reader = accounts.get(visit);
        List<Request> open = requests.open(reader);
        Map<Long, String> names = Acquaintances.names(members, reader, open, List.of());
        return open.stream().map(request -> Asked.of(request, reader, names)).toList();
    }

    /** Asks somebody; the same person asked again, nothing changes. */
    @POST
    public List<Asked> ask(@Context Visit visit, Wanted wanted) {
        long booking = Sent.required("bookingId", Sent.body(wanted).bookingId());
        requests.ask(accounts.get(visit), booking, Sent.required("number", wanted.number()), visit.actor());
        return list(visit);
    }

    /** Says yes: the seat is one's own, and so is what becomes of it; said again, nothing changes. */
    @POST
    @Path("{id}/accept")
    public List<Asked> accept(@Context Visit visit, @PathParam("id") long id) {
        requests.accept(accounts.get(visit), id, visit.actor());
        return list(visit);
    }

    /** Says no; said again, nothing changes. */
    @POST
    @Path("{id}/refuse")
    public List<Asked> refuse(@Context Visit visit, @PathParam("id") long id) {
        requests.refuse(accounts.get(visit), id, visit.actor());
        return list(visit);
    }

    /** No longer asks; said again, nothing changes. */
    @DELETE
    @Path("{id}")
    public List<Asked> withdraw(@Context Visit visit, @PathParam("id") long id) {
        requests.withdraw(accounts.get(visit), id, visit.actor());
        return list(visit);
    }
}
