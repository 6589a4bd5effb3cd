package coop.greffon.shifts.internal.web;

import static coop.greffon.shifts.internal.store.Home.ALMA;
import static coop.greffon.shifts.internal.store.Home.PAUL;
import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.identity.Account;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.testing.TestDatabase;
import coop.greffon.web.Visit;
import gg.jte.output.StringOutput;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody of the household works yet: Inès holds it, Paul works for it, Alma shops, and Zoé is a child. */
class WorkerPagesTest {
    private static final String SHARED = "ce compte sera celui du foyer";

    private final WorkFixture fixture = new WorkFixture(TestDatabase.H2);
    private final WorkerPages pages = new WorkerPages(fixture.workers, fixture.duties, null, fixture.members, null);

    private Account office;

    @BeforeEach
    void atHome() {
        office = fixture.accounts.find(fixture.accountOf(7)).orElseThrow();
        fixture.add(PAUL);
        fixture.add(ALMA);
        fixture.home.ofFour(null, null);
    }

    private String enrolment(long member) {
        var visit = new Visit(
                office,
                null,
                Set.of(WorkerPages.EDIT),
                Locale.FRENCH,
                new MessagesOfTheBundle(),
                fixture.clock,
                "",
                "/shifts/members/" + member,
                Map.of(),
                null);
        var html = new StringOutput();
        pages.enrolment(visit, fixture.members.get(member)).content().writeTo(html);
        return html.toString();
    }

    @Test
    void whoeverIsEnrolledForAHouseholdIsToldWithWhomTheyShareTheAccount() {
        assertThat(enrolment(INES)).as("each person has one").doesNotContain(SHARED);
        fixture.perHousehold();

        assertThat(enrolment(INES)).as("who flies").containsOnlyOnce(SHARED);
        assertThat(fixture.duties.wouldShare(INES, Track.FLYING, START)).containsExactly(PAUL);
        assertThat(fixture.duties.wouldShare(INES, Track.FIXED, START)).isEmpty();
        assertThat(fixture.duties.wouldShare(PAUL, Track.FLYING, START)).containsExactly(INES);
        assertThat(enrolment(ALMA)).as("who shops has it alone").doesNotContain(SHARED);
    }
}
