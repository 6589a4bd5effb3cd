package coop.greffon.shifts.internal.store.pool;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static coop.greffon.shifts.internal.store.WorkFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.shifts.internal.rules.AppliedRule;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.DecisionDraft;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.shifts.internal.store.WorkerList;
import coop.greffon.testing.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** It is 4 January 2027; an ordinary shift counts 100. Somebody may be helped twice a year. */
class JpaPoolTest {
    private static final long OMAR = 129;
    private static final long LEA = 130;

    private WorkFixture fixture;

    private void given(TestDatabase database) {
        fixture = new WorkFixture(database);
        fixture.enrol();
        fixture.add(OMAR, Track.FIXED);
        fixture.add(LEA, Track.FIXED);
    }

    private void put(long member, Counter counter, long amount) {
        fixture.workers.decide(member, new DecisionDraft(counter, amount, START, "so it is", null), NADIA);
    }

    private long balance(long member, Counter counter) {
        LocalDate today = LocalDate.now(fixture.clock);
        return fixture.workers
                .account(member, today, null)
                .orElseThrow()
                .worker()
                .journal()
                .balance(counter, today);
    }

    private long held() {
        return fixture.poolBoard.pool(null).balance();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatIsGivenIsAboveWhatIsDueAndIsInTheJournalTwice(TestDatabase database) {
        given(database);
        put(INES, Counter.MAIN, 150);

        fixture.pool.give(INES, 100L, "once", NADIA);
        fixture.pool.give(INES, 100L, "once", NADIA);
        assertThat(held()).isEqualTo(100);
        assertThat(balance(INES, Counter.MAIN)).isEqualTo(50);
        assertThatThrownBy(() -> fixture.pool.give(INES, 51L, null, NADIA))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        wrong -> assertThat(wrong.errors().get(0).field()).isEqualTo("amount"));
        for (Long wrong : new Long[] {0L, -1L, null}) {
            assertThatThrownBy(() -> fixture.pool.give(INES, wrong, null, NADIA))
                    .isInstanceOf(InvalidInput.class);
        }
        assertThatThrownBy(() -> fixture.pool.give(INES, 50L, "k".repeat(61), NADIA))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        wrong -> assertThat(wrong.errors().get(0).field()).isEqualTo("requestKey"));
        fixture.pool.give(INES, 50L, null, NADIA);

        assertThat(held()).isEqualTo(150);
        assertThat(fixture.poolBoard.share(INES).above()).isZero();
        assertThat(fixture.poolBoard.pool(INES).movements())
                .containsExactly(new PoolMovement(START, 50, INES), new PoolMovement(START, 100, INES));
        assertThat(fixture.check.check(text -> text.key()).faults()).isEmpty();
        assertThat(fixture.list.find(new WorkerList.Filter(null, null, null, null), 0, 9))
                .filteredOn(row -> row.memberId() == INES)
                .singleElement()
                .satisfies(row -> assertThat(row.main()).isZero());
    }

    /** Omar owes one shift and a half: he is helped with one, then with the half. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoeverOwesIsHelpedOnceTheyAreGranted(TestDatabase database) {
        given(database);
        put(INES, Counter.MAIN, 300);
        put(OMAR, Counter.MAIN, -150);
        fixture.pool.give(INES, 300L, null, NADIA);

        PoolRequest request = fixture.pool.ask(OMAR, NADIA);
        assertThat(fixture.pool.ask(OMAR, NADIA)).isEqualTo(request);
        assertThat(request.amount()).isEqualTo(100);
        assertThat(balance(OMAR, Counter.MAIN)).as("nothing is decided yet").isEqualTo(-150);
        fixture.pool.grant(request.id(), NADIA);
        fixture.pool.grant(request.id(), NADIA);

        assertThat(balance(OMAR, Counter.MAIN)).isEqualTo(-50);
        assertThat(held()).isEqualTo(200);
        assertThat(fixture.poolBoard.of(OMAR))
                .extracting(PoolRequest::state, PoolRequest::amount)
                .containsExactly(Tuple.tuple(PoolRequestState.GRANTED, 100L));
        PoolRequest second = fixture.pool.ask(OMAR, NADIA);
        assertThat(second.amount()).isEqualTo(50);
        fixture.pool.grant(second.id(), NADIA);
        assertThat(balance(OMAR, Counter.MAIN)).isZero();
        assertThatThrownBy(() -> fixture.pool.refuse(second.id(), NADIA)).isInstanceOf(Refused.class);
        assertThat(fixture.poolNews.heard).containsExactly("granted 129 100", "granted 129 50");
        assertThat(fixture.belongings.posted(OMAR))
                .extracting(posted -> posted.entry().rule())
                .containsExactly(AppliedRule.DECIDED, AppliedRule.POOL_RECEIVED, AppliedRule.POOL_RECEIVED);

        put(OMAR, Counter.COMPENSATION, -100);
        assertThatThrownBy(() -> fixture.pool.ask(OMAR, NADIA))
                .as("twice a year")
                .isInstanceOf(Refused.class);
        fixture.goTo("2027-12-31");
        assertThatThrownBy(() -> fixture.pool.ask(OMAR, NADIA)).isInstanceOf(Refused.class);
        fixture.goTo("2028-01-01");
        fixture.pool.grant(fixture.pool.ask(OMAR, NADIA).id(), NADIA);
        assertThat(balance(OMAR, Counter.COMPENSATION)).isZero();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoeverOwesNothingAsksForNothingAndARequestEndsOnce(TestDatabase database) {
        given(database);
        assertThatThrownBy(() -> fixture.pool.ask(OMAR, NADIA)).isInstanceOf(Refused.class);
        put(OMAR, Counter.MAIN, -100);
        PoolRequest first = fixture.pool.ask(OMAR, NADIA);
        assertThatThrownBy(() -> fixture.pool.withdraw(LEA, first.id(), NADIA)).isInstanceOf(NotFound.class);
        fixture.pool.withdraw(OMAR, first.id(), NADIA);
        fixture.pool.withdraw(OMAR, first.id(), NADIA);
        assertThatThrownBy(() -> fixture.pool.grant(first.id(), NADIA)).isInstanceOf(Refused.class);

        PoolRequest second = fixture.pool.ask(OMAR, NADIA);
        fixture.pool.refuse(second.id(), NADIA);
        fixture.pool.refuse(second.id(), NADIA);
        assertThat(fixture.poolNews.heard).containsExactly("refused 129");

        PoolRequest third = fixture.pool.ask(OMAR, NADIA);
        put(OMAR, Counter.MAIN, 100);
        assertThatThrownBy(() -> fixture.pool.grant(third.id(), NADIA))
                .as("the debt was repaid meanwhile")
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void nobodyGrantsThemselves(TestDatabase database) {
        given(database);
        put(OMAR, Counter.MAIN, 100);
        fixture.pool.give(OMAR, 100L, null, NADIA);
        put(INES, Counter.MAIN, -100);
        PoolRequest request = fixture.pool.ask(INES, NADIA);
        var ines = new Actor(Actor.Kind.ACCOUNT, fixture.accountOf(INES), "Inès");

        assertThatThrownBy(() -> fixture.pool.grant(request.id(), ines)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> fixture.pool.refuse(request.id(), ines)).isInstanceOf(Refused.class);
        assertThat(held()).isEqualTo(100);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whereTheCoopHasNoPoolThereIsNone(TestDatabase database) {
        given(database);
        put(INES, Counter.MAIN, 100);
        fixture.settings.set("poolPerYear", 0);

        assertThat(fixture.pool.isOn()).isFalse();
        assertThatThrownBy(() -> fixture.poolBoard.pool(null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fixture.pool.give(INES, 100L, null, NADIA)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fixture.pool.ask(INES, NADIA)).isInstanceOf(NotFound.class);
    }

    /** The pool holds one shift, and five people ask for it at once. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void ofManyAtOnceOneHasTheLastShift(TestDatabase database) throws Exception {
        given(database);
        put(INES, Counter.MAIN, 100);
        fixture.pool.give(INES, 100L, null, NADIA);
        List<Callable<Boolean>> all = new ArrayList<>();
        for (long member = 201; member <= 205; member++) {
            fixture.add(member, Track.FIXED);
            put(member, Counter.MAIN, -100);
            long id = fixture.pool.ask(member, NADIA).id();
            all.add(() -> isDone(() -> fixture.pool.grant(id, NADIA)));
        }
        assertThat(fixture.poolBoard.open()).hasSize(5);

        var threads = Executors.newFixedThreadPool(5);
        int granted = 0;
        for (Future<Boolean> one : threads.invokeAll(all)) {
            granted += one.get() ? 1 : 0;
        }
        threads.shutdown();

        assertThat(granted).isEqualTo(1);
        assertThat(held()).isZero();
        assertThat(fixture.poolBoard.open()).hasSize(4);
    }

    private static boolean isDone(Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (Refused empty) {
            return false;
        }
    }
}
