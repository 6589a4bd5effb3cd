package coop.greffon.core.internal.shell;

import coop.greffon.core.console.Listing;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.job.JobRun;
import coop.greffon.core.job.JobState;
import coop.greffon.core.job.Jobs;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** The jobs of the modules: lists them, runs one now, shows what came of its runs. */
@Service
@Command(scope = "greffon", name = "jobs", description = "Lists the jobs, runs one now, or shows what came of its runs")
public final class JobsCommand extends SpokenAction {
    private static final String LIST = "list";
    private static final String RUN = "run";
    private static final String HISTORY = "history";

    @Argument(name = "action", description = "list, run or history")
    @Completion(
            value = StringsCompleter.class,
            values = {LIST, RUN, HISTORY})
    private String action = LIST;

    @Argument(index = 1, name = "job", description = "The name of the job")
    @Completion(JobNames.class)
    private String job;

    @Option(name = "--most", description = "How many runs at most")
    private int most = 50;

    @Option(name = "--output", description = "table, json or csv")
    @Completion(
            value = StringsCompleter.class,
            values = {Listing.TABLE, Listing.JSON, Listing.CSV})
    private String output = Listing.TABLE;

    @Reference
    private Jobs jobs;

    @Override
    void run() {
        switch (action) {
            case LIST -> list();
            case RUN -> {
                jobs.runNow(required("job", job), Actor.console());
                System.out.println(t("core.job.started", t(job)));
            }
            case HISTORY -> history();
            default -> throw unknownAction(action, LIST, RUN, HISTORY);
        }
    }

    private void list() {
        var listing = new Listing("job", "label", "module", "running", "failures", "last", "next");
        for (JobState state : jobs.list()) {
            listing.row(
                    state.name(),
                    t(state.name()),
                    state.module(),
                    state.running(),
                    state.failures(),
                    state.lastEndedAt(),
                    state.nextAt());
        }
        listing.print(System.out, output);
    }

    private void history() {
        var listing = new Listing("day", "started", "ended", "outcome", "message", "by", "node");
        for (JobRun run : jobs.history(required("job", job), 0, Listing.most("--most", most))) {
            listing.row(
                    run.day(),
                    run.startedAt(),
                    run.endedAt(),
                    run.outcome().name().toLowerCase(Locale.ROOT),
                    run.message() == null ? null : t(run.message()),
                    run.by().label(),
                    run.node());
        }
        listing.print(System.out, output);
    }
}
