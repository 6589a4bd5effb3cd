package coop.greffon.shifts.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.shifts.internal.reader.OwnAccounts;
import coop.greffon.shifts.internal.store.booking.JpaAttendance;
import coop.greffon.shifts.internal.store.booking.SheetClosing;
import coop.greffon.shifts.internal.store.booking.SheetClosing.Assumed;
import coop.greffon.shifts.internal.store.booking.Told;
import coop.greffon.shifts.internal.store.exchange.JpaReplacements;
import coop.greffon.shifts.internal.store.slot.BookingState;
import coop.greffon.shifts.internal.store.slot.ListedShift;
import coop.greffon.shifts.internal.store.slot.Shift;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.BookedSeat;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.Sheet;
import coop.greffon.shifts.internal.store.slot.ShiftState;
import coop.greffon.shifts.internal.web.attendance.SheetAccess;
import coop.greffon.shifts.internal.web.attendance.SheetListPages;
import coop.greffon.shifts.internal.web.portal.CalendarPages;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shifts, and who came to them, for programs. */
@Component(service = WebResource.class)
@Path("/api/shifts/v1/shifts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ShiftsResource implements WebResource {
    private static final int DAYS = 31;

    private final ShiftCalendar shifts;
    private final JpaAttendance attendance;
    private final SheetClosing closing;
    private final JpaReplacements replacements;
    private final OwnAccounts accounts;

    @Activate
    public ShiftsResource(
            @Reference ShiftCalendar shifts,
            @Reference JpaAttendance attendance,
            @Reference SheetClosing closing,
            @Reference JpaReplacements replacements,
            @Reference OwnAccounts accounts) {
        this.shifts = shifts;
        this.attendance = attendance;
        this.closing = closing;
        this.replacements = replacements;
        this.accounts = accounts;
    }

    /**
     * A shift.
     *
     * @param worth what it counts: minutes or hundredths of a shift, as the rules say
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Listed(
            long id,
            Long templateId,
            LocalDate day,
            Instant starts,
            Instant ends,
            String job,
            long worth,
            ShiftState state,
            int minimum,
            int seats,
            int taken,
            int seeking) {
        static Listed of(ListedShift listed) {
            Shift shift = listed.shift();
            return new Listed(
                    shift.id(),
                    shift.templateId(),
                    shift.day(),
                    shift.span().starts(),
                    shift.span().ends(),
                    shift.job(),
                    shift.worth(),
                    shift.state(),
                    shift.minimum(),
                    listed.seats(),
                    listed.taken(),
                    listed.seeking());
        }
    }

    /** Somebody on a sheet. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OnSheet(long bookingId, long memberId, BookingState state, boolean late, String note) {
        static OnSheet of(BookedSeat seat) {
            return new OnSheet(
                    seat.booking().id(),
                    seat.memberId(),
                    seat.booking().state(),
                    seat.booking().late(),
                    seat.booking().note());
        }
    }

    /** Somebody who came without a seat. */
    public record WalkIn(@NotNull Long memberId) {}

    /** Somebody who comes instead. */
    public record Replacement(@NotNull Long memberId) {}

    /** How it went, null for nothing to say. */
    public record Closing(@Size(max = 1000) String remark) {}

    /** The shifts of some days, at most 31; of the seven from today on where none are asked for. */
    @GET
    @RequiresPermission(CalendarPages.LIST)
    public List<Listed> list(@Context Visit visit, @QueryParam("from") String from, @QueryParam("to") String to) {
        LocalDate first = Optional.ofNullable(Sent.day("from", from)).orElse(visit.today());
        LocalDate last = Optional.ofNullable(Sent.day("to", to)).orElse(first.plusDays(6));
        if (last.isBefore(first) || last.isAfter(first.plusDays(DAYS - 1L))) {
            throw new InvalidInput(FieldError.of("to", last, Text.of("shifts.calendar.range", first, DAYS - 1)));
        }
        return shifts.between(first, last).stream().map(Listed::of).toList();
    }

    /** Whoever has a seat or said that they do not come. */
    @GET
    @Path("{id}/sheet")
    @RequiresPermission(SheetListPages.TELL)
    public List<OnSheet> sheet(@Context Visit visit, @PathParam("id") long id) {
        Sheet sheet = SheetAccess.require(visit, accounts, shifts.sheet(id));
        return Stream.concat(
                        sheet.present().stream(),
                        sheet.gone().stream()
                                .filter(seat -> seat.booking().state().isExpected()))
                .map(OnSheet::of)
                .toList();
    }

    /** Says what became of a seat; said again the same, nothing changes. */
    @PUT
    @Path("{id}/sheet/{booking}")
    @RequiresPermission(SheetListPages.TELL)
    public List<OnSheet> tell(
            @Context Visit visit, @PathParam("id") long id, @PathParam("booking") long booking, Told told) {
        SheetAccess.requireOn(SheetAccess.require(visit, accounts, shifts.sheet(id)), booking);
        attendance.tell(booking, Sent.body(told), visit.actor());
        return sheet(visit, id);
    }

    /** Has somebody come instead; said again, nothing changes. */
    @PUT
    @Path("{id}/sheet/{booking}/replacement")
    @RequiresPermission(SheetListPages.TELL)
    public List<OnSheet> replace(
            @Context Visit visit, @PathParam("id") long id, @PathParam("booking") long booking, Replacement who) {
        SheetAccess.requireOn(SheetAccess.require(visit, accounts, shifts.sheet(id)), booking);
        replacements.replace(booking, Sent.required("memberId", Sent.body(who).memberId()), visit.actor());
        return sheet(visit, id);
    }

    /** Writes down somebody who came without a seat; written down again, nothing changes. */
    @POST
    @Path("{id}/walk-ins")
    @RequiresPermission(SheetListPages.TELL)
    public List<OnSheet> walkIn(@Context Visit visit, @PathParam("id") long id, WalkIn who) {
        SheetAccess.require(visit, accounts, shifts.sheet(id));
        attendance.walkIn(id, Sent.required("memberId", Sent.body(who).memberId()), visit.actor());
        return sheet(visit, id);
    }

    /** What closing the sheet now would tell, of each of whom nothing is told yet. */
    @GET
    @Path("{id}/close")
    @RequiresPermission(SheetListPages.TELL)
    public List<Assumed> foresee(@Context Visit visit, @PathParam("id") long id) {
        SheetAccess.require(visit, accounts, shifts.sheet(id));
        return closing.foresee(id, SheetAccess.mayCloseEarly(visit), visit.actor());
    }

    /**
     * Closes a sheet; closed again, nothing changes. While the shift goes on, only the office closes one that would tell somebody
     * absent.
     */
    @POST
    @Path("{id}/close")
    @RequiresPermission(SheetListPages.TELL)
    public List<OnSheet> close(@Context Visit visit, @PathParam("id") long id, Closing how) {
        SheetAccess.require(visit, accounts, shifts.sheet(id));
        closing.close(id, Sent.body(how).remark(), SheetAccess.mayCloseEarly(visit), visit.actor());
        return sheet(visit, id);
    }
}
