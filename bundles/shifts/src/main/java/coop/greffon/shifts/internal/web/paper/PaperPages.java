package coop.greffon.shifts.internal.web.paper;

import coop.greffon.core.message.Text;
import coop.greffon.members.Member;
import coop.greffon.members.MemberSummary;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.reader.OwnAccounts;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.BookedSeat;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.Sheet;
import coop.greffon.shifts.internal.store.slot.ShiftState;
import coop.greffon.shifts.internal.view.StaticTemplates;
import coop.greffon.shifts.internal.view.Templates;
import coop.greffon.shifts.internal.web.attendance.SheetAccess;
import coop.greffon.shifts.internal.web.attendance.SheetListPages;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.paper.Paper;
import coop.greffon.web.paper.Printout;
import coop.greffon.web.rest.Sent;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shifts on paper: who may open a sheet may print it; all of them are the office's. */
@Component(service = WebResource.class)
@Path("/shifts/sheets/print")
@RequiresPermission(SheetListPages.TELL)
public final class PaperPages implements WebResource {
    private static final int REST_OF_WEEK = 6;

    private final Templates templates = new StaticTemplates();
    private final OwnAccounts accounts;
    private final ShiftCalendar shifts;
    private final Members members;
    private final Paper paper;

    @Activate
    public PaperPages(
            @Reference OwnAccounts accounts,
            @Reference ShiftCalendar shifts,
            @Reference Members members,
            @Reference Paper paper) {
        this.accounts = accounts;
        this.shifts = shifts;
        this.members = members;
        this.paper = paper;
    }

    /** The poster of the week of a day. */
    @GET
    @Path("week.pdf")
    public Response week(@Context Visit visit, @QueryParam("of") String of) {
        visit.require(SheetListPages.OFFICE);
        LocalDate monday = day(visit, "of", of).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<Sheet> sheets = shifts.sheets(monday, monday.plusDays(REST_OF_WEEK));
        Map<Long, Member> people = members.findAll(present(sheets));
        var poster = WeekPoster.of(monday, sheets, people, visit.zone());
        Text title = Text.of("shifts.print.week", monday, monday.plusDays(REST_OF_WEEK));
        return paper.answer(visit, Printout.landscape("week-" + monday, title, templates.weekPoster(visit, poster)));
    }

    /** The sheets of all shifts of a day. */
    @GET
    @Path("day.pdf")
    public Response ofDay(@Context Visit visit, @QueryParam("on") String on) {
        visit.require(SheetListPages.OFFICE);
        LocalDate day = day(visit, "on", on);
        List<Sheet> held = shifts.sheets(day, day).stream()
                .filter(sheet -> sheet.shift().state() != ShiftState.CANCELLED)
                .toList();
        return sheets(visit, "day-" + day, Text.of("shifts.print.day", visit.longDate(day)), held);
    }

    /** The sheet of a shift. */
    @GET
    @Path("{id: \\d+}.pdf")
    public Response one(@Context Visit visit, @PathParam("id") long id) {
        Sheet sheet = SheetAccess.require(visit, accounts, shifts.sheet(id));
        LocalDate day = sheet.shift().day();
        return sheets(visit, "sheet-" + id, Text.of("shifts.print.day", visit.longDate(day)), List.of(sheet));
    }

    private Response sheets(Visit visit, String name, Text title, List<Sheet> sheets) {
        Map<Long, MemberSummary> names = members.summaries(Stream.concat(
                        present(sheets).stream(), sheets.stream().flatMap(sheet -> ids(sheet.gone())))
                .distinct()
                .toList());
        List<SignOff> papers = sheets.stream()
                .map(sheet -> SignOff.of(sheet, names, visit.language()))
                .toList();
        return paper.answer(visit, Printout.portrait(name, title, templates.signOff(visit, papers)));
    }

    private static List<Long> present(List<Sheet> sheets) {
        return sheets.stream().flatMap(sheet -> ids(sheet.present())).distinct().toList();
    }

    private static Stream<Long> ids(List<BookedSeat> seats) {
        return seats.stream().map(BookedSeat::memberId);
    }

    private static LocalDate day(Visit visit, String field, String typed) {
        return Optional.ofNullable(Sent.day(field, typed)).orElse(visit.today());
    }
}
