package coop.greffon.shifts.internal.web.picture;

import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.store.StandingCounts;
import coop.greffon.shifts.internal.store.WorkerList;
import coop.greffon.shifts.internal.store.slot.ListedShift;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar;
import coop.greffon.shifts.internal.view.StaticTemplates;
import coop.greffon.shifts.internal.view.Templates;
import coop.greffon.shifts.internal.words.StandingWords;
import coop.greffon.web.Page;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What one would rather look at than read: how full the coming weeks are, what was done, and where people stand. */
@Component(service = WebResource.class)
@Path("/shifts/pictures")
public final class PicturePages implements WebResource {
    private static final int WEEKS_AHEAD = 5;
    private static final int WEEKS_PAST = 12;

    private final Templates templates = new StaticTemplates();
    private final ShiftCalendar shifts;
    private final WorkerList workers;
    private final StandingCounts counts;

    @Activate
    public PicturePages(
            @Reference ShiftCalendar shifts, @Reference WorkerList workers, @Reference StandingCounts counts) {
        this.shifts = shifts;
        this.workers = workers;
        this.counts = counts;
    }

    @GET
    @RequiresPermission("shifts.worker.list")
    public Page show(@Context Visit visit) {
        LocalDate monday = HeatMap.monday(visit.today());
        List<ListedShift> coming =
                shifts.between(visit.today(), monday.plusWeeks(WEEKS_AHEAD).minusDays(1));
        Map<String, Long> past = shifts.attended(
                visit.today().minusWeeks(WEEKS_PAST), visit.today().minusDays(1));
        return Page.of(
                Text.of("shifts.pictures.title"),
                templates.pictures(
                        visit,
                        HeatMap.of(visit.today(), WEEKS_AHEAD, coming),
                        Bars.fill(coming),
                        Bars.hours(past),
                        Bars.amounts(standings(), 1),
                        Course.of(counts.between(visit.today().minusYears(1), visit.today()))));
    }

    private Map<Text, Long> standings() {
        Map<Text, Long> standings = new LinkedHashMap<>();
        for (StatusCode code : StatusCode.values()) {
            long count = workers.count(new WorkerList.Filter(code, null));
            if (count > 0) {
                standings.put(StandingWords.name(code), count);
            }
        }
        return standings;
    }
}
