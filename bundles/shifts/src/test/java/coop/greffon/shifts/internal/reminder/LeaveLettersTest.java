package coop.greffon.shifts.internal.reminder;

import static coop.greffon.shifts.internal.store.Home.PAUL;
import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static coop.greffon.shifts.internal.store.WorkFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.mail.Letter;
import coop.greffon.members.Subjects;
import coop.greffon.shifts.internal.rules.LeaveRules;
import coop.greffon.shifts.internal.store.LeaveDraft;
import coop.greffon.shifts.internal.store.PeriodKind;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.testing.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Inès and Paul act on one account, in her name, and each has an address. */
class LeaveLettersTest {
    private final WorkFixture fixture = new WorkFixture(TestDatabase.H2);
    private final List<Letter> sent = new ArrayList<>();
    private final Postman postman = new Postman(
            (letter, cause) -> sent.add(letter), fixture.members, fixture.duties, fixture.settings, fixture.clock);
    private final LeaveLetters letters = new LeaveLetters(postman);

    @BeforeEach
    void together() {
        fixture.shareWithPaul();
    }

    private List<String> told() {
        return sent.stream()
                .map(letter -> letter.to().subject() + " " + letter.title().key())
                .toList();
    }

    @Test
    void aDecisionIsToldToWhoeverAskedAlone() {
        letters.approved(1, PAUL, START, START.plusDays(20));
        letters.refused(2, PAUL, START, "pas de certificat");
        letters.ended(3, INES, START);

        assertThat(told())
                .containsExactly(
                        Subjects.of(PAUL) + " shifts.letter.leave-approved.title",
                        Subjects.of(PAUL) + " shifts.letter.leave-refused.title",
                        Subjects.of(INES) + " shifts.letter.leave-void.title");
    }

    /** La Louve, ill from 4 January on: the certificate is asked for on the 19th. */
    @Test
    void aDocumentIsAskedOfWhoeverAskedAlone() {
        fixture.settings.leaveRules = LeaveRules.LOUVE;
        Actor paul = new Actor(Actor.Kind.ACCOUNT, fixture.accountOf(PAUL), "Paul");
        fixture.requests.ask(INES, new LeaveDraft(PeriodKind.SICK, START, LocalDate.parse("2027-03-31"), null), paul);
        fixture.requests.approve(fixture.requests.of(INES).get(0).id(), NADIA);

        new LeaveReminders(fixture.documents, postman)
                .due(LocalDate.parse("2027-01-19"))
                .forEach(letter -> assertThat(letter.getAsBoolean()).isTrue());

        assertThat(told()).containsExactly(Subjects.of(PAUL) + " shifts.letter.document.title");
    }
}
