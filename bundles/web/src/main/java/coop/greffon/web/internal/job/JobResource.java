package coop.greffon.web.internal.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import coop.greffon.core.job.JobRun;
import coop.greffon.core.job.JobState;
import coop.greffon.core.job.Jobs;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Jobs for programs. */
@Component(service = WebResource.class)
@Path("/api/core/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
@RequiresPermission("core.job.run")
public final class JobResource implements WebResource {
    private static final int SHOWN = 100;

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Job(
            String name,
            String label,
            String module,
            String schedule,
            boolean running,
            int failures,
            Instant lastEndedAt,
            Instant nextAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Run(
            LocalDate day,
            Instant startedAt,
            Instant endedAt,
            JobRun.Outcome outcome,
            String message,
            String node,
            String by) {}

    private final Jobs jobs;

    @Activate
    public JobResource(@Reference Jobs jobs) {
        this.jobs = jobs;
    }

    @GET
    public List<Job> list(@Context Visit visit) {
        return jobs.list().stream().map(job -> job(visit, job)).toList();
    }

    @GET
    @Path("{name}/runs")
    public List<Run> runs(@Context Visit visit, @PathParam("name") String name) {
        return jobs.history(name, 0, SHOWN).stream().map(run -> run(visit, run)).toList();
    }

    /** Starts a job; it goes on after the answer. */
    @POST
    @Path("{name}/runs")
    public Response run(@Context Visit visit, @PathParam("name") String name) {
        jobs.runNow(name, visit.actor());
        return Response.accepted().build();
    }

    private static Job job(Visit visit, JobState job) {
        return new Job(
                job.name(),
                visit.t(job.name()),
                job.module(),
                visit.t(JobWords.schedule(job.schedule())),
                job.running(),
                job.failures(),
                job.lastEndedAt(),
                job.nextAt());
    }

    private static Run run(Visit visit, JobRun run) {
        return new Run(
                run.day(),
                run.startedAt(),
                run.endedAt(),
                run.outcome(),
                run.message() == null ? null : visit.t(run.message()),
                run.node(),
                run.by().label());
    }
}
