package coop.greffon.shifts.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import coop.greffon.shifts.internal.reader.OwnAccounts;
import coop.greffon.shifts.internal.rules.Unit;
import coop.greffon.shifts.internal.store.pool.JpaPool;
import coop.greffon.shifts.internal.store.pool.PoolBoard;
import coop.greffon.shifts.internal.store.pool.PoolBoard.Pool;
import coop.greffon.shifts.internal.store.pool.PoolMovement;
import coop.greffon.shifts.internal.store.pool.PoolRequest;
import coop.greffon.shifts.internal.web.OwnPages;
import coop.greffon.shifts.internal.web.pool.PoolRequestPages;
import coop.greffon.shifts.internal.web.portal.ShiftPages;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import java.time.LocalDate;
import java.util.List;
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

/** The solidarity pool, for programs. */
@Component(service = WebResource.class)
@Path("/api/shifts/v1/pool")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PoolResource implements WebResource {
    private final OwnAccounts accounts;
    private final JpaPool pool;
    private final PoolBoard board;

    @Activate
    public PoolResource(@Reference OwnAccounts accounts, @Reference JpaPool pool, @Reference PoolBoard board) {
        this.accounts = accounts;
        this.pool = pool;
        this.board = board;
    }

    /**
     * What came in, above zero, or left.
     *
     * @param memberId who gave or was helped, told to coordinators alone
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Movement(LocalDate on, long amount, Long memberId) {
        static Movement of(PoolMovement moved, boolean isNamed) {
            return new Movement(moved.on(), moved.amount(), isNamed ? Long.valueOf(moved.memberId()) : null);
        }
    }

    /**
     * The pool.
     *
     * @param balance what it holds: minutes or hundredths of a shift, as the unit says
     * @param movements the latest first, at most 40
     */
    public record Held(Unit unit, long balance, List<Movement> movements) {
        static Held of(Pool pool, boolean isNamed) {
            return new Held(
                    pool.unit(),
                    pool.balance(),
                    pool.movements().stream()
                            .map(moved -> Movement.of(moved, isNamed))
                            .toList());
        }
    }

    /**
     * A gift.
     *
     * @param amount minutes or hundredths of a shift, as the rules say
     * @param requestKey a key of the caller's own: given again under it, nothing changes
     */
    public record Gift(@NotNull Long amount, @Size(max = 60) String requestKey) {}

    /** What it holds, and what came and went. */
    @GET
    @RequiresPermission(OwnPages.READ)
    public Held get(@Context Visit visit) {
        return Held.of(board.pool(accounts.get(visit)), visit.may(PoolRequestPages.GRANT));
    }

    /** Gives what one did beyond what was due. */
    @POST
    @Path("gifts")
    @RequiresPermission(ShiftPages.BOOK)
    public Held give(@Context Visit visit, Gift gift) {
        long amount = Sent.required("amount", Sent.body(gift).amount());
        pool.give(accounts.get(visit), amount, gift.requestKey(), visit.actor());
        return get(visit);
    }

    /** Asks for a shift; asked again while it is open, nothing changes. */
    @POST
    @Path("requests")
    @RequiresPermission(ShiftPages.BOOK)
    public PoolRequest ask(@Context Visit visit) {
        return pool.ask(accounts.get(visit), visit.actor());
    }

    /** No longer asks; said again, nothing changes. */
    @DELETE
    @Path("requests/{id}")
    @RequiresPermission(ShiftPages.BOOK)
    public Held withdraw(@Context Visit visit, @PathParam("id") long id) {
        pool.withdraw(accounts.get(visit), id, visit.actor());
        return get(visit);
    }

    /** Who asks, the first first. */
    @GET
    @Path("requests")
    @RequiresPermission(PoolRequestPages.GRANT)
    public List<PoolRequest> requests() {
        return board.open();
    }

    /** Gives somebody a shift of the pool; given again, nothing changes. */
    @POST
    @Path("requests/{id}/grant")
    @RequiresPermission(PoolRequestPages.GRANT)
    public List<PoolRequest> grant(@Context Visit visit, @PathParam("id") long id) {
        pool.grant(id, visit.actor());
        return board.open();
    }

    /** Gives somebody nothing; said again, nothing changes. */
    @POST
    @Path("requests/{id}/refuse")
    @RequiresPermission(PoolRequestPages.GRANT)
    public List<PoolRequest> refuse(@Context Visit visit, @PathParam("id") long id) {
        pool.refuse(id, visit.actor());
        return board.open();
    }
}
