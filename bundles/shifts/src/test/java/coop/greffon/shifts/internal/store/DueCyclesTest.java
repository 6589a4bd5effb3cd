package coop.greffon.shifts.internal.store;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static coop.greffon.shifts.internal.store.WorkFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import coop.greffon.core.identity.Actor;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.DueCycles.Done;
import coop.greffon.testing.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DueCyclesTest {
    private static final LocalDate LATER = LocalDate.parse("2027-03-02");
    private WorkFixture fixture;

    private void on(TestDatabase database) {
        fixture = new WorkFixture(database);
        fixture.enrol();
    }

    private List<String> posted() {
        return fixture.account("2027-12-31", null).posted().stream()
                .map(posted ->
                        posted.entry().effectiveOn() + " " + posted.entry().amount())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void daysThatWereMissedAreCaughtUpInOrderAndNothingIsPostedTwice(TestDatabase database) {
        on(database);
        fixture.goTo("2027-03-02");

        assertThat(fixture.cycles.post(LATER, Actor.host())).isEqualTo(new Done(1, 2, List.of()));
        assertThat(fixture.cycles.post(LATER, Actor.host())).isEqualTo(new Done(1, 0, List.of()));

        // The alert that the first one began runs to 1 March: the second takes no penalty.
        assertThat(posted()).containsExactly("2027-02-01 -200", "2027-03-01 -100");
        assertThat(fixture.list.find(new WorkerList.Filter(null, null), 0, 10))
                .extracting(ListedWorker::standing, ListedWorker::main, ListedWorker::computedOn)
                .containsExactly(tuple(StatusCode.SUSPENDED, -300L, LATER));
    }

    /** Rules were chosen in the course of a day: where people stand follows, what falls due waits for the night. */
    @ParameterizedTest
    @EnumSource
    void whereEverybodyStandsIsWorkedOutAndNothingPosted(TestDatabase database) {
        on(database);
        fixture.cycles.post(LocalDate.parse("2027-02-01"), Actor.host());
        fixture.goTo("2027-03-02");

        fixture.cycles.refresh(LATER);

        assertThat(posted()).containsExactly("2027-02-01 -200");
        assertThat(fixture.list.find(new WorkerList.Filter(null, null), 0, 10))
                .extracting(ListedWorker::standing, ListedWorker::main, ListedWorker::computedOn)
                .containsExactly(tuple(StatusCode.SUSPENDED, -200L, LATER));
    }

    /** More than are looked at in one transaction. */
    @ParameterizedTest
    @EnumSource
    void everybodyIsLookedAtOnce(TestDatabase database) {
        on(database);
        for (long id = 1000; id < 1250; id++) {
            fixture.add(id);
            fixture.workers.enrol(id, new EnrolmentDraft(Track.FLYING, START), NADIA);
        }

        assertThat(fixture.cycles.post(LocalDate.parse("2027-02-01"), Actor.host()))
                .isEqualTo(new Done(251, 251, List.of()));
        assertThat(fixture.list.count(new WorkerList.Filter(StatusCode.ALERT, null)))
                .isEqualTo(251);
    }

    @ParameterizedTest
    @EnumSource
    void atOnceWithOthersEachCycleIsCountedOnceAndNoDecisionIsLost(TestDatabase database) throws Exception {
        on(database);
        fixture.goTo("2027-02-01");
        List<Callable<Object>> calls = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String key = "key-" + i;
            calls.add(() -> fixture.cycles.post(LocalDate.parse("2027-02-01"), Actor.host()));
            calls.add(() -> {
                var draft = new DecisionDraft(Counter.MAIN, 100L, LocalDate.parse("2027-02-01"), "for a test", key);
                fixture.workers.decide(INES, draft, NADIA);
                return null;
            });
        }
        atOnce(calls);

        assertThat(fixture.account("2027-02-01", null).worker().journal().balance(Counter.MAIN, LATER))
                .isEqualTo(-200 + 4 * 100);
        assertThat(fixture.list.find(new WorkerList.Filter(null, null), 0, 10))
                .as("what the list keeps is what the journal says")
                .extracting(ListedWorker::main)
                .containsExactly(200L);
    }

    private static void atOnce(List<Callable<Object>> calls) throws InterruptedException, ExecutionException {
        ExecutorService callers = Executors.newFixedThreadPool(calls.size());
        try {
            for (Future<Object> answer : callers.invokeAll(calls)) {
                answer.get();
            }
        } finally {
            callers.shutdownNow();
        }
    }
}
