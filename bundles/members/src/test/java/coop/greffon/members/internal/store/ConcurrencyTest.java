package coop.greffon.members.internal.store;

import static coop.greffon.members.internal.store.MembersFixture.NADIA;
import static coop.greffon.members.internal.store.MembersFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Problem;
import coop.greffon.core.problem.StaleEdit;
import coop.greffon.members.Member;
import coop.greffon.members.MemberFilter.Standing;
import coop.greffon.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConcurrencyTest {
    private static final int CALLERS = 8;

    /** What came of each caller's attempt: a member, or why not. */
    private static List<Object> atOnce(IntFunction<Callable<Member>> attempt) throws InterruptedException {
        var start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        List<Future<Member>> futures = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            Callable<Member> work = attempt.apply(caller);
            futures.add(threads.submit(() -> {
                start.await();
                return work.call();
            }));
        }
        start.countDown();
        List<Object> outcomes = new ArrayList<>();
        for (Future<Member> future : futures) {
            try {
                outcomes.add(future.get());
            } catch (ExecutionException failed) {
                outcomes.add(failed.getCause());
            }
        }
        threads.shutdown();
        return outcomes;
    }

    @ParameterizedTest
    @EnumSource
    void ofManyWhoWantANumberOneGetsIt(TestDatabase database) throws InterruptedException {
        var fixture = new MembersFixture(database);

        List<Object> outcomes =
                atOnce(caller -> () -> fixture.members.create(person("Inès", "Marchand" + caller, "128"), NADIA));

        assertThat(outcomes.stream().filter(Member.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(outcome -> !(outcome instanceof Member)))
                .allSatisfy(refused -> assertThat(((InvalidInput) refused).errors())
                        .extracting(error -> error.field())
                        .containsExactly("details.number"));
        assertThat(fixture.members.totals().get(Standing.MEMBER)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aRequestSentManyTimesAtOnceWritesOnePersonDown(TestDatabase database) throws InterruptedException {
        var fixture = new MembersFixture(database);

        List<Object> outcomes =
                atOnce(caller -> () -> fixture.members.create(person("Inès", "Marchand", "128"), "clé", NADIA));

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isEqualTo(outcomes.get(0)));
        assertThat(outcomes.get(0)).isInstanceOf(Member.class);
        assertThat(fixture.members.totals().get(Standing.MEMBER)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void ofManyWhoEditTheSameRevisionOneSaves(TestDatabase database) throws InterruptedException {
        var fixture = new MembersFixture(database);
        Member ines = fixture.create("Inès", "Marchand", "128");

        List<Object> outcomes = atOnce(caller ->
                () -> fixture.members.change(ines.id(), 0, ines.details().withNumber("9" + caller), NADIA));

        assertThat(outcomes.stream().filter(Member.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(Problem.class::isInstance))
                .hasSize(CALLERS - 1)
                .allSatisfy(refused -> assertThat(((StaleEdit) refused).errors())
                        .extracting(error -> error.field())
                        .containsExactly("number"));
        assertThat(fixture.members.get(ines.id()).revision()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void totalsAndWordsStandAfterManyNewNamesAtOnce(TestDatabase database) throws InterruptedException {
        var fixture = new MembersFixture(database);

        List<Object> outcomes = atOnce(caller -> () -> fixture.members.create(
                caller % 2 == 0
                        ? person("Zéphyrine", "Abellan", Integer.toString(caller))
                        : person("Abellan", "Zéphyrine", Integer.toString(caller)),
                NADIA));

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Member.class));
        assertThat(fixture.members.totals().get(Standing.MEMBER)).isEqualTo(CALLERS);
        assertThat(fixture.sql("select count(*) from greffon_members_name_half"))
                .as("two halves of two names")
                .containsExactly("4");
    }
}
