package coop.greffon.web.internal.job;

import coop.greffon.core.job.JobRun;
import coop.greffon.core.job.JobState;
import coop.greffon.core.job.Schedule;
import coop.greffon.core.message.Text;
import coop.greffon.web.table.Column.Tone;
import java.time.Duration;

/** Jobs in words. */
final class JobWords {
    private JobWords() {}

    /** When a job runs. */
    static Text schedule(Schedule schedule) {
        if (schedule instanceof Schedule.Daily daily) {
            return Text.of("web.jobs.daily", daily.at().toString());
        } else if (schedule instanceof Schedule.Weekly weekly) {
            Text weekday = Text.of("web.weekday." + weekly.weekday().getValue());
            return Text.of("web.jobs.weekly", weekday, weekly.at().toString());
        } else if (schedule instanceof Schedule.Monthly monthly) {
            return Text.of(
                    "web.jobs.monthly", monthly.dayOfMonth(), monthly.at().toString());
        }
        return pause(((Schedule.Every) schedule).pause());
    }

    private static Text pause(Duration pause) {
        if (pause.toSeconds() % 3600 == 0) {
            return Text.of("web.jobs.every-hours", pause.toHours());
        } else if (pause.toSeconds() % 60 == 0) {
            return Text.of("web.jobs.every-minutes", pause.toMinutes());
        }
        return Text.of("web.jobs.every-seconds", pause.toSeconds());
    }

    /** How a job is. */
    static Text state(JobState job) {
        if (job.running()) {
            return outcome(JobRun.Outcome.RUNNING);
        } else if (job.failures() > 0) {
            return Text.of("web.jobs.failures", job.failures());
        }
        return job.lastEndedAt() == null ? Text.of("web.jobs.never") : outcome(JobRun.Outcome.DONE);
    }

    /** How good that is. */
    static Tone tone(JobState job) {
        if (job.running()) {
            return Tone.INFO;
        } else if (job.failures() > 0) {
            return Tone.DENY;
        }
        return job.lastEndedAt() == null ? Tone.NEUTRAL : Tone.OK;
    }

    /** What came of a run. */
    static Text outcome(JobRun.Outcome outcome) {
        return Text.of("web.jobs.outcome." + outcome);
    }

    /** How good that is. */
    static Tone tone(JobRun run) {
        return switch (run.outcome()) {
            case RUNNING -> Tone.INFO;
            case DONE -> Tone.OK;
            case FAILED -> Tone.DENY;
            case LOST -> Tone.WARN;
        };
    }
}
