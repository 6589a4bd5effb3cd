package coop.greffon.shifts.internal.store;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static coop.greffon.shifts.internal.store.WorkFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.members.MemberStatus;
import coop.greffon.shifts.internal.rules.AlertForecast;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Entry.Told;
import coop.greffon.shifts.internal.rules.Origin;
import coop.greffon.shifts.internal.rules.Outcome;
import coop.greffon.shifts.internal.rules.Postings.Settled;
import coop.greffon.shifts.internal.rules.Preset;
import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.testing.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JpaWorkersTest {
    private WorkFixture fixture;

    private void on(TestDatabase database) {
        fixture = new WorkFixture(database);
    }

    private static DecisionDraft decision(long amount, String on, String key) {
        return new DecisionDraft(Counter.MAIN, amount, LocalDate.parse(on), "noted late", key);
    }

    private static LeaveDraft leave(String from, String to) {
        return new LeaveDraft(
                PeriodKind.HOLIDAY, LocalDate.parse(from), to == null ? null : LocalDate.parse(to), "abroad");
    }

    private StatusCode standing(String on) {
        return fixture.workers.standing(INES, LocalDate.parse(on)).orElseThrow().code();
    }

    @ParameterizedTest
    @EnumSource
    void whoeverIsEnrolledTwiceForTheSameIsEnrolledOnce(TestDatabase database) {
        on(database);
        fixture.enrol();
        fixture.enrol();

        assertThat(fixture.list.count(new WorkerList.Filter(null, Track.FLYING)))
                .isEqualTo(1);
        assertThatThrownBy(() -> fixture.workers.enrol(INES, new EnrolmentDraft(Track.FIXED, START), NADIA))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors())
                                .extracting(error -> error.field())
                                .containsExactly("track"));
    }

    /** Sixty days ago, a shift each 28: two fell due, and nobody waits for the morning to see it. */
    @ParameterizedTest
    @EnumSource
    void whatFellDueBeforeAnEnrolmentIsPostedWithIt(TestDatabase database) {
        on(database);
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FLYING, LocalDate.parse("2026-11-05")), NADIA);

        assertThat(fixture.account("2027-01-04", null).posted())
                .extracting(posted ->
                        posted.entry().effectiveOn() + " " + posted.entry().amount())
                .containsExactly("2026-12-03 -200", "2026-12-31 -100");
        assertThat(fixture.list.find(new WorkerList.Filter(StatusCode.SUSPENDED, null), 0, 10))
                .as("the alert of 3 December ran to the 31st")
                .extracting(ListedWorker::main)
                .containsExactly(-300L);
        assertThat(fixture.workers.account(INES, START, Instant.parse("2027-01-03T09:00:00Z")))
                .as("nobody knew of it the day before")
                .isEmpty();
    }

    /** One shift done in each of two cycles: each pays what falls due at its end, and none costs a second one. */
    @ParameterizedTest
    @EnumSource
    void shiftsKnownAtAnEnrolmentPayWhatFellDueAfterThem(TestDatabase database) {
        on(database);
        Told came = new Told(Origin.FREE, Outcome.ATTENDED, 100);
        fixture.workers.enrol(
                INES,
                new EnrolmentDraft(Track.FLYING, LocalDate.parse("2026-11-05")),
                List.of(
                        new Settled("a", LocalDate.parse("2026-11-20"), came),
                        new Settled("b", LocalDate.parse("2026-12-20"), came)),
                NADIA);

        assertThat(fixture.account("2027-01-04", null).posted())
                .extracting(posted ->
                        posted.entry().effectiveOn() + " " + posted.entry().amount())
                .containsExactlyInAnyOrder("2026-11-20 100", "2026-12-03 -100", "2026-12-20 100", "2026-12-31 -100");
        assertThat(standing("2027-01-04")).isEqualTo(StatusCode.UP_TO_DATE);
    }

    @ParameterizedTest
    @EnumSource
    void onlyMembersWork(TestDatabase database) {
        on(database);
        fixture.say(INES, MemberStatus.FORMER, "2026-12-31");

        assertThatThrownBy(() -> fixture.enrol()).isInstanceOf(Refused.class);
        assertThat(fixture.workers.isEnrolled(INES)).isFalse();
        assertThatThrownBy(() -> fixture.workers.decide(INES, decision(100, "2027-01-04", null), NADIA))
                .isInstanceOf(NotFound.class);
    }

    /** Due on 1 February with nothing done: two shifts are taken, and an alert runs to 1 March, 28 days later. */
    @ParameterizedTest
    @EnumSource
    void whatIsNotedLateRepairsWhatFollowed(TestDatabase database) {
        on(database);
        fixture.enrol();
        fixture.goTo("2027-02-01");
        fixture.cycles.post(LocalDate.parse("2027-02-01"), Actor.host());
        assertThat(fixture.account("2027-02-01", null).standing().code()).isEqualTo(StatusCode.ALERT);
        assertThat(fixture.account("2027-02-01", null).standing().until()).isEqualTo("2027-03-01");
        assertThat(fixture.account("2027-02-01", null).worker().journal().balance(Counter.MAIN, LocalDate.MAX))
                .isEqualTo(-200);

        // She did one on 20 January: the due was met, and its penalty goes back the next morning.
        fixture.goTo("2027-02-02");
        fixture.workers.decide(INES, decision(100, "2027-01-20", null), NADIA);
        fixture.goTo("2027-02-03");
        fixture.cycles.post(LocalDate.parse("2027-02-03"), Actor.host());

        assertThat(fixture.account("2027-02-03", null).worker().journal().balance(Counter.MAIN, LocalDate.MAX))
                .isZero();
        assertThat(standing("2027-02-01")).isEqualTo(StatusCode.UP_TO_DATE);
        assertThat(fixture.account("2027-02-01", "2027-02-01T20:00:00Z")
                        .standing()
                        .code())
                .as("as it was known that evening")
                .isEqualTo(StatusCode.ALERT);
        assertThat(fixture.account("2027-02-03", null).posted())
                .extracting(posted -> posted.entry().effectiveOn() + " "
                        + posted.entry().rule() + " " + posted.entry().amount())
                .containsExactly(
                        "2027-01-20 DECIDED 100",
                        "2027-02-01 DEBIT_WITH_PENALTY -200",
                        "2027-02-01 PENALTY_RETURNED 100");
        assertThat(fixture.account("2027-02-03", null).posted().get(0).note()).isEqualTo("noted late");
    }

    /** Who owes one shift is in alert at BEES and up to date at Macavrac, where an alert begins at two. */
    @ParameterizedTest
    @EnumSource
    void rulesChosenLaterAreNotThoseOfWhatWasKnownBefore(TestDatabase database) {
        on(database);
        fixture.enrol();
        fixture.goTo("2027-01-05");
        fixture.workers.decide(INES, decision(-100, "2027-01-05", null), NADIA);
        fixture.goTo("2027-01-10");
        fixture.settings.set("flyingRules", Preset.MACAVRAC, Instant.parse("2027-01-10T10:00:00Z"));

        assertThat(fixture.account("2027-01-12", null).standing().code()).isEqualTo(StatusCode.UP_TO_DATE);
        assertThat(fixture.account("2027-01-12", "2027-01-10T10:00:00Z")
                        .standing()
                        .code())
                .isEqualTo(StatusCode.UP_TO_DATE);
        assertThat(fixture.account("2027-01-12", "2027-01-10T09:59:59Z")
                        .standing()
                        .code())
                .isEqualTo(StatusCode.ALERT);
    }

    /** BEES, flying: attended +1, absent to be made up once 0, absent twice −1; what was told last counts. */
    @ParameterizedTest
    @EnumSource
    void anOutcomeToldAgainOtherwiseReplacesTheFirst(TestDatabase database) {
        on(database);
        fixture.enrol();
        for (Outcome outcome : List.of(Outcome.ATTENDED, Outcome.ATTENDED, Outcome.ABSENT_TWICE, Outcome.ATTENDED)) {
            var told = new Told(Origin.FREE, outcome, 100);
            fixture.workers.settle(INES, new Settled("s1", START, told), NADIA);
        }

        assertThat(fixture.account("2027-01-04", null).posted())
                .extracting(posted -> posted.entry().amount())
                .containsExactly(100L, -200L, 200L);
    }

    @ParameterizedTest
    @EnumSource
    void aDecisionSentTwiceCountsOnce(TestDatabase database) {
        on(database);
        fixture.enrol();
        fixture.workers.decide(INES, decision(100, "2027-01-04", "form-1"), NADIA);
        fixture.workers.decide(INES, decision(100, "2027-01-04", "form-1"), NADIA);

        assertThat(fixture.account("2027-01-04", null).posted()).hasSize(1);
        assertThatThrownBy(() -> fixture.workers.decide(INES, decision(200, "2027-01-04", "form-1"), NADIA))
                .isInstanceOf(Refused.class);
        assertThat(fixture.list.find(new WorkerList.Filter(null, null), 0, 10))
                .extracting(ListedWorker::main)
                .containsExactly(100L);
    }

    @ParameterizedTest
    @EnumSource
    void eachFieldOfADecisionAtFaultIsNamedAndNothingIsPosted(TestDatabase database) {
        on(database);
        fixture.enrol();

        assertThatThrownBy(() -> fixture.workers.decide(INES, decision(0, "2027-01-05", null), NADIA))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors())
                                .extracting(error -> error.field())
                                .containsExactly("amount", "on"));
        for (long tooMuch : new long[] {100_001, -100_001, Long.MIN_VALUE}) {
            assertThatThrownBy(() -> fixture.workers.decide(INES, decision(tooMuch, "2027-01-04", null), NADIA))
                    .isInstanceOf(InvalidInput.class);
        }
        var onSavings = new DecisionDraft(Counter.SAVINGS, 100L, START, "why", null);
        assertThatThrownBy(() -> fixture.workers.decide(INES, onSavings, NADIA))
                .as("no rules of theirs save")
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors())
                                .extracting(error -> error.field())
                                .containsExactly("counter"));
        assertThat(fixture.account("2027-01-04", null).posted()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aDayOfAnotherCenturyIsRefused(TestDatabase database) {
        on(database);
        for (String far : List.of("1926-01-04", "+999999999-12-31")) {
            assertThatThrownBy(() ->
                            fixture.workers.enrol(INES, new EnrolmentDraft(Track.FLYING, LocalDate.parse(far)), NADIA))
                    .isInstanceOf(InvalidInput.class);
            fixture.enrol();
            assertThatThrownBy(() -> fixture.leaves.giveLeave(INES, leave(far, null), NADIA))
                    .isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> fixture.workers.decide(INES, decision(100, far, null), NADIA))
                    .isInstanceOf(InvalidInput.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyDecidesAboutTheirOwnShifts(TestDatabase database) {
        on(database);
        fixture.enrol();
        var ines = new Actor(Actor.Kind.ACCOUNT, fixture.accountOf(INES), "Inès");

        assertThatThrownBy(() -> fixture.workers.decide(INES, decision(100, "2027-01-04", null), ines))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> fixture.leaves.giveLeave(INES, leave("2027-01-10", null), ines))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> fixture.leaves.giveGrace(INES, ines)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> fixture.leaves.withdraw(INES, 1, ines)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> fixture.workers.enrol(INES, new EnrolmentDraft(Track.EXEMPT, START), ines))
                .isInstanceOf(Refused.class);
        assertThat(fixture.account("2027-01-04", null).periods()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void leavesDoNotOverlapNorEndBeforeTheyBegin(TestDatabase database) {
        on(database);
        fixture.enrol();
        fixture.leaves.giveLeave(INES, leave("2027-01-10", "2027-02-10"), NADIA);
        fixture.leaves.giveLeave(INES, leave("2027-01-10", "2027-02-10"), NADIA);

        assertThat(fixture.account("2027-01-10", null).periods()).hasSize(1);
        for (LeaveDraft wrong : new LeaveDraft[] {
            leave("2027-02-10", "2027-02-20"),
            leave("2027-01-01", null),
            leave("2027-03-02", "2027-03-01"),
            // over before she began
            leave("2027-01-02", "2027-01-03")
        }) {
            assertThatThrownBy(() -> fixture.leaves.giveLeave(INES, wrong, NADIA))
                    .isInstanceOf(InvalidInput.class);
        }
        fixture.leaves.giveLeave(INES, leave("2027-02-11", null), NADIA);
        assertThat(standing("2027-01-09")).isEqualTo(StatusCode.UP_TO_DATE);
        assertThat(standing("2027-02-10")).isEqualTo(StatusCode.ON_LEAVE);
        assertThat(standing("2029-01-01")).isEqualTo(StatusCode.ON_LEAVE);
    }

    @ParameterizedTest
    @EnumSource
    void aLeaveThatIsTakenBackWasKnownUntilThen(TestDatabase database) {
        on(database);
        fixture.enrol();
        fixture.leaves.giveLeave(INES, leave("2027-01-10", null), NADIA);
        long period = fixture.account("2027-01-10", null).periods().get(0).id();
        fixture.goTo("2027-01-12");
        fixture.leaves.withdraw(INES, period, NADIA);

        assertThat(fixture.account("2027-01-11", null).standing().code()).isEqualTo(StatusCode.UP_TO_DATE);
        assertThat(fixture.account("2027-01-11", "2027-01-11T20:00:00Z")
                        .standing()
                        .code())
                .isEqualTo(StatusCode.ON_LEAVE);
        assertThatThrownBy(() -> fixture.leaves.withdraw(INES, period, NADIA)).isInstanceOf(NotFound.class);
    }

    /** Suspended from 2 March; a grace given that day lasts ten more, and comes once. */
    @ParameterizedTest
    @EnumSource
    void aGraceIsGivenOnceAndOnlyToWhoeverIsSuspended(TestDatabase database) {
        on(database);
        fixture.enrol();
        assertThatThrownBy(() -> fixture.leaves.giveGrace(INES, NADIA)).isInstanceOf(Refused.class);
        fixture.goTo("2027-03-02");
        fixture.cycles.post(LocalDate.parse("2027-03-02"), Actor.host());
        assertThat(standing("2027-03-02")).isEqualTo(StatusCode.SUSPENDED);

        fixture.leaves.giveGrace(INES, NADIA);

        assertThat(fixture.account("2027-03-02", null).standing().code()).isEqualTo(StatusCode.GRACE);
        assertThat(fixture.account("2027-03-02", null).standing().until()).isEqualTo("2027-03-12");
        assertThat(standing("2027-03-13")).isEqualTo(StatusCode.SUSPENDED);
        fixture.leaves.giveGrace(INES, NADIA);
        assertThat(fixture.account("2027-03-02", null).periods())
                .as("sent twice")
                .hasSize(1);
        fixture.goTo("2027-03-13");
        assertThatThrownBy(() -> fixture.leaves.giveGrace(INES, NADIA)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverLeftTheCoopIsFormerUntilTheyComeBack(TestDatabase database) {
        on(database);
        fixture.enrol();
        fixture.say(INES, MemberStatus.FORMER, "2027-01-20");

        assertThat(standing("2027-01-19")).isEqualTo(StatusCode.UP_TO_DATE);
        assertThat(standing("2027-01-20")).isEqualTo(StatusCode.FORMER);

        fixture.say(INES, MemberStatus.MEMBER, "2027-02-20");
        assertThat(standing("2027-02-19")).isEqualTo(StatusCode.FORMER);
        assertThat(standing("2027-02-20")).isEqualTo(StatusCode.UP_TO_DATE);
    }

    @ParameterizedTest
    @EnumSource
    void twoRecordsBecomeOneUnlessBothWork(TestDatabase database) {
        on(database);
        fixture.add(129);
        fixture.enrol();

        fixture.belongings.move(INES, 129);

        assertThat(fixture.workers.isEnrolled(INES)).isFalse();
        assertThat(fixture.workers.isEnrolled(129)).isTrue();
        fixture.enrol();
        assertThatThrownBy(() -> fixture.belongings.move(INES, 129)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @EnumSource
    void remarksAreForgottenAndAmountsStay(TestDatabase database) {
        on(database);
        fixture.enrol();
        fixture.workers.decide(INES, decision(100, "2027-01-04", null), NADIA);
        fixture.leaves.giveLeave(INES, leave("2027-01-10", null), NADIA);

        fixture.belongings.forgetNotes(INES);

        assertThat(fixture.account("2027-01-10", null).posted()).allSatisfy(posted -> {
            assertThat(posted.note()).isNull();
            assertThat(posted.entry().amount()).isEqualTo(100);
        });
        assertThat(fixture.belongings.periods(INES)).extracting(Period::note).containsExactly((String) null);
    }

    @ParameterizedTest
    @EnumSource
    void asOfAnotherDayNoAlertIsForetold(TestDatabase database) {
        on(database);
        fixture.enrol();
        fixture.goTo("2027-02-10");
        LocalDate today = LocalDate.parse("2027-02-10");

        assertThat(fixture.account("2027-02-10", null).outlook(today)).isPresent();
        assertThat(fixture.account("2027-01-20", null).outlook(today)).isEmpty();
        assertThat(fixture.account("2027-02-11", null).outlook(today)).isEmpty();
        assertThat(fixture.account("2027-01-20", null)
                        .outlook(LocalDate.parse("2027-01-20"))
                        .flatMap(AlertForecast::ifNothing))
                .hasValue(LocalDate.parse("2027-02-01"));
    }
}
