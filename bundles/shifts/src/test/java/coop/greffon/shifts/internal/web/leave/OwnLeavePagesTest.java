package coop.greffon.shifts.internal.web.leave;

import static coop.greffon.shifts.internal.store.Home.PAUL;
import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import coop.greffon.core.problem.Refused;
import coop.greffon.shifts.internal.reader.OwnAccounts;
import coop.greffon.shifts.internal.rest.OwnLeavesResource;
import coop.greffon.shifts.internal.rest.OwnLeavesResource.Asked;
import coop.greffon.shifts.internal.rest.OwnStatusResource;
import coop.greffon.shifts.internal.rest.WorkersResource;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.LeaveRules;
import coop.greffon.shifts.internal.store.DecisionDraft;
import coop.greffon.shifts.internal.store.LeaveDraft;
import coop.greffon.shifts.internal.store.PeriodKind;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.shifts.internal.store.leave.RequestState;
import coop.greffon.shifts.internal.web.MessagesOfTheBundle;
import coop.greffon.testing.TestDatabase;
import coop.greffon.web.Visit;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Inès and Paul act on one account, in her name. Paul is ill, at La Louve, and has a certificate to show. */
class OwnLeavePagesTest {
    private static final String NEUTRAL = "Un congé de quelqu’un de votre foyer";

    private final WorkFixture fixture = new WorkFixture(TestDatabase.H2);
    private final Map<Long, Long> signedIn = new HashMap<>();
    private final OwnAccounts accounts = new OwnAccounts(fixture.duties);
    private final OwnLeavePages pages =
            new OwnLeavePages(accounts, fixture.workers, fixture.requests, fixture.foresight);
    private final OwnLeavesResource resource = new OwnLeavesResource(accounts, fixture.requests, fixture.foresight);

    @BeforeEach
    void paulIsIll() {
        fixture.shareWithPaul();
        fixture.settings.leaveRules = LeaveRules.LOUVE;
        resource.ask(
                visit(PAUL),
                new LeaveDraft(
                        PeriodKind.SICK, LocalDate.parse("2027-01-20"), LocalDate.parse("2027-02-28"), "grippe"));
    }

    private Visit visit(long member) {
        return new Visit(
                fixture.accounts
                        .find(signedIn.computeIfAbsent(member, fixture::accountOf))
                        .orElseThrow(),
                null,
                Set.of(OwnLeavePages.ASK),
                Locale.FRENCH,
                new MessagesOfTheBundle(),
                fixture.clock,
                "",
                "/shifts/leave",
                Map.of(),
                null);
    }

    /** What the page says of leaves, below the form that has every kind. */
    private String told(long member) {
        var html = new StringOutput();
        pages.show(visit(member)).content().writeTo(html);
        String all = html.toString();
        return all.substring(all.indexOf("</form>"));
    }

    private long asked() {
        return fixture.requests.of(INES).get(0).id();
    }

    @Test
    void thePageTellsAnotherTheDaysAlone() {
        assertThat(told(PAUL)).contains("Congé maladie", "/withdraw").doesNotContain(NEUTRAL);
        assertThat(told(INES)).contains(NEUTRAL).doesNotContain("maladie", "grippe", "/withdraw");

        fixture.requests.approve(asked(), NADIA);

        assertThat(told(PAUL))
                .contains("Congé maladie", "grippe", "justificatif")
                .doesNotContain(NEUTRAL);
        assertThat(told(INES)).contains(NEUTRAL).doesNotContain("maladie", "grippe", "justificatif");
    }

    @Test
    void programsAreToldNoMore() {
        assertThat(resource.list(visit(PAUL)))
                .extracting(Asked::askedBy, Asked::kind, Asked::note)
                .containsExactly(tuple(PAUL, PeriodKind.SICK, "grippe"));
        assertThat(resource.list(visit(INES)))
                .containsExactly(new Asked(
                        asked(),
                        INES,
                        null,
                        null,
                        NEUTRAL,
                        LocalDate.parse("2027-01-20"),
                        LocalDate.parse("2027-02-28"),
                        null,
                        RequestState.ASKED,
                        null,
                        null,
                        null));
        assertThatThrownBy(() -> resource.withdraw(visit(INES), asked())).isInstanceOf(Refused.class);
        assertThat(resource.withdraw(visit(PAUL), asked()))
                .extracting(Asked::state)
                .containsExactly(RequestState.WITHDRAWN);
        assertThat(resource.list(visit(INES))).isEmpty();
    }

    @Test
    void theRemarksOfTheJournalAreOfWhoseAccountItIs() {
        fixture.workers.decide(
                INES, new DecisionDraft(Counter.MAIN, 100L, WorkFixture.START, "soigne sa mère", null), NADIA);
        var status = new OwnStatusResource(accounts, fixture.workers);

        assertThat(status.status(visit(INES), null).explanation())
                .extracting(WorkersResource.Line::note)
                .contains("soigne sa mère");
        assertThat(status.status(visit(PAUL), null).explanation())
                .extracting(WorkersResource.Line::note)
                .containsOnlyNulls();
    }
}
