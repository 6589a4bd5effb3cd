package coop.greffon.core.job;

import coop.greffon.core.identity.Actor;
import java.util.List;

/** The jobs of every module that runs, to be seen and started by whoever administers. */
public interface Jobs {
    /** Every job, by name. */
    List<JobState> list();

    /**
     * The runs of a job that did something or failed, newest first.
     *
     * @param skip how many to leave out
     * @param most how many at most
     * @throws coop.greffon.core.problem.NotFound where no module provides such a job
     */
    List<JobRun> history(String name, int skip, int most);

    /**
     * Starts a job now, in the background: for the days it missed where there are any, for today otherwise.
     *
     * @throws coop.greffon.core.problem.NotFound where no module provides such a job
     * @throws coop.greffon.core.problem.Refused where it runs already
     */
    void runNow(String name, Actor by);
}
