package coop.greffon.core.internal.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import coop.greffon.core.extension.Extensions;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.internal.audit.JpaAudit;
import coop.greffon.core.job.Job;
import coop.greffon.core.job.JobRun;
import coop.greffon.core.job.JobRun.Outcome;
import coop.greffon.core.job.JobState;
import coop.greffon.core.job.Schedule;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.testing.AdjustableClock;
import coop.greffon.testing.TestDatabase;
import coop.greffon.testing.TestStore;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobRunnerTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    // 7:00 in Paris
    private final AdjustableClock clock = AdjustableClock.at("2026-11-21T06:00:00Z");
    private final RecordingJob daily = new RecordingJob("garden.job.daily", Schedule.daily(LocalTime.of(8, 0)));
    private final RecordingJob often = new RecordingJob("garden.job.often", Schedule.every(Duration.ofMinutes(10)));
    private TestStore store;
    private JobRunner runner;

    private void on(TestDatabase database) {
        store = database.fresh();
        runner = node("one", new SameThread());
        // The jobs are known from seven o'clock on.
        runner.list();
    }

    private JobRunner node(String name, ExecutorService workers) {
        var audit = new JpaAudit(store.jpa("core"), clock);
        Extensions<Job> jobs = Extensions.fixed("garden", daily, often);
        return new JobRunner(store.jpa("core"), audit, clock, jobs, name, workers);
    }

    private void tickAfter(Duration passed) {
        clock.advance(passed);
        runner.tick();
    }

    private JobState state(RecordingJob job) {
        return runner.list().stream()
                .filter(state -> state.name().equals(job.name()))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void lookingAtTheListWritesNothing(TestDatabase database) {
        on(database);
        var writes = new AtomicInteger();
        JpaTemplate counted = JpaTemplate.class.cast(Proxy.newProxyInstance(
                JobRunnerTest.class.getClassLoader(), new Class<?>[] {JpaTemplate.class}, (self, method, arguments) -> {
                    if (arguments[0] == TransactionType.Required) {
                        writes.incrementAndGet();
                    }
                    return method.invoke(store.jpa("core"), arguments);
                }));
        var audit = new JpaAudit(store.jpa("core"), clock);
        Extensions<Job> jobs = Extensions.fixed("garden", daily, often);
        var reader = new JobRunner(counted, audit, clock, jobs, "two", new SameThread());

        assertThat(reader.list()).hasSize(2);
        assertThat(writes).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource
    void aDailyJobRunsOnceADayAtItsTime(TestDatabase database) {
        on(database);

        runner.tick();
        assertThat(daily.days).isEmpty();
        tickAfter(Duration.ofHours(1));
        assertThat(daily.days).containsExactly(TODAY);
        tickAfter(Duration.ofHours(1));
        assertThat(daily.days).containsExactly(TODAY);

        JobState state = state(daily);
        assertThat(state.nextAt()).isEqualTo(Instant.parse("2026-11-22T07:00:00Z"));
        assertThat(state.module()).isEqualTo("garden");
        assertThat(state.running()).isFalse();
        JobRun run = runner.history(daily.name(), 0, 10).get(0);
        assertThat(run.startedAt()).isEqualTo(Instant.parse("2026-11-21T07:00:00Z"));
        assertThat(run.outcome()).isEqualTo(Outcome.DONE);
        assertThat(run.message()).isEqualTo(Text.of("core.job.sweep.done", 3));
        assertThat(run.node()).isEqualTo("one");
    }

    @ParameterizedTest
    @EnumSource
    void missedDaysAreMadeUpForInOrder(TestDatabase database) {
        on(database);
        tickAfter(Duration.ofHours(1));

        tickAfter(Duration.ofDays(3));

        assertThat(daily.days).containsExactly(TODAY, TODAY.plusDays(1), TODAY.plusDays(2), TODAY.plusDays(3));
        assertThat(runner.history(daily.name(), 0, 2))
                .extracting(JobRun::day)
                .containsExactly(TODAY.plusDays(3), TODAY.plusDays(2));
    }

    @ParameterizedTest
    @EnumSource
    void aFailureIsShownStopsNobodyElseAndIsTriedAgainBeforeTheNextDay(TestDatabase database) {
        on(database);
        daily.more = context -> {
            throw new IllegalStateException("no letterbox", new IllegalArgumentException("a cause\nand more"));
        };

        tickAfter(Duration.ofHours(1));

        assertThat(often.days).containsExactly(TODAY);
        JobState failed = state(daily);
        assertThat(failed.failures()).isEqualTo(1);
        assertThat(failed.nextAt()).isEqualTo(Instant.parse("2026-11-21T07:01:00Z"));
        assertThat(failed.lastRun().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(failed.lastRun().message()).isEqualTo(Text.of("core.job.failure", "a cause"));

        tickAfter(Duration.ofDays(1));
        assertThat(daily.days).isEmpty();
        daily.more = context -> {};
        tickAfter(Duration.ofMinutes(2));
        assertThat(daily.days).containsExactly(TODAY, TODAY.plusDays(1));
        assertThat(state(daily).failures()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aPauseLiesBetweenRunsAndIdleOnesLeaveNoTrace(TestDatabase database) {
        on(database);
        often.message = null;

        runner.tick();
        assertThat(often.days).hasSize(1);
        tickAfter(Duration.ofMinutes(9));
        assertThat(often.days).hasSize(1);
        tickAfter(Duration.ofMinutes(1));
        assertThat(often.days).hasSize(2);

        assertThat(runner.history(often.name(), 0, 10)).isEmpty();
        assertThat(state(often).lastEndedAt()).isEqualTo(Instant.parse("2026-11-21T06:10:00Z"));
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoNodesOneRuns(TestDatabase database) throws InterruptedException {
        on(database);
        clock.advance(Duration.ofHours(1));
        var bothAreThere = new CountDownLatch(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        for (String name : new String[] {"one", "two"}) {
            JobRunner node = node(name, new SameThread());
            threads.execute(() -> {
                bothAreThere.countDown();
                await(bothAreThere);
                node.tick();
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();

        assertThat(daily.days).containsExactly(TODAY);
        assertThat(runner.history(daily.name(), 0, 10)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatANodeLeftHalfDoneIsTakenUpByAnother(TestDatabase database) {
        on(database);
        clock.advance(Duration.ofHours(1));
        var stopped = new JobLedger(store.jpa("core"), "stopped");
        assertThat(stopped.lease(daily.name(), clock.instant(), clock.instant().plus(JobRunner.LEASE)))
                .isTrue();
        stopped.begin(new StoredRun(daily.name(), TODAY, clock.instant(), "stopped", Actor.job(daily.name())));

        runner.tick();
        assertThat(daily.days).isEmpty();
        assertThat(state(daily).running()).isTrue();
        tickAfter(JobRunner.LEASE);

        assertThat(daily.days).containsExactly(TODAY);
        assertThat(runner.history(daily.name(), 0, 10))
                .extracting(JobRun::node, JobRun::outcome)
                .containsExactly(tuple("one", Outcome.DONE), tuple("stopped", Outcome.LOST));
    }

    @ParameterizedTest
    @EnumSource
    void aJobThatTakesLongKeepsItsLease(TestDatabase database) {
        on(database);
        JobRunner other = node("two", new SameThread());
        daily.more = context -> {
            clock.advance(JobRunner.LEASE.minusSeconds(1));
            runner.prolongLeases();
            clock.advance(Duration.ofSeconds(30));
            other.tick();
        };

        tickAfter(Duration.ofHours(1));

        assertThat(daily.days).containsExactly(TODAY);
    }

    @ParameterizedTest
    @EnumSource
    void whoAsksGetsTheMissedDaysOrOneMoreRun(TestDatabase database) {
        on(database);
        Actor nadia = new Actor(Actor.Kind.ACCOUNT, 7L, "Nadia");

        runner.runNow(daily.name(), nadia);
        assertThat(daily.days).containsExactly(TODAY);
        assertThat(state(daily).nextAt()).isEqualTo(Instant.parse("2026-11-21T07:00:00Z"));
        assertThat(runner.history(daily.name(), 0, 1).get(0).by()).isEqualTo(nadia);

        clock.advance(Duration.ofHours(25));
        runner.runNow(daily.name(), nadia);
        assertThat(daily.days).containsExactly(TODAY, TODAY, TODAY.plusDays(1));
    }

    @ParameterizedTest
    @EnumSource
    void whatRunsAlreadyIsNotStartedAgain(TestDatabase database) {
        on(database);
        JobRunner other = node("two", new SameThread());
        daily.more = context -> {
            assertThatThrownBy(() -> runner.runNow(daily.name(), Actor.console()))
                    .isInstanceOf(Refused.class);
            assertThatThrownBy(() -> other.runNow(daily.name(), Actor.console()))
                    .isInstanceOf(Refused.class);
        };

        tickAfter(Duration.ofHours(1));

        assertThat(daily.days).containsExactly(TODAY);
        assertThatThrownBy(() -> runner.runNow("garden.job.none", Actor.console()))
                .isInstanceOf(NotFound.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
