package coop.greffon.shifts.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import coop.greffon.shifts.internal.reader.OwnAccounts;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Origin;
import coop.greffon.shifts.internal.store.booking.JpaBookings;
import coop.greffon.shifts.internal.store.slot.Booking;
import coop.greffon.shifts.internal.store.slot.BookingState;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.OwnSeat;
import coop.greffon.shifts.internal.web.OwnPages;
import coop.greffon.shifts.internal.web.portal.ShiftPages;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import java.time.LocalDate;
import java.util.List;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One's own seats, for programs that act for whoever is signed in. */
@Component(service = WebResource.class)
@Path("/api/shifts/v1/me/bookings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class BookingsResource implements WebResource {
    private static final int DAYS = 366;

    private final JpaBookings bookings;
    private final ShiftCalendar shifts;
    private final OwnAccounts accounts;

    @Activate
    public BookingsResource(
            @Reference JpaBookings bookings, @Reference ShiftCalendar shifts, @Reference OwnAccounts accounts) {
        this.bookings = bookings;
        this.shifts = shifts;
        this.accounts = accounts;
    }

    /** A seat of one's own; {@code seated} tells whether it still is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Seat(
            long id,
            long shiftId,
            LocalDate day,
            String job,
            Origin origin,
            BookingState state,
            Comes comes,
            boolean seated) {
        static Seat of(OwnSeat own, Comes comes) {
            Booking booking = own.booking();
            return new Seat(
                    booking.id(),
                    own.shift().id(),
                    own.shift().day(),
                    own.shift().job(),
                    booking.origin(),
                    booking.state(),
                    comes,
                    booking.seated());
        }
    }

    /** A seat that is wanted; who of the household comes is oneself where nothing is said. */
    public record Wanted(@NotNull Long shiftId, Comes comes) {}

    /** Another shift instead. */
    public record Moved(@NotNull Long shiftId) {}

    /** The seats of today and of the year to come, what was given back among them. */
    @GET
    @RequiresPermission(OwnPages.READ)
    public List<Seat> list(@Context Visit visit) {
        return shifts.of(accounts.get(visit), visit.today(), visit.today().plusDays(DAYS)).stream()
                .map(seat -> Seat.of(seat, accounts.seen(visit, seat.booking().comes())))
                .toList();
    }

    /** Takes a seat; asked again, nothing changes. */
    @POST
    @RequiresPermission(ShiftPages.BOOK)
    public List<Seat> book(@Context Visit visit, Wanted wanted) {
        long shift = Sent.required("shiftId", Sent.body(wanted).shiftId());
        Comes comes = wanted.comes() == null ? Comes.THEMSELVES : wanted.comes();
        bookings.book(accounts.get(visit), shift, accounts.seen(visit, comes), visit.actor());
        return list(visit);
    }

    /** Gives a seat back; given back again, nothing changes. */
    @DELETE
    @Path("{id}")
    @RequiresPermission(ShiftPages.BOOK)
    public List<Seat> giveBack(@Context Visit visit, @PathParam("id") long id) {
        bookings.giveBack(accounts.get(visit), id, visit.actor());
        return list(visit);
    }

    /** Changes the shift; changed again to the same, nothing changes. */
    @POST
    @Path("{id}/move")
    @RequiresPermission(ShiftPages.BOOK)
    public List<Seat> move(@Context Visit visit, @PathParam("id") long id, Moved moved) {
        bookings.move(
                accounts.get(visit),
                id,
                Sent.required("shiftId", Sent.body(moved).shiftId()),
                visit.actor());
        return list(visit);
    }

    /** Says that one does not come. */
    @POST
    @Path("{id}/absence")
    @RequiresPermission(ShiftPages.BOOK)
    public List<Seat> announce(@Context Visit visit, @PathParam("id") long id) {
        bookings.announce(accounts.get(visit), id, visit.actor());
        return list(visit);
    }

    /** Who of the household comes. */
    public record Coming(@NotNull Comes comes) {}

    /** Has another person of the household come, or both, each on a seat; said again, nothing changes. */
    @PUT
    @Path("{id}/comes")
    @RequiresPermission(ShiftPages.BOOK)
    public List<Seat> comes(@Context Visit visit, @PathParam("id") long id, Coming coming) {
        Comes comes = Sent.required("comes", Sent.body(coming).comes());
        bookings.comes(accounts.get(visit), id, accounts.seen(visit, comes), visit.actor());
        return list(visit);
    }

    /** Looks for a stand-in. */
    @POST
    @Path("{id}/search")
    @RequiresPermission(ShiftPages.BOOK)
    public List<Seat> seek(@Context Visit visit, @PathParam("id") long id) {
        bookings.seek(accounts.get(visit), id, true, visit.actor());
        return list(visit);
    }

    /** No longer looks for a stand-in. */
    @DELETE
    @Path("{id}/search")
    @RequiresPermission(ShiftPages.BOOK)
    public List<Seat> keep(@Context Visit visit, @PathParam("id") long id) {
        bookings.seek(accounts.get(visit), id, false, visit.actor());
        return list(visit);
    }

    /** Comes instead of somebody else who looks for a stand-in. */
    @POST
    @Path("{id}/stand-in")
    @RequiresPermission(ShiftPages.BOOK)
    public List<Seat> standIn(@Context Visit visit, @PathParam("id") long id) {
        bookings.standIn(accounts.get(visit), id, visit.actor());
        return list(visit);
    }
}
