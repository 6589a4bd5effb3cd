package coop.greffon.shifts.internal.rest;

import coop.greffon.shifts.internal.reader.OwnAccounts;
import coop.greffon.shifts.internal.store.booking.JpaHolds;
import coop.greffon.shifts.internal.store.slot.Hold;
import coop.greffon.shifts.internal.store.slot.HoldState;
import coop.greffon.shifts.internal.web.portal.ShiftPages;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import java.time.LocalDate;
import java.util.List;
import javax.ws.rs.Consumes;
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

/** The seats that are kept for whoever is signed in, for programs that act for them. */
@Component(service = WebResource.class)
@Path("/api/shifts/v1/me/holds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresPermission(ShiftPages.BOOK)
public final class HoldsResource implements WebResource {
    private final OwnAccounts accounts;
    private final JpaHolds holds;

    @Activate
    public HoldsResource(@Reference OwnAccounts accounts, @Reference JpaHolds holds) {
        this.accounts = accounts;
        this.holds = holds;
    }

    /**
     * A seat that is kept.
     *
     * @param until the last day on which it is
     */
    public record Kept(long id, long shiftId, LocalDate day, String job, LocalDate until, HoldState state) {
        static Kept of(Hold hold) {
            return new Kept(
                    hold.id(),
                    hold.shift().id(),
                    hold.shift().day(),
                    hold.shift().job(),
                    hold.until(),
                    hold.state());
        }
    }

    /** Those that are kept today, the earliest shift first. */
    @GET
    public List<Kept> list(@Context Visit visit) {
        return holds.open(accounts.get(visit)).stream().map(Kept::of).toList();
    }

    /** Takes it; taken again, nothing changes. */
    @POST
    @Path("{id}/accept")
    public Kept accept(@Context Visit visit, @PathParam("id") long id) {
        holds.accept(accounts.get(visit), id, visit.actor());
        return Kept.of(holds.get(accounts.get(visit), id));
    }

    /** Leaves it to others; said again, nothing changes. */
    @POST
    @Path("{id}/refuse")
    public Kept refuse(@Context Visit visit, @PathParam("id") long id) {
        holds.refuse(accounts.get(visit), id, visit.actor());
        return Kept.of(holds.get(accounts.get(visit), id));
    }
}
