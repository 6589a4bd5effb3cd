package coop.greffon.web.internal.job;

import coop.greffon.core.job.JobRun;
import coop.greffon.core.job.JobState;
import coop.greffon.core.job.Jobs;
import coop.greffon.core.message.Text;
import coop.greffon.web.Page;
import coop.greffon.web.Page.Crumb;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.internal.view.StaticTemplates;
import coop.greffon.web.internal.view.Templates;
import coop.greffon.web.table.Column;
import coop.greffon.web.table.ListRows;
import coop.greffon.web.table.Table;
import coop.greffon.web.table.Tables;
import java.net.URI;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The jobs: when they run, how they went, and a button to run one now. */
@Component(service = WebResource.class)
@Path("/admin/jobs")
@RequiresPermission("core.job.run")
public final class JobPages implements WebResource {
    private static final String ROOT = "/admin/jobs";
    private static final Text TITLE = Text.of("web.jobs.title");
    private static final Table<JobState> JOBS = Table.<JobState>of("jobs", "web.jobs.title")
            .with(Column.<JobState>title("name", "web.jobs.name", job -> Text.of(job.name()), job -> path(job.name())))
            .with(Column.<JobState>text("module", "web.jobs.module", job -> Text.of(job.module() + ".module.name")))
            .with(Column.<JobState>text("schedule", "web.jobs.schedule", job -> JobWords.schedule(job.schedule())))
            .with(Column.<JobState>state("state", "web.jobs.state", JobWords::state, JobWords::tone))
            .with(Column.<JobState>moment("last", "web.jobs.last", JobState::lastEndedAt))
            .with(Column.<JobState>moment("next", "web.jobs.next", JobState::nextAt));
    private static final Table<JobRun> RUNS = Table.<JobRun>of("job-runs", "web.jobs.runs")
            .with(Column.<JobRun>title("started", "web.jobs.started", JobRun::startedAt, run -> null))
            .with(Column.<JobRun>moment("ended", "web.jobs.ended", JobRun::endedAt))
            .with(Column.<JobRun>date("day", "web.jobs.day", JobRun::day))
            .with(Column.<JobRun>state(
                    "outcome", "web.jobs.outcome", run -> JobWords.outcome(run.outcome()), JobWords::tone))
            .with(Column.<JobRun>text("message", "web.jobs.message", JobRun::message))
            .with(Column.<JobRun>text("by", "web.jobs.by", JobPages::by))
            .with(Column.<JobRun>text("node", "web.jobs.node", JobRun::node).exportOnly())
            .empty("web.jobs.runs-empty", "web.jobs.runs-empty-next");

    private final Templates templates = new StaticTemplates();
    private final Jobs jobs;
    private final Tables tables;

    @Activate
    public JobPages(@Reference Jobs jobs, @Reference Tables tables) {
        this.jobs = jobs;
        this.tables = tables;
    }

    @GET
    public Response list(@Context Visit visit) {
        return tables.answer(
                visit,
                JOBS,
                ListRows.of(jobs::list),
                content -> Page.of(TITLE, content).withHelp("web/jobs"));
    }

    @GET
    @Path("{name}")
    public Response job(@Context Visit visit, @PathParam("name") String name) {
        return tables.answer(
                visit,
                RUNS,
                new RunRows(jobs, name),
                content -> Page.of(Text.of(name), content)
                        .below(new Crumb(TITLE, ROOT))
                        .withActions(templates.jobActions(visit, path(name)))
                        .withHelp("web/jobs"));
    }

    @POST
    @Path("{name}/run")
    public Response run(@Context Visit visit, @PathParam("name") String name) {
        jobs.runNow(name, visit.actor());
        return Response.seeOther(URI.create(path(name) + "?done=web.done.job-started"))
                .build();
    }

    private static Object by(JobRun run) {
        return switch (run.by().kind()) {
            case JOB -> Text.of("web.jobs.by-itself");
            case CONSOLE -> Text.of("web.who.console");
            case HOST -> Text.of("web.who.host");
            default -> run.by().label();
        };
    }

    private static String path(String name) {
        return ROOT + "/" + name;
    }
}
