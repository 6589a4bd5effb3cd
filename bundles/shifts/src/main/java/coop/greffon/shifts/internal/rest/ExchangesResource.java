package coop.greffon.shifts.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.reader.Acquaintances;
import coop.greffon.shifts.internal.reader.OwnAccounts;
import coop.greffon.shifts.internal.store.exchange.Exchange;
import coop.greffon.shifts.internal.store.exchange.ExchangeBoard;
import coop.greffon.shifts.internal.store.exchange.ExchangeState;
import coop.greffon.shifts.internal.store.exchange.JpaExchanges;
import coop.greffon.shifts.internal.web.portal.ShiftPages;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

/** Seats that are offered for others, for programs that act for whoever is signed in. */
@Component(service = WebResource.class)
@Path("/api/shifts/v1/me/exchanges")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresPermission(ShiftPages.BOOK)
public final class ExchangesResource implements WebResource {
    private final OwnAccounts accounts;
    private final JpaExchanges exchanges;
    private final ExchangeBoard board;
    private final Members members;

    @Activate
    public ExchangesResource(
            @Reference OwnAccounts accounts,
            @Reference JpaExchanges exchanges,
            @Reference ExchangeBoard board,
            @Reference Members members) {
        this.accounts = accounts;
        this.exchanges = exchanges;
        this.board = board;
        this.members = members;
    }

    /** A seat offered in return, and by whom. */
    public record InReturn(long id, long shiftId, LocalDate day, String job, String name, ExchangeState state) {}

    /**
     * A seat that is offered for another.
     *
     * @param own whether one offers it oneself
     * @param name of who offers it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Offered(
            long id,
            long shiftId,
            LocalDate day,
            String job,
            boolean own,
            String name,
            ExchangeState state,
            List<InReturn> answers) {
        static Offered of(Exchange exchange, long reader, Map<Long, String> names) {
            return new Offered(
                    exchange.id(),
                    exchange.shift().id(),
                    exchange.shift().day(),
                    exchange.shift().job(),
                    exchange.memberId() == reader,
                    names.getOrDefault(exchange.memberId(), ""),
                    exchange.state(),
                    exchange.answers().stream()
                            .map(answer -> new InReturn(
                                    answer.id(),
                                    answer.shift().id(),
                                    answer.shift().day(),
                                    answer.shift().job(),
                                    names.getOrDefault(answer.memberId(), ""),
                                    answer.state()))
                            .toList());
        }
    }

    /**
     * A seat of one's own that is to be offered.
     *
     * @param number of the member it is offered to, null for whoever has one that fits
     */
    public record Wanted(
            @NotNull Long bookingId, @Size(max = 40) String number) {}

    /** A seat of one's own that is offered in return. */
    public record Given(@NotNull Long bookingId) {}

    /** What one offers oneself, and what others offer that one could answer. */
    @GET
    public List<Offered> list(@Context Visit visit) {
        long reader = accounts.get(visit);
        List<Exchange> all = Stream.concat(board.own(reader).stream(), board.offered(reader).stream())
                .toList();
        return told(reader, all);
    }

    private List<Offered> told(long reader, List<Exchange> all) {
        Map<Long, String> names = Acquaintances.names(members, reader, List.of(), all);
        return all.stream().map(exchange -> Offered.of(exchange, reader, names)).toList();
    }

    /** Offers a seat; offered again to the same, nothing changes. */
    @POST
    public List<Offered> offer(@Context Visit visit, Wanted wanted) {
        long booking = Sent.required("bookingId", Sent.body(wanted).bookingId());
        exchanges.offer(accounts.get(visit), booking, wanted.number(), visit.actor());
        return list(visit);
    }

    /** One offer, also where it is over. */
    @GET
    @Path("{id}")
    public Offered get(@Context Visit visit, @PathParam("id") long id) {
        long reader = accounts.get(visit);
        return told(reader, List.of(board.see(reader, id).exchange())).get(0);
    }

    /** No longer offers it or, asked by name, says no; said again, nothing changes. */
    @DELETE
    @Path("{id}")
    public List<Offered> end(@Context Visit visit, @PathParam("id") long id) {
        exchanges.end(accounts.get(visit), id, visit.actor());
        return list(visit);
    }

    /** Answers with a seat; answered again with the same, nothing changes. */
    @POST
    @Path("{id}/answers")
    public Offered answer(@Context Visit visit, @PathParam("id") long id, Given given) {
        long booking = Sent.required("bookingId", Sent.body(given).bookingId());
        exchanges.answer(accounts.get(visit), id, booking, visit.actor());
        return get(visit, id);
    }

    /** Takes it: both seats change hands; confirmed again, nothing changes. */
    @POST
    @Path("{id}/answers/{answer}/confirm")
    public Offered confirm(@Context Visit visit, @PathParam("id") long id, @PathParam("answer") long answer) {
        exchanges.confirm(accounts.get(visit), id, answer, visit.actor());
        return get(visit, id);
    }

    /** Does not want it, or no longer offers it; said again, nothing changes. */
    @DELETE
    @Path("{id}/answers/{answer}")
    public Offered endAnswer(@Context Visit visit, @PathParam("id") long id, @PathParam("answer") long answer) {
        exchanges.endAnswer(accounts.get(visit), id, answer, visit.actor());
        return get(visit, id);
    }
}
