package coop.greffon.shifts.internal.web.portal;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Problem;
import coop.greffon.shifts.internal.reader.OwnAccounts;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.store.booking.JpaBookings;
import coop.greffon.shifts.internal.store.booking.Ways;
import coop.greffon.shifts.internal.store.slot.ListedShift;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.OwnSeat;
import coop.greffon.shifts.internal.store.slot.ShiftState;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/** "I cannot come": what one can do about a seat one has, each way with what it means. */
@Component(service = WebResource.class)
@Path("/shifts/mine/{id: \\d+}")
@RequiresPermission(ShiftPages.BOOK)
public final class SeatPages implements WebResource {
    private static final String MINE = "/shifts/mine";
    private static final int UNPROCESSABLE = 422;
    private static final int DAYS = 28;
    private static final int MOST = 30;

    private final Templates templates = new StaticTemplates();
    private final JpaBookings bookings;
    private final ShiftCalendar shifts;
    private final OwnAccounts accounts;

    @Activate
    public SeatPages(
            @Reference JpaBookings bookings, @Reference ShiftCalendar shifts, @Reference OwnAccounts accounts) {
        this.bookings = bookings;
        this.shifts = shifts;
        this.accounts = accounts;
    }

    @FunctionalInterface
    private interface Deed {
        void of(long memberId, Actor by);
    }

    @GET
    public Page show(@Context Visit visit, @PathParam("id") long id) {
        return show(visit, id, null);
    }

    private Page show(Visit visit, long id, Form form) {
        long member = accounts.get(visit);
        Ways ways = bookings.ways(member, id);
        String comes = accounts.seen(visit, ways.booking().comes()).name();
        Form shown = form == null ? Form.of(visit, Map.of("comes", comes)) : form;
        return Page.narrow(
                        Text.of("shifts.seat.title"),
                        templates.seat(visit, shown, ways, others(visit, member, ways), who(visit)))
                .below(new Crumb(Text.of("shifts.self.title"), MINE))
                .withHelp("shifts/booking");
    }

    /** Who may come to it; nobody to choose from where the reader lives alone. */
    private List<Choice> who(Visit visit) {
        List<Comes> choices = accounts.choices(visit);
        return choices.size() == 1
                ? List.of()
                : choices.stream()
                        .map(who -> new Choice(who.name(), visit.t("shifts.comes." + who)))
                        .toList();
    }

    /** The shifts to come on which there is a seat and one is not yet. */
    private List<Choice> others(Visit visit, long member, Ways ways) {
        LocalDate last = visit.today().plusDays(DAYS);
        Set<Long> own = shifts.of(member, visit.today(), last).stream()
                .map(OwnSeat::shift)
                .map(shift -> shift.id())
                .collect(Collectors.toSet());
        return ways.handingOn().isEmpty()
                ? shifts.between(visit.today(), last).stream()
                        .filter(listed -> listed.free() > 0 && listed.shift().state() == ShiftState.PLANNED)
                        .filter(listed -> listed.shift().span().starts().isAfter(visit.now()))
                        .map(ListedShift::shift)
                        .filter(shift -> !own.contains(shift.id()))
                        .limit(MOST)
                        .map(shift -> new Choice(Long.toString(shift.id()), ShiftWords.title(visit, shift)))
                        .toList()
                : List.of();
    }

    @POST
    @Path("give-back")
    public Response giveBack(@Context Visit visit, @PathParam("id") long id) {
        return done(visit, id, "given-back", (member, by) -> bookings.giveBack(member, id, by));
    }

    @POST
    @Path("announce")
    public Response announce(@Context Visit visit, @PathParam("id") long id) {
        return done(visit, id, "announced", (member, by) -> bookings.announce(member, id, by));
    }

    @POST
    @Path("seek")
    public Response seek(@Context Visit visit, @PathParam("id") long id) {
        return done(visit, id, "seeking", (member, by) -> bookings.seek(member, id, true, by));
    }

    @POST
    @Path("keep")
    public Response keep(@Context Visit visit, @PathParam("id") long id) {
        return done(visit, id, "kept", (member, by) -> bookings.seek(member, id, false, by));
    }

    /** Another person of the household comes, or both do. */
    @POST
    @Path("comes")
    public Response comes(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        Comes comes = typed.one("comes", Comes.class);
        if (comes == null) {
            var missing = new InvalidInput(FieldError.of("comes", typed.text("comes"), Text.of("shifts.seat.who")));
            return refused(visit, id, typed.values(), missing);
        }
        Comes kept = accounts.seen(visit, comes);
        return done(visit, id, "comes", (member, by) -> bookings.comes(member, id, kept, by));
    }

    /** Another shift instead. */
    @POST
    @Path("move")
    public Response move(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        Long shift = typed.whole("shift");
        if (shift == null) {
            var missing = new InvalidInput(FieldError.of("shift", null, Text.of("shifts.seat.choose")));
            return refused(visit, id, typed.values(), missing);
        }
        return done(visit, id, "moved", (member, by) -> bookings.move(member, id, shift, by));
    }

    private Response done(Visit visit, long id, String what, Deed deed) {
        try {
            deed.of(accounts.get(visit), visit.actor());
            return Response.seeOther(URI.create(MINE + "?done=shifts.done." + what))
                    .build();
        } catch (Problem problem) {
            return refused(visit, id, Map.of(), problem);
        }
    }

    private Response refused(Visit visit, long id, Map<String, String> values, Problem problem) {
        return Response.status(UNPROCESSABLE)
                .entity(show(visit, id, Form.refused(visit, values, problem)))
                .build();
    }
}
