package coop.greffon.shifts.internal.store.leave;

import static coop.greffon.shifts.internal.store.Home.PAUL;
import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static coop.greffon.shifts.internal.store.WorkFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.members.HouseholdRole;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.LeaveRules;
import coop.greffon.shifts.internal.store.DecisionDraft;
import coop.greffon.shifts.internal.store.Home;
import coop.greffon.shifts.internal.store.LeaveDraft;
import coop.greffon.shifts.internal.store.Period;
import coop.greffon.shifts.internal.store.PeriodKind;
import coop.greffon.shifts.internal.store.Posted;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.testing.TestDatabase;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.aries.jpa.template.TransactionType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Inès and Paul act on one account, in her name; Omar comes to live with her when Paul has left. */
class HouseholdLeavesTest {
    private static final long OMAR = 132;
    private static final LocalDate FROM = LocalDate.parse("2027-01-20");
    private static final LocalDate TO = LocalDate.parse("2027-01-31");
    private static final LeaveDraft ILL = new LeaveDraft(PeriodKind.SICK, FROM, TO, "grippe");

    private final Map<Long, Long> accounts = new HashMap<>();
    private WorkFixture fixture;

    private void on(TestDatabase database) {
        fixture = new WorkFixture(database);
        fixture.add(OMAR);
        fixture.shareWithPaul();
    }

    private Actor by(long member) {
        long account = accounts.computeIfAbsent(member, fixture::accountOf);
        return new Actor(Actor.Kind.ACCOUNT, account, "M" + member);
    }

    private String history(long member) {
        return fixture.store
                .jpa("core")
                .txExpr(
                        TransactionType.Supports,
                        em -> em.createNativeQuery("select cast(fields as varchar) from greffon_core_change"
                                        + " where record_id = '" + member + "'")
                                .getResultList()
                                .toString());
    }

    private long asked() {
        return fixture.requests.of(INES).get(0).id();
    }

    private List<Period> periods(long reader) {
        return fixture.account("2027-01-20", null).seenBy(reader).periods();
    }

    private List<LeaveRequest> requests(long reader) {
        return fixture.requests.seen(INES, reader);
    }

    private static String told(LeaveRequest request) {
        return request.kind() + " " + request.from() + " " + request.to() + " " + request.note() + " " + request.state()
                + " " + request.reason();
    }

    private static String told(Period period) {
        return period.kind() + " " + period.from() + " " + period.to() + " " + period.note() + " "
                + (period.document() != null);
    }

    @ParameterizedTest
    @EnumSource
    void anotherOfTheAccountIsToldTheDaysAlone(TestDatabase database) {
        on(database);
        fixture.settings.leaveRules = LeaveRules.LOUVE;
        fixture.requests.ask(INES, new LeaveDraft(PeriodKind.SICK, FROM, TO.plusDays(28), "grippe"), by(PAUL));

        assertThat(requests(PAUL))
                .extracting(HouseholdLeavesTest::told)
                .containsExactly("SICK 2027-01-20 2027-02-28 grippe ASKED null");
        assertThat(requests(INES))
                .extracting(HouseholdLeavesTest::told)
                .containsExactly("null 2027-01-20 2027-02-28 null ASKED null");

        fixture.requests.approve(asked(), NADIA);

        assertThat(periods(PAUL))
                .extracting(HouseholdLeavesTest::told)
                .containsExactly("SICK 2027-01-20 2027-02-28 grippe true");
        assertThat(periods(INES))
                .extracting(HouseholdLeavesTest::told)
                .containsExactly("null 2027-01-20 2027-02-28 null false");
        assertThat(fixture.account("2027-01-20", null).periods())
                .as("staff is told all, and who asked")
                .extracting(period -> told(period) + " " + period.askedBy())
                .containsExactly("SICK 2027-01-20 2027-02-28 grippe true 129");
        assertThat(fixture.leaveNews.toldTo).containsExactly(PAUL);
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalIsBetweenWhoeverAskedAndTheCoop(TestDatabase database) {
        on(database);
        fixture.requests.ask(INES, ILL, by(PAUL));
        fixture.requests.refuse(asked(), "pas de certificat", NADIA);

        assertThat(requests(PAUL))
                .extracting(HouseholdLeavesTest::told)
                .containsExactly("SICK 2027-01-20 2027-01-31 grippe REFUSED pas de certificat");
        assertThat(requests(INES)).isEmpty();
        assertThat(fixture.leaveNews.toldTo).containsExactly(PAUL);
    }

    /** Asked for by Inès before Paul acted on her account, given by staff, or from before anybody kept who asked. */
    @ParameterizedTest
    @EnumSource
    void whatNobodyElseAskedForIsOfWhoseAccountItIs(TestDatabase database) {
        on(database);
        fixture.requests.ask(INES, ILL, NADIA);
        fixture.leaves.giveLeave(
                INES, new LeaveDraft(PeriodKind.PARENTAL, TO.plusDays(1), TO.plusDays(60), "jumeaux"), NADIA);
        fixture.workers.decide(INES, new DecisionDraft(Counter.MAIN, 100L, START, "soigne sa mère", null), NADIA);
        assertThat(fixture.requests.get(asked()).askerId()).isEqualTo(INES);

        assertThat(requests(INES)).extracting(LeaveRequest::note).containsExactly("grippe");
        assertThat(periods(INES)).extracting(Period::note).containsExactly("jumeaux");
        assertThat(requests(PAUL))
                .extracting(LeaveRequest::kind, LeaveRequest::note)
                .containsExactly(tuple(null, null));
        assertThat(periods(PAUL)).extracting(Period::kind, Period::note).containsExactly(tuple(null, null));
        var account = fixture.account("2027-01-20", null);
        assertThat(account.seenBy(INES).posted()).extracting(Posted::note).contains("soigne sa mère");
        assertThat(account.seenBy(PAUL).posted()).extracting(Posted::note).containsOnlyNulls();
        assertThat(account.seenBy(PAUL).lines()).hasSameSizeAs(account.lines());
    }

    /** From Paul's page: it is his, on the account that is in the name of Inès, and what it changes is told of that account. */
    @ParameterizedTest
    @EnumSource
    void staffGivesALeaveToAnotherOfTheAccount(TestDatabase database) {
        on(database);
        assertThat(fixture.foresight.of(PAUL, ILL).period().from()).isEqualTo(FROM);
        fixture.leaves.giveLeave(PAUL, ILL, NADIA);
        fixture.leaves.giveLeave(PAUL, ILL, NADIA);

        assertThat(periods(PAUL))
                .extracting(HouseholdLeavesTest::told)
                .containsExactly("SICK 2027-01-20 2027-01-31 grippe false");
        assertThat(periods(INES))
                .extracting(HouseholdLeavesTest::told)
                .containsExactly("null 2027-01-20 2027-01-31 null false");
        assertThat(history(INES)).doesNotContain("SICK");
        LeaveDraft later = new LeaveDraft(PeriodKind.HOLIDAY, TO.plusDays(1), TO.plusDays(9), null);
        for (long own : List.of(INES, PAUL)) {
            Actor actor = by(own);
            assertThatThrownBy(() -> fixture.leaves.giveLeave(PAUL, later, actor))
                    .isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> fixture.leaves.giveLeave(OMAR, later, NADIA))
                .as("of another household, and without an account")
                .isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverAskedAloneWithdraws(TestDatabase database) {
        on(database);
        fixture.requests.ask(INES, ILL, by(PAUL));

        assertThatThrownBy(() -> fixture.requests.withdraw(INES, asked(), by(INES)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> fixture.requests.withdraw(OMAR, asked(), by(OMAR)))
                .isInstanceOf(NotFound.class);
        assertThat(fixture.requests.open()).hasSize(1);
        fixture.requests.withdraw(PAUL, asked(), by(PAUL));
        assertThat(fixture.requests.open()).isEmpty();
    }

    /** Who asks for the very same learns no more than who asks for other days: the days are taken. */
    @ParameterizedTest
    @EnumSource
    void theSameOfAnotherIsAnotherRequest(TestDatabase database) {
        on(database);
        fixture.requests.ask(INES, ILL, by(PAUL));

        assertThatThrownBy(() -> fixture.requests.ask(INES, ILL, by(INES)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors())
                                .extracting(error ->
                                        error.field() + " " + error.message().key())
                                .containsExactly("from shifts.request.there-another"));
        fixture.requests.ask(INES, ILL, by(PAUL));
        assertThat(fixture.requests.open()).hasSize(1);

        fixture.leaves.giveLeave(INES, ILL, NADIA);
        assertThatThrownBy(() -> fixture.requests.approve(asked(), NADIA))
                .as("those days are a leave of Inès")
                .isInstanceOf(InvalidInput.class);
    }

    /** Paul left on the 10th, and Omar came on the 11th. */
    @ParameterizedTest
    @EnumSource
    void whatSomebodyWroteInAHouseholdStaysTheirs(TestDatabase database) {
        on(database);
        fixture.requests.ask(INES, ILL, by(PAUL));
        fixture.home.of(
                Home.holder(INES, null),
                Home.worker(PAUL, LocalDate.parse("2027-01-10")),
                Home.person(OMAR, HouseholdRole.WORKER, LocalDate.parse("2027-01-11"), null));
        fixture.goTo("2027-01-12");

        assertThat(fixture.duties.of(OMAR, LocalDate.parse("2027-01-12"))).isEqualTo(INES);
        assertThat(requests(OMAR))
                .extracting(LeaveRequest::kind, LeaveRequest::note)
                .containsExactly(tuple(null, null));
        assertThat(fixture.requests.seen(PAUL, PAUL))
                .extracting(LeaveRequest::note)
                .containsExactly("grippe");
        Actor paul = by(PAUL);
        assertThatThrownBy(() -> fixture.requests.approve(asked(), paul))
                .as("nobody decides about what they asked for")
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> fixture.requests.approve(asked(), NADIA))
                .as("those who stayed owe what they owe")
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.title()).isEqualTo(Text.of("shifts.request.moved-out")));
        assertThat(fixture.requests.open()).hasSize(1);
        fixture.requests.withdraw(PAUL, asked(), paul);
        assertThat(fixture.requests.open()).isEmpty();
    }

    /** What is exported of a member is the history of their record. */
    @ParameterizedTest
    @EnumSource
    void theHistoryOfTheAccountsHolderDoesNotTellWhichLeaveItIs(TestDatabase database) {
        on(database);
        fixture.requests.ask(INES, ILL, by(PAUL));
        fixture.requests.approve(asked(), NADIA);
        fixture.leaves.withdraw(INES, periods(PAUL).get(0).id(), NADIA);

        assertThat(history(INES)).doesNotContain("SICK");
        assertThat(history(PAUL)).contains("SICK");
    }

    /** La Louve: the certificate is due 15 days after the 20th, and the leave void 22 days after it, on 11 February. */
    @ParameterizedTest
    @EnumSource
    void aLeaveThatEndsEarlyIsStillOfWhoeverAsked(TestDatabase database) {
        on(database);
        fixture.settings.leaveRules = LeaveRules.LOUVE;
        fixture.requests.ask(INES, new LeaveDraft(PeriodKind.SICK, FROM, TO.plusDays(28), "grippe"), by(PAUL));
        fixture.requests.approve(asked(), NADIA);
        fixture.goTo("2027-02-11");
        LocalDate today = LocalDate.parse("2027-02-11");
        assertThat(fixture.documents.missing(today))
                .extracting(missing -> missing.person())
                .containsExactly(PAUL);

        assertThat(fixture.documents.endUnseen(today, Actor.host())).isEqualTo(1);

        assertThat(periods(PAUL))
                .extracting(HouseholdLeavesTest::told)
                .containsExactly("SICK 2027-01-20 2027-02-10 grippe false");
        assertThat(periods(INES)).extracting(Period::kind, Period::note).containsExactly(tuple(null, null));
        assertThat(fixture.leaveNews.toldTo).containsExactly(PAUL, PAUL);
    }

    /** Paul turns out to have two records. */
    @ParameterizedTest
    @EnumSource
    void whatWasAskedForFollowsAPersonIntoTheirOtherRecord(TestDatabase database) {
        on(database);
        fixture.requests.ask(INES, ILL, by(PAUL));
        fixture.requests.approve(asked(), NADIA);

        fixture.belongings.move(PAUL, OMAR);

        assertThat(fixture.requests.askedBy(PAUL)).isEmpty();
        assertThat(fixture.requests.askedBy(OMAR))
                .extracting(LeaveRequest::note)
                .containsExactly("grippe");
        assertThat(periods(OMAR)).extracting(Period::note).containsExactly("grippe");
    }
}
