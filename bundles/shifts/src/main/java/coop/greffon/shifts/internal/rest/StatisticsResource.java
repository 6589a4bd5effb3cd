package coop.greffon.shifts.internal.rest;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.store.StandingCounts;
import coop.greffon.shifts.internal.store.slot.ListedShift;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar;
import coop.greffon.shifts.internal.store.slot.ShiftState;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the pictures are drawn from, for programs. */
@Component(service = WebResource.class)
@Path("/api/shifts/v1/statistics")
@Produces(MediaType.APPLICATION_JSON)
@RequiresPermission("shifts.worker.list")
public final class StatisticsResource implements WebResource {
    private static final int MOST_DAYS = 366;
    private static final int WEEKS = 12;

    private final ShiftCalendar shifts;
    private final StandingCounts counts;

    @Activate
    public StatisticsResource(@Reference ShiftCalendar shifts, @Reference StandingCounts counts) {
        this.shifts = shifts;
        this.counts = counts;
    }

    /**
     * How full the shifts of a job are on a day; cancelled ones are left out.
     *
     * @param shifts how many take place
     * @param seats how many seats they have
     * @param taken how many of them somebody has
     * @param lacking how many people are missing to what the shifts need
     * @param minutes what those who have a seat work, all together
     */
    public record Staffing(LocalDate on, String job, int shifts, int seats, int taken, int lacking, long minutes) {
        static Staffing of(LocalDate on, String job, List<ListedShift> listed) {
            return new Staffing(
                    on,
                    job,
                    listed.size(),
                    listed.stream().mapToInt(ListedShift::seats).sum(),
                    listed.stream().mapToInt(ListedShift::taken).sum(),
                    listed.stream().mapToInt(ListedShift::lacking).sum(),
                    listed.stream().mapToLong(Staffing::minutes).sum());
        }

        private static long minutes(ListedShift listed) {
            return listed.taken()
                    * Duration.between(
                                    listed.shift().span().starts(),
                                    listed.shift().span().ends())
                            .toMinutes();
        }
    }

    /**
     * What was done at a job.
     *
     * @param minutes of everybody who came, all together
     */
    public record Attended(String job, long minutes) {}

    /** How many people stood where in the evening of a day. */
    public record Standings(LocalDate on, Map<StatusCode, Integer> people) {}

    /** How full the days are, by job: seven days from today where no others are named, at most a year. */
    @GET
    @Path("staffing")
    public List<Staffing> staffing(@Context Visit visit, @QueryParam("from") String from, @QueryParam("to") String to) {
        Days days = Days.of(from, to, visit.today(), visit.today().plusDays(6));
        Map<LocalDate, Map<String, List<ListedShift>>> byDay = shifts.between(days.from(), days.to()).stream()
                .filter(listed -> listed.shift().state() != ShiftState.CANCELLED)
                .collect(Collectors.groupingBy(
                        listed -> listed.shift().day(),
                        TreeMap::new,
                        Collectors.groupingBy(listed -> listed.shift().job(), TreeMap::new, Collectors.toList())));
        return byDay.entrySet().stream()
                .flatMap(day -> day.getValue().entrySet().stream()
                        .map(job -> Staffing.of(day.getKey(), job.getKey(), job.getValue())))
                .toList();
    }

    /** What people came for, by job, as the sheets tell: the last twelve weeks where no days are named, at most a year. */
    @GET
    @Path("hours")
    public List<Attended> hours(@Context Visit visit, @QueryParam("from") String from, @QueryParam("to") String to) {
        Days days =
                Days.of(from, to, visit.today().minusWeeks(WEEKS), visit.today().minusDays(1));
        return shifts.attended(days.from(), days.to()).entrySet().stream()
                .map(job -> new Attended(job.getKey(), job.getValue()))
                .toList();
    }

    /** Where people stood on the days on which it was counted: the last year where no others are named, at most a year. */
    @GET
    @Path("standings")
    public List<Standings> standings(
            @Context Visit visit, @QueryParam("from") String from, @QueryParam("to") String to) {
        Days days = Days.of(from, to, visit.today().minusYears(1), visit.today());
        return counts.between(days.from(), days.to()).entrySet().stream()
                .map(day -> new Standings(day.getKey(), day.getValue()))
                .toList();
    }

    private record Days(LocalDate from, LocalDate to) {
        static Days of(String from, String to, LocalDate first, LocalDate last) {
            var days = new Days(
                    Optional.ofNullable(Sent.day("from", from)).orElse(first),
                    Optional.ofNullable(Sent.day("to", to)).orElse(last));
            if (days.to().isBefore(days.from()) || days.to().isAfter(days.from().plusDays(MOST_DAYS))) {
                throw new InvalidInput(
                        FieldError.of("to", days.to(), Text.of("shifts.calendar.range", days.from(), MOST_DAYS)));
            }
            return days;
        }
    }
}
