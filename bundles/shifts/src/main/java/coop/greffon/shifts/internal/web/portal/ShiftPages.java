package coop.greffon.shifts.internal.web.portal;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Problem;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.reader.OwnAccounts;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.booking.Refusal;
import coop.greffon.shifts.internal.store.JpaWorkers;
import coop.greffon.shifts.internal.store.booking.JpaBookings;
import coop.greffon.shifts.internal.store.slot.BookingState;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.BookedSeat;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.Sheet;
import coop.greffon.shifts.internal.view.StaticTemplates;
import coop.greffon.shifts.internal.view.Templates;
import coop.greffon.shifts.internal.words.ShortName;
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
import java.util.OptionalLong;
import java.util.stream.Collectors;
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

/** One shift: when it is, whether one can come, and why not. */
@Component(service = WebResource.class)
@Path("/shifts/calendar/{id: \\d+}")
public final class ShiftPages implements WebResource {
    /** The right to take seats and give them back, for oneself. */
    public static final String BOOK = "shifts.slot.book";

    private static final int UNPROCESSABLE = 422;

    private final Templates templates = new StaticTemplates();
    private final ShiftCalendar shifts;
    private final JpaBookings bookings;
    private final JpaWorkers workers;
    private final OwnAccounts accounts;
    private final Members members;

    @Activate
    public ShiftPages(
            @Reference ShiftCalendar shifts,
            @Reference JpaBookings bookings,
            @Reference JpaWorkers workers,
            @Reference OwnAccounts accounts,
            @Reference Members members) {
        this.shifts = shifts;
        this.bookings = bookings;
        this.workers = workers;
        this.accounts = accounts;
        this.members = members;
    }

    static String path(long id) {
        return CalendarPages.PATH + "/" + id;
    }

    static Crumb above() {
        return new Crumb(Text.of("shifts.calendar.title"), CalendarPages.PATH);
    }

    @GET
    @RequiresPermission(CalendarPages.LIST)
    public Page show(@Context Visit visit, @PathParam("id") long id) {
        return show(visit, id, Form.of(visit, Map.of("comes", Comes.THEMSELVES.name())));
    }

    private Page show(Visit visit, long id, Form form) {
        Sheet sheet = shifts.sheet(id);
        OptionalLong member = worker(visit);
        List<BookedSeat> own = sheet.present().stream()
                .filter(seat -> member.isPresent() && seat.memberId() == member.getAsLong())
                .toList();
        List<Refusal> refusals = member.isEmpty() || !own.isEmpty()
                ? List.of()
                : bookings.refusals(member.getAsLong(), id, accounts.seen(visit, Comes.THEMSELVES));
        List<BookedSeat> sought = sheet.present().stream()
                .filter(seat -> !own.contains(seat) && seat.booking().state() == BookingState.SEEKING)
                .toList();
        List<Comes> choices = accounts.choices(visit);
        // Whoever looks for a stand-in is read of by all who might be one.
        Map<Long, String> names =
                members.findAll(sought.stream().map(BookedSeat::memberId).toList()).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, found -> ShortName.of(found.getValue())));
        var view = new ShiftView(
                sheet,
                own.stream().map(seat -> own(visit, seat)).toList(),
                choices.contains(Comes.BOTH) ? other(visit, id, own) : null,
                member.isPresent(),
                refusals,
                sought,
                names,
                choices);
        return Page.narrow(Text.of("shifts.shift.heading", sheet.shift().job()), templates.shift(visit, form, view))
                .below(above())
                .withHelp("shifts/booking");
    }

    /** Whose duty it would be; empty for who has none. */
    private OptionalLong worker(Visit visit) {
        OptionalLong member = accounts.find(visit);
        return member.isPresent() && workers.isEnrolled(member.getAsLong()) ? member : OptionalLong.empty();
    }

    private ShiftView.Own own(Visit visit, BookedSeat seat) {
        return new ShiftView.Own(
                seat.booking(), accounts.seen(visit, seat.booking().comes()));
    }

    /** Who of the household could come as well as whoever does; null for nobody. */
    private Comes other(Visit visit, long id, List<BookedSeat> own) {
        if (own.size() != 1 || own.get(0).booking().comes() == Comes.BOTH) {
            return null;
        }
        Comes other = own.get(0).booking().comes().seenByTheOther();
        boolean isFree = bookings.refusals(own.get(0).memberId(), id, other).isEmpty();
        return isFree ? accounts.seen(visit, other) : null;
    }

    @POST
    @RequiresPermission(BOOK)
    public Response book(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        try {
            Comes comes = typed.text("comes") == null ? Comes.THEMSELVES : typed.one("comes", Comes.class);
            typed.insist();
            bookings.book(insisted(visit), id, accounts.seen(visit, comes), visit.actor());
            return done(id, "shifts.done.booked");
        } catch (Problem problem) {
            return refused(show(visit, id, Form.refused(visit, typed.values(), problem)));
        }
    }

    /** Comes instead of somebody. */
    @POST
    @Path("stand-in/{booking: \\d+}")
    @RequiresPermission(BOOK)
    public Response standIn(@Context Visit visit, @PathParam("id") long id, @PathParam("booking") long booking) {
        try {
            bookings.standIn(insisted(visit), booking, visit.actor());
            return done(id, "shifts.done.stood-in");
        } catch (Problem problem) {
            return refused(show(visit, id, Form.refused(visit, Map.of(), problem)));
        }
    }

    private long insisted(Visit visit) {
        return worker(visit).orElseThrow(() -> new NotFound(Text.of("shifts.self.none")));
    }

    private static Response done(long id, String what) {
        return Response.seeOther(URI.create(path(id) + "?done=" + what)).build();
    }

    private static Response refused(Page page) {
        return Response.status(UNPROCESSABLE).entity(page).build();
    }
}
