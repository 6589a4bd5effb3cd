package coop.greffon.shifts.internal.web.attendance;

import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.store.slot.ListedShift;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar;
import coop.greffon.shifts.internal.store.slot.ShiftState;
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
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The sheets of a day, and those of the days before that nobody closed. */
@Component(service = WebResource.class)
@Path(SheetListPages.PATH)
public final class SheetListPages implements WebResource {
    static final String PATH = "/shifts/sheets";

    /** The right to tell who came to a shift one is on. */
    public static final String TELL = "shifts.attendance.tell";

    /** The right to tell of any shift. */
    public static final String OFFICE = "shifts.worker.list";

    private static final int DAYS = 14;

    private final Templates templates = new StaticTemplates();
    private final ShiftCalendar shifts;

    @Activate
    public SheetListPages(@Reference ShiftCalendar shifts) {
        this.shifts = shifts;
    }

    @GET
    @RequiresPermission(TELL)
    public Page list(@Context Visit visit, @QueryParam("on") String on) {
        LocalDate day = Optional.ofNullable(Sent.day("on", on)).orElse(visit.today());
        List<ListedShift> of = shifts.between(day, day);
        List<ListedShift> open = shifts.between(day.minusDays(DAYS), day.minusDays(1)).stream()
                .filter(listed -> listed.shift().state() == ShiftState.PLANNED)
                .filter(listed -> listed.taken() > 0)
                .toList();
        return Page.narrow(Text.of("shifts.sheet.list"), templates.sheets(visit, day, of, open))
                .withHelp("shifts/attendance");
    }
}
