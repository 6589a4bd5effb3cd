package coop.greffon.shifts.internal.store;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static coop.greffon.shifts.internal.store.WorkFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import coop.greffon.core.identity.Actor;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Entry.Told;
import coop.greffon.shifts.internal.rules.Origin;
import coop.greffon.shifts.internal.rules.Outcome;
import coop.greffon.shifts.internal.rules.Postings.Settled;
import coop.greffon.shifts.internal.rules.Preset;
import coop.greffon.testing.TestDatabase;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Inès, by the rules of L'éléfàn: 180 minutes are due on 25 January 2027. */
class ElefanTest {
    private WorkFixture fixture;

    private void on(TestDatabase database) {
        fixture = new WorkFixture(database);
        fixture.settings.set("flyingRules", Preset.ELEFAN);
        fixture.enrol();
    }

    private static DecisionDraft decision(long amount) {
        return new DecisionDraft(Counter.MAIN, amount, START, "noted late", null);
    }

    /** 180 minutes due on 25 January; 300 of the 10th told on the 26th leave 120, which are lost that day. */
    @ParameterizedTest
    @EnumSource
    void whatIsToldLateLosesItsSurplusAtTheDebitItCameBefore(TestDatabase database) {
        on(database);
        fixture.goTo("2027-01-25");
        fixture.cycles.post(LocalDate.parse("2027-01-25"), Actor.host());
        fixture.goTo("2027-01-26");
        var told = new Told(Origin.FREE, Outcome.ATTENDED, 300);
        fixture.workers.settle(INES, new Settled("s1", LocalDate.parse("2027-01-10"), told), NADIA);

        assertThat(fixture.account("2027-01-26", null).posted())
                .extracting(posted -> posted.entry().effectiveOn() + " "
                        + posted.entry().rule() + " " + posted.entry().amount())
                .containsExactly(
                        "2027-01-10 ATTENDED 300", "2027-01-25 DEBIT_UNMET -180", "2027-01-25 SURPLUS_RECOUNTED -120");
        assertThat(fixture.cycles.post(LocalDate.parse("2027-01-26"), Actor.host()))
                .isEqualTo(new DueCycles.Done(1, 0, List.of()));
    }

    /** At −540 minutes one votes, a minute below one does not. */
    @ParameterizedTest
    @EnumSource
    void theListTellsWhoMayVote(TestDatabase database) {
        on(database);
        assertThat(votes()).containsExactly(1L, 0L);

        fixture.workers.decide(INES, decision(-541), NADIA);
        assertThat(votes()).containsExactly(0L, 1L);
        assertThat(fixture.list.find(new WorkerList.Filter(null, null), 0, 10))
                .extracting(ListedWorker::mayShop, ListedWorker::vote)
                .containsExactly(tuple(true, Vote.NO_VOTE));

        fixture.workers.decide(INES, decision(1), NADIA);
        assertThat(votes()).containsExactly(1L, 0L);
    }

    private List<Long> votes() {
        return Arrays.stream(Vote.values())
                .map(vote -> fixture.list.count(new WorkerList.Filter(null, null, null, vote)))
                .toList();
    }
}
