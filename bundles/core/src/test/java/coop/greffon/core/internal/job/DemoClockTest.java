package coop.greffon.core.internal.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.extension.Extensions;
import coop.greffon.core.internal.audit.JpaAudit;
import coop.greffon.core.internal.instance.Clocks;
import coop.greffon.core.internal.instance.HostClock;
import coop.greffon.core.internal.setting.SettingTable;
import coop.greffon.core.job.Schedule;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.testing.AdjustableClock;
import coop.greffon.testing.TestDatabase;
import coop.greffon.testing.TestStore;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DemoClockTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final AdjustableClock machine = AdjustableClock.at("2026-11-21T09:00:00Z");
    private final RecordingJob evening = new RecordingJob("garden.job.evening", Schedule.daily(LocalTime.of(20, 0)));
    private final RecordingJob monday =
            new RecordingJob("garden.job.monday", Schedule.weekly(DayOfWeek.MONDAY, LocalTime.of(6, 0)));
    private final TestStore store = TestDatabase.H2.fresh();
    private JobTicker ticker;
    private HostClock host;

    private DemoClock clock(boolean demo, boolean adjustable) {
        host = Clocks.of(machine, new SettingTable(store.jpa("core")), store.dataSource(), demo, adjustable);
        var runner = new JobRunner(
                store.jpa("core"),
                new JpaAudit(store.jpa("core"), host),
                host,
                Extensions.fixed("garden", evening, monday),
                "one",
                new SameThread());
        ticker = new JobTicker(runner);
        runner.list();
        return new DemoClock(host, runner, ticker);
    }

    @AfterEach
    void stop() {
        ticker.stop();
    }

    @Test
    void theDaysPassedHappenInOrderEachJobAtItsTime() {
        DemoClock clock = clock(true, true);
        List<String> story = new ArrayList<>();
        evening.more = context -> story.add("evening " + context.day() + " " + host.instant());
        monday.more = context -> story.add("monday " + context.day() + " " + host.instant());

        clock.moveTo(Instant.parse("2026-11-23T12:00:00Z"));

        // Paris is one hour ahead; 23 November 2026 is a Monday.
        assertThat(story)
                .containsExactly(
                        "evening 2026-11-21 2026-11-21T19:00:00Z",
                        "evening 2026-11-22 2026-11-22T19:00:00Z",
                        "monday 2026-11-23 2026-11-23T05:00:00Z");
        assertThat(host.instant()).isEqualTo(Instant.parse("2026-11-23T12:00:00Z"));
        machine.advance(Duration.ofMinutes(5));
        assertThat(host.instant()).isEqualTo(Instant.parse("2026-11-23T12:05:00Z"));
    }

    @Test
    void aJobThatFailsHoldsItsOwnDaysOnly() {
        DemoClock clock = clock(true, true);
        evening.more = context -> {
            throw new IllegalStateException("no letterbox");
        };

        clock.moveTo(Instant.parse("2026-11-23T12:00:00Z"));

        assertThat(evening.days).isEmpty();
        assertThat(monday.days).containsExactly(TODAY.plusDays(2));
    }

    @Test
    void nowDoesNotGoBackNorTooFar() {
        DemoClock clock = clock(true, true);

        assertThatThrownBy(() -> clock.moveTo(Instant.parse("2026-11-21T08:59:59Z")))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> clock.moveTo(Instant.parse("2028-01-01T00:00:00Z")))
                .isInstanceOf(InvalidInput.class);
        assertThat(host.instant()).isEqualTo(machine.instant());
    }

    @Test
    void aDemoThatStartsAgainDoesNotGoBack() {
        clock(true, true).moveTo(Instant.parse("2026-11-23T12:00:00Z"));
        ticker.stop();

        clock(false, true);

        assertThat(host.instant()).isEqualTo(Instant.parse("2026-11-23T12:00:00Z"));
    }

    @Test
    void aRealCoopHasNoSuchClock() {
        assertThatThrownBy(() -> clock(false, true).moveTo(Instant.parse("2026-11-23T12:00:00Z")))
                .isInstanceOf(NotFound.class);
        assertThat(host.instant()).isEqualTo(machine.instant());
    }

    @Test
    void aDemoStartedWithoutItHasNoSuchClock() {
        assertThatThrownBy(() -> clock(true, false).moveTo(Instant.parse("2026-11-23T12:00:00Z")))
                .isInstanceOf(NotFound.class);
        assertThat(host.instant()).isEqualTo(machine.instant());
    }
}
