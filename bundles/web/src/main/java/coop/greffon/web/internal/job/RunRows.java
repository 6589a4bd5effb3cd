package coop.greffon.web.internal.job;

import coop.greffon.core.job.JobRun;
import coop.greffon.core.job.Jobs;
import coop.greffon.web.table.Rows;
import coop.greffon.web.table.TableQuery;
import java.util.List;
import java.util.function.Consumer;

/** The runs of a job; how many there are is told where it takes no counting. */
record RunRows(Jobs jobs, String job) implements Rows<JobRun> {
    private static final int AT_ONCE = 500;

    @Override
    public Slice<JobRun> slice(TableQuery query) {
        List<JobRun> found = jobs.history(job, query.skip(), query.size() + 1);
        boolean isLast = found.size() <= query.size();
        List<JobRun> rows = isLast ? found : found.subList(0, query.size());
        long count = query.skip() + rows.size();
        if (!isLast && query.countsExactly()) {
            return new Slice<>(rows, Total.of(count()));
        }
        return new Slice<>(rows, new Total(count, isLast));
    }

    private long count() {
        long[] count = {0};
        each(null, run -> count[0]++);
        return count[0];
    }

    @Override
    public void each(TableQuery query, Consumer<JobRun> row) {
        int skip = 0;
        List<JobRun> some = jobs.history(job, skip, AT_ONCE);
        while (!some.isEmpty()) {
            some.forEach(row);
            skip += some.size();
            some = jobs.history(job, skip, AT_ONCE);
        }
    }
}
