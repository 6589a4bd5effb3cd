package coop.greffon.shifts.internal.store;

import static coop.greffon.shifts.internal.store.Home.PAUL;
import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static coop.greffon.shifts.internal.store.WorkFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.problem.Refused;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two adults of one household who are enrolled at the same instant: one has the account, and the other is told whose it is. */
class HouseholdRaceTest {
    private static final int TIMES = 10;
    private static final String ENROLLED = "enrolled";

    @ParameterizedTest
    @EnumSource
    void oneAloneHasTheAccount(TestDatabase database) throws Exception {
        for (int i = 0; i < TIMES; i++) {
            WorkFixture fixture = new WorkFixture(database);
            fixture.add(PAUL);
            fixture.perHousehold();
            fixture.home.ofTwo();

            assertThat(atOnce(fixture)).containsExactlyInAnyOrder(ENROLLED, "shifts.worker.household");
            assertThat(Stream.of(INES, PAUL).filter(fixture.workers::isEnrolled))
                    .hasSize(1);
        }
    }

    private static List<String> atOnce(WorkFixture fixture) throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        var start = new CyclicBarrier(2);
        List<Callable<String>> both = Stream.of(INES, PAUL)
                .map(member -> (Callable<String>) () -> {
                    start.await();
                    return enrol(fixture, member);
                })
                .toList();
        List<String> answers = new ArrayList<>();
        for (Future<String> one : pool.invokeAll(both)) {
            answers.add(one.get());
        }
        pool.shutdown();
        return answers;
    }

    private static String enrol(WorkFixture fixture, long member) {
        try {
            fixture.workers.enrol(member, new EnrolmentDraft(Track.FLYING, START), NADIA);
            return ENROLLED;
        } catch (Refused refused) {
            return refused.title().key();
        }
    }
}
