package coop.greffon.shifts.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.rules.Unit;
import coop.greffon.shifts.internal.store.JpaTracks;
import coop.greffon.shifts.internal.store.JpaWorkers;
import coop.greffon.shifts.internal.store.slot.JpaTeams;
import coop.greffon.shifts.internal.store.slot.Shift;
import coop.greffon.shifts.internal.store.slot.TeamDraft;
import coop.greffon.shifts.internal.store.slot.TeamOutlook;
import coop.greffon.shifts.internal.web.WorkerPages;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import java.time.LocalDate;
import java.util.List;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How people work in the course of time, for programs. */
@Component(service = WebResource.class)
@Path("/api/shifts/v1/members/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresPermission(WorkerPages.EDIT)
public final class EnrolmentsResource implements WebResource {
    private final JpaTracks tracks;
    private final JpaTeams teams;
    private final JpaWorkers workers;

    @Activate
    public EnrolmentsResource(@Reference JpaTracks tracks, @Reference JpaTeams teams, @Reference JpaWorkers workers) {
        this.tracks = tracks;
        this.teams = teams;
        this.workers = workers;
    }

    /**
     * A track from a day on.
     *
     * @param track null where they no longer work
     */
    public record Stretch(Track track, LocalDate from) {}

    /** The first day on which they no longer work. */
    public record End(@NotNull LocalDate on) {}

    /** The day on which they began. */
    public record Start(@NotNull LocalDate start) {}

    /**
     * What a change of team would change.
     *
     * @param freed the days of their shifts that others could have
     * @param taken the days of the shifts on which they would have a seat
     * @param cost in the unit of the rules
     * @param counter what is on the main counter now
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TeamEffects(
            List<LocalDate> freed,
            List<LocalDate> taken,
            Track before,
            Track after,
            long cost,
            long counter,
            Unit unit) {
        static TeamEffects of(TeamOutlook outlook) {
            return new TeamEffects(
                    outlook.freed().stream().map(Shift::day).toList(),
                    outlook.taken().stream().map(Shift::day).toList(),
                    outlook.before(),
                    outlook.after(),
                    outlook.cost(),
                    outlook.counter(),
                    outlook.unit());
        }
    }

    /** Has somebody work no more from a day on; said again, nothing changes. */
    @POST
    @Path("enrolment/end")
    public List<Stretch> end(@Context Visit visit, @PathParam("id") long id, End end) {
        tracks.end(id, Sent.required("on", Sent.body(end).on()), visit.actor());
        return stretches(visit, id);
    }

    /** Has somebody have begun on another day, while nothing is counted. */
    @POST
    @Path("enrolment/start")
    public List<Stretch> start(@Context Visit visit, @PathParam("id") long id, Start start) {
        tracks.correctStart(id, Sent.required("start", Sent.body(start).start()), visit.actor());
        return stretches(visit, id);
    }

    /** What another team would change; nothing is changed. */
    @POST
    @Path("team/effects")
    public TeamEffects effects(@PathParam("id") long id, TeamDraft draft) {
        return TeamEffects.of(teams.outlook(id, Sent.body(draft)));
    }

    /** Has somebody work in another team; asked again for the same, nothing changes. */
    @POST
    @Path("team")
    public List<Stretch> team(@Context Visit visit, @PathParam("id") long id, TeamDraft draft) {
        teams.change(id, Sent.body(draft), visit.actor());
        return stretches(visit, id);
    }

    private List<Stretch> stretches(Visit visit, long id) {
        return workers
                .account(id, visit.today(), null)
                .orElseThrow(() -> new NotFound(Text.of("shifts.worker.unknown")))
                .tracks()
                .stretches()
                .stream()
                .map(one -> new Stretch(one.track(), one.from()))
                .toList();
    }
}
