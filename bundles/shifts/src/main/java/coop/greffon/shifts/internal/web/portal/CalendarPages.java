package coop.greffon.shifts.internal.web.portal;

import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.reader.OwnAccounts;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.OwnSeat;
import coop.greffon.shifts.internal.view.StaticTemplates;
import coop.greffon.shifts.internal.view.Templates;
import coop.greffon.web.Page;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The shifts of the coming days, day by day. */
@Component(service = WebResource.class)
@Path(CalendarPages.PATH)
public final class CalendarPages implements WebResource {
    static final String PATH = "/shifts/calendar";
    /** The right to see which shifts there are. */
    public static final String LIST = "shifts.slot.list";

    private static final int DAYS = 7;

    private final Templates templates = new StaticTemplates();
    private final ShiftCalendar shifts;
    private final OwnAccounts accounts;

    @Activate
    public CalendarPages(@Reference ShiftCalendar shifts, @Reference OwnAccounts accounts) {
        this.shifts = shifts;
        this.accounts = accounts;
    }

    @GET
    @RequiresPermission(LIST)
    public Page list(@Context Visit visit, @QueryParam("from") String from, @QueryParam("free") String free) {
        LocalDate first = Optional.ofNullable(Sent.day("from", from)).orElse(visit.today());
        LocalDate last = first.plusDays(DAYS - 1L);
        OptionalLong member = accounts.find(visit);
        List<OwnSeat> own = member.isEmpty() ? List.of() : shifts.of(member.getAsLong(), first, last);
        var calendar = Calendar.of(first, last, free != null, shifts.between(first, last), own, visit.now());
        LocalDate next = calendar.days().isEmpty() ? shifts.next(last).orElse(null) : null;
        return Page.of(Text.of("shifts.calendar.title"), templates.calendar(visit, calendar, next))
                .withHelp("shifts/booking");
    }
}
