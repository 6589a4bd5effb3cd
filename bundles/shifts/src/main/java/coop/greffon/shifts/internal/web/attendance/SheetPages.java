package coop.greffon.shifts.internal.web.attendance;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Problem;
import coop.greffon.members.Member;
import coop.greffon.members.MemberSummary;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.reader.OwnAccounts;
import coop.greffon.shifts.internal.rules.Outcome;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.store.booking.JpaAttendance;
import coop.greffon.shifts.internal.store.booking.JpaAttendance.Added;
import coop.greffon.shifts.internal.store.booking.SheetClosing;
import coop.greffon.shifts.internal.store.booking.SheetClosing.Assumed;
import coop.greffon.shifts.internal.store.booking.Told;
import coop.greffon.shifts.internal.store.exchange.JpaReplacements;
import coop.greffon.shifts.internal.store.slot.Shift;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.BookedSeat;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.Sheet;
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
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/** The sheet of a shift: who came, who was late, who came without a seat, and how it went. */
@Component(service = WebResource.class)
@Path("/shifts/sheets/{id: \\d+}")
@RequiresPermission(SheetListPages.TELL)
public final class SheetPages implements WebResource {
    private static final int UNPROCESSABLE = 422;

    private final Templates templates = new StaticTemplates();
    private final ShiftCalendar shifts;
    private final JpaAttendance attendance;
    private final SheetClosing closing;
    private final JpaReplacements replacements;
    private final OwnAccounts accounts;
    private final Members members;
    private final RulesInForce rules;
    private final Clock clock;

    @Activate
    public SheetPages(
            @Reference ShiftCalendar shifts,
            @Reference JpaAttendance attendance,
            @Reference SheetClosing closing,
            @Reference JpaReplacements replacements,
            @Reference OwnAccounts accounts,
            @Reference Members members,
            @Reference RulesInForce rules,
            @Reference Clock clock) {
        this.shifts = shifts;
        this.attendance = attendance;
        this.closing = closing;
        this.replacements = replacements;
        this.accounts = accounts;
        this.members = members;
        this.rules = rules;
        this.clock = clock;
    }

    @GET
    public Page show(@Context Visit visit, @PathParam("id") long id) {
        return show(visit, id, Form.of(visit, Map.of()), null);
    }

    /** With what was typed, of the seat it is about; null where it is about none. */
    private Page show(Visit visit, long id, Form form, Long typedOf) {
        Sheet sheet = SheetAccess.require(visit, accounts, shifts.sheet(id));
        List<BookedSeat> rows = Stream.concat(
                        sheet.present().stream(),
                        sheet.gone().stream()
                                .filter(seat -> seat.booking().state().isExpected()))
                .toList();
        Map<Long, MemberSummary> names =
                members.summaries(rows.stream().map(BookedSeat::memberId).toList());
        return Page.narrow(
                        Text.of("shifts.sheet.title", sheet.shift().job()),
                        templates.sheet(
                                visit,
                                form,
                                sheet,
                                accounts.find(visit),
                                phase(sheet.shift()),
                                rows,
                                names,
                                replaceable(rows, names),
                                typedOf,
                                refused(visit, form)))
                .below(new Crumb(Text.of("shifts.sheet.list"), SheetListPages.PATH))
                .withHelp("shifts/attendance");
    }

    /** Whoever was refused as one who comes; null for nobody, or where the reader has no business with their work. */
    private Member refused(Visit visit, Form form) {
        return form.isRefused() && visit.may(SheetListPages.OFFICE)
                ? Stream.of("number", "replacement")
                        .map(form::value)
                        .filter(number -> !number.isBlank())
                        .findFirst()
                        .flatMap(number -> members.findByNumber(number.strip()))
                        .orElse(null)
                : null;
    }

    /** Where the two tracks have sheets that open at different times, the first opens the page: of each person their own rules decide. */
    private SheetPhase phase(Shift shift) {
        Duration opens = Stream.of(Track.FIXED, Track.FLYING)
                .map(track -> rules.of(track).on(shift.day()).attendance().opens())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return SheetPhase.of(shift, opens, clock.instant());
    }

    /** Those of whom nothing is told yet. */
    private static List<Choice> replaceable(List<BookedSeat> rows, Map<Long, MemberSummary> names) {
        return rows.stream()
                .filter(seat ->
                        seat.booking().seated() && seat.booking().state().isOpen())
                .map(seat -> new Choice(Long.toString(seat.booking().id()), ShiftWords.name(names, seat.memberId())))
                .toList();
    }

    /** What became of a seat; the note is needed once the sheet is closed. */
    @POST
    @Path("seats/{booking: \\d+}")
    public Response tell(
            @Context Visit visit,
            @PathParam("id") long id,
            @PathParam("booking") long booking,
            MultivaluedMap<String, String> sent) {
        SheetAccess.require(visit, accounts, shifts.sheet(id));
        Typed typed = Typed.of(sent);
        try {
            Outcome outcome = typed.one("outcome", Outcome.class);
            typed.insist();
            SheetAccess.requireOn(shifts.sheet(id), booking);
            // The tick stands beside all the buttons, and says something with one of them.
            boolean isLate = outcome == Outcome.ATTENDED && typed.text("late") != null;
            attendance.tell(booking, new Told(outcome, isLate, typed.text("note")), visit.actor());
            return Response.seeOther(URI.create(SheetListPages.PATH + "/" + id + "#s" + booking))
                    .build();
        } catch (Problem problem) {
            return refused(visit, id, booking, typed, problem);
        }
    }

    /** Somebody who came without a seat, by the number of the member. */
    @POST
    @Path("walk-in")
    public Response walkIn(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        SheetAccess.require(visit, accounts, shifts.sheet(id));
        Typed typed = Typed.of(sent);
        try {
            Added added = attendance.walkIn(id, numbered("number", typed), visit.actor());
            return done(id, SheetWords.added(added));
        } catch (Problem problem) {
            return refused(visit, id, null, typed, SheetWords.at("number", problem));
        }
    }

    /** Somebody who comes instead of another, by the number of the member. */
    @POST
    @Path("replacement")
    public Response replace(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        SheetAccess.require(visit, accounts, shifts.sheet(id));
        Typed typed = Typed.of(sent);
        try {
            Long booking = typed.whole("booking");
            typed.insist();
            if (booking == null) {
                throw new InvalidInput(FieldError.of("booking", null, Text.of("shifts.sheet.replaced.choose")));
            }
            SheetAccess.requireOn(shifts.sheet(id), booking);
            replacements.replace(booking, numbered("replacement", typed), visit.actor());
            return done(id, "shifts.done.replaced");
        } catch (Problem problem) {
            return refused(visit, id, null, typed, SheetWords.at("replacement", problem));
        }
    }

    private long numbered(String field, Typed typed) {
        String number = typed.text(field);
        return Optional.ofNullable(number)
                .flatMap(members::findByNumber)
                .map(Member::id)
                .orElseThrow(() -> new InvalidInput(FieldError.of(field, number, Text.of("shifts.sheet.nobody"))));
    }

    /** Says first of whom it would tell what, and closes once that is confirmed as it is by then. */
    @POST
    @Path("close")
    public Response close(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Sheet sheet = SheetAccess.require(visit, accounts, shifts.sheet(id));
        Typed typed = Typed.of(sent);
        if (typed.text("back") != null) {
            return Response.ok(show(visit, id, Form.of(visit, typed.values()), null))
                    .build();
        }
        try {
            String remark = SheetClosing.said(typed.text("remark"));
            boolean early = SheetAccess.mayCloseEarly(visit);
            List<Assumed> assumed = closing.foresee(id, early, visit.actor());
            if (!assumed.isEmpty() && !confirmation(assumed).equals(typed.text("confirmed"))) {
                return Response.ok(question(visit, sheet, assumed, remark)).build();
            }
            closing.close(id, remark, early, visit.actor());
            boolean isSaid = remark != null && sheet.shift().state() == ShiftState.CLOSED;
            return done(id, isSaid ? "shifts.done.remark" : "shifts.done.closed");
        } catch (Problem problem) {
            return refused(visit, id, null, typed, problem);
        }
    }

    /** What was read before it was confirmed. */
    private static String confirmation(List<Assumed> assumed) {
        return assumed.stream()
                .map(one -> one.bookingId() + " " + one.outcome())
                .collect(Collectors.joining(","));
    }

    private Page question(Visit visit, Sheet sheet, List<Assumed> assumed, String remark) {
        Map<Long, MemberSummary> names =
                members.summaries(assumed.stream().map(Assumed::memberId).toList());
        return Page.narrow(
                        Text.of("shifts.sheet.close"),
                        templates.sheetClose(visit, sheet.shift(), assumed, names, remark, confirmation(assumed)))
                .below(new Crumb(Text.of("shifts.sheet.list"), SheetListPages.PATH))
                .withHelp("shifts/attendance");
    }

    private static Response done(long id, String what) {
        return Response.seeOther(URI.create(SheetListPages.PATH + "/" + id + "?done=" + what))
                .build();
    }

    private Response refused(Visit visit, long id, Long typedOf, Typed typed, Problem problem) {
        return Response.status(UNPROCESSABLE)
                .entity(show(visit, id, Form.refused(visit, typed.values(), problem), typedOf))
                .build();
    }
}
