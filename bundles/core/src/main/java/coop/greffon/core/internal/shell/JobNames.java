package coop.greffon.core.internal.shell;

import coop.greffon.core.job.JobState;
import coop.greffon.core.job.Jobs;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes jobs. */
@Service
public final class JobNames implements Completer {
    @Reference
    private Jobs jobs;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        var names = new StringsCompleter();
        jobs.list().stream().map(JobState::name).forEach(names.getStrings()::add);
        return names.complete(session, line, candidates);
    }
}
