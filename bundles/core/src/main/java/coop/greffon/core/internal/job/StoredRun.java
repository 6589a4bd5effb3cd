package coop.greffon.core.internal.job;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.internal.message.TextJson;
import coop.greffon.core.job.JobRun;
import coop.greffon.core.message.Text;
import coop.greffon.core.persistence.Moments;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;

@Entity
@Table(name = "greffon_core_job_run")
public class StoredRun {
    private static final int LONGEST_MESSAGE = 2000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "job_run")
    @SequenceGenerator(name = "job_run", sequenceName = "greffon_core_job_run_seq", allocationSize = 50)
    private Long id;

    private String job;

    @Column(name = "run_day")
    private LocalDate day;

    @Column(name = "started_at")
    private OffsetDateTime startedAt;

    @Column(name = "ended_at")
    private OffsetDateTime endedAt;

    @Enumerated(EnumType.STRING)
    private JobRun.Outcome outcome;

    private String message;

    private String node;

    @Enumerated(EnumType.STRING)
    @Column(name = "actor_kind")
    private Actor.Kind actorKind;

    @Column(name = "actor_account")
    private Long actorAccount;

    @Column(name = "actor_label")
    private String actorLabel;

    protected StoredRun() {}

    StoredRun(String job, LocalDate day, Instant startedAt, String node, Actor by) {
        this.job = job;
        this.day = day;
        this.startedAt = Moments.stored(startedAt);
        this.outcome = JobRun.Outcome.RUNNING;
        this.node = node;
        this.actorKind = by.kind();
        this.actorAccount = by.accountId();
        this.actorLabel = by.label();
    }

    void end(Instant at, JobRun.Outcome newOutcome, Text newMessage) {
        endedAt = Moments.stored(at);
        outcome = newOutcome;
        String json = TextJson.write(newMessage);
        message = json == null || json.length() <= LONGEST_MESSAGE
                ? json
                : TextJson.write(Text.of(newMessage.key(), "…"));
    }

    Long id() {
        return id;
    }

    String job() {
        return job;
    }

    JobRun view() {
        return new JobRun(
                job,
                day,
                Moments.instant(startedAt),
                Moments.instant(endedAt),
                outcome,
                TextJson.read(message),
                node,
                new Actor(actorKind, actorAccount, actorLabel));
    }
}
