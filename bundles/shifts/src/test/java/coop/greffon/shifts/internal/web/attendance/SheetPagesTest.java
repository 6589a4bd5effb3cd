package coop.greffon.shifts.internal.web.attendance;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static coop.greffon.shifts.internal.store.WorkFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.internal.audit.JpaAudit;
import coop.greffon.shifts.internal.reader.OwnAccounts;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.DecisionDraft;
import coop.greffon.shifts.internal.store.LeaveDraft;
import coop.greffon.shifts.internal.store.PeriodKind;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.shifts.internal.store.slot.ShiftState;
import coop.greffon.shifts.internal.web.MessagesOfTheBundle;
import coop.greffon.testing.TestDatabase;
import coop.greffon.web.Page;
import coop.greffon.web.Visit;
import gg.jte.output.StringOutput;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.ws.rs.core.MultivaluedHashMap;
import javax.ws.rs.core.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Omar is on duty on Monday 25 January 2027 from eight to eleven, UTC, and keeps the sheet; Inès has a seat, and it is nine. */
class SheetPagesTest {
    private static final LocalDate JANUARY = LocalDate.parse("2027-01-25");
    private static final LocalDate LAST = LocalDate.parse("2027-12-31");
    private static final long OMAR = 129;
    private static final long LEA = 130;
    private static final long KARIM = 131;
    private static final int SEE_OTHER = 303;
    private static final int UNPROCESSABLE = 422;

    private final WorkFixture fixture = new WorkFixture(TestDatabase.H2);
    private final SheetPages pages = new SheetPages(
            fixture.calendar,
            fixture.attendance,
            fixture.closing,
            fixture.replacements,
            new OwnAccounts(fixture.duties),
            fixture.members,
            fixture.rules,
            fixture.clock);
    private Account omar;
    private long shift;
    private long booking;

    @BeforeEach
    void onDuty() {
        fixture.enrol();
        fixture.add(OMAR, Track.FLYING);
        omar = fixture.accounts.find(fixture.accountOf(OMAR)).orElseThrow();
        fixture.mondays();
        shift = fixture.calendar.between(JANUARY, JANUARY).get(0).shift().id();
        fixture.bookings.book(OMAR, shift, Comes.THEMSELVES, NADIA);
        booking = fixture.bookings.book(INES, shift, Comes.THEMSELVES, NADIA).id();
        fixture.goTo("2027-01-25");
    }

    private Visit visit() {
        return visit(Set.of(SheetListPages.TELL));
    }

    private Visit visit(Set<String> permissions) {
        return new Visit(
                omar,
                null,
                permissions,
                Locale.FRENCH,
                new MessagesOfTheBundle(),
                fixture.clock,
                "",
                "/shifts/sheets/" + shift,
                Map.of(),
                null);
    }

    private static MultivaluedHashMap<String, String> sent(Map<String, String> fields) {
        return new MultivaluedHashMap<>(fields);
    }

    private static String html(Response answer) {
        return html((Page) answer.getEntity());
    }

    private static String html(Page page) {
        var html = new StringOutput();
        page.content().writeTo(html);
        return html.toString();
    }

    private ShiftState state() {
        return fixture.calendar.sheet(shift).shift().state();
    }

    @Test
    void closingSaysFirstWhoIsNotedHow() {
        fixture.clock.advance(Duration.ofHours(2));

        Response asked = pages.close(visit(), shift, sent(Map.of("remark", "Calme")));
        String question = html(asked);
        assertThat(asked.getStatus()).isEqualTo(200);
        assertThat(question)
                .contains("Inès", "Absent·e sans prévenir", "value=\"Calme\"", booking + " ABSENT_TWICE")
                .doesNotContain("Absent·e</span>");
        assertThat(state()).isEqualTo(ShiftState.PLANNED);

        Response back = pages.close(visit(), shift, sent(Map.of("remark", "Calme", "back", "true")));
        assertThat(html(back)).as("what was typed is there").contains(">Calme</textarea>");
        assertThat(state()).isEqualTo(ShiftState.PLANNED);

        Response stale = pages.close(visit(), shift, sent(Map.of("confirmed", booking + " EXCUSED")));
        assertThat(html(stale)).as("it is another answer by now").contains(booking + " ABSENT_TWICE");
        assertThat(state()).isEqualTo(ShiftState.PLANNED);

        Response done =
                pages.close(visit(), shift, sent(Map.of("remark", "Calme", "confirmed", booking + " ABSENT_TWICE")));
        assertThat(done.getStatus()).isEqualTo(SEE_OTHER);
        assertThat(state()).isEqualTo(ShiftState.CLOSED);
        assertThat(fixture.calendar.sheet(shift).shift().remark()).isEqualTo("Calme");
        assertThat(html(pages.show(visit(), shift))).contains("Pour corriger une réponse, adressez-vous au bureau");
    }

    @Test
    void beforeTheEndItIsRefused() {
        Response refused = pages.close(visit(), shift, sent(Map.of("confirmed", booking + " ABSENT_TWICE")));

        assertThat(refused.getStatus()).isEqualTo(UNPROCESSABLE);
        assertThat(html(refused)).contains("Le créneau n’est pas fini");
        assertThat(state()).isEqualTo(ShiftState.PLANNED);
    }

    @Test
    void whereNobodyIsUnmarkedItClosesAtOnce() {
        pages.tell(visit(), shift, booking, sent(Map.of("outcome", "ATTENDED")));

        assertThat(pages.close(visit(), shift, sent(Map.of())).getStatus()).isEqualTo(SEE_OTHER);
        assertThat(state()).isEqualTo(ShiftState.CLOSED);
    }

    /** What was typed stands at the person it is about, and at nobody else. */
    @Test
    void theReasonOfACorrectionThatIsRefusedIsKept() {
        pages.tell(visit(), shift, booking, sent(Map.of("outcome", "ATTENDED")));
        pages.close(visit(), shift, sent(Map.of()));

        Response refused = pages.tell(
                visit(),
                shift,
                booking,
                sent(Map.of("outcome", "TAKEN_BACK", "note", "Je ne sais plus", "late", "true")));

        assertThat(refused.getStatus()).isEqualTo(UNPROCESSABLE);
        assertThat(html(refused)).containsOnlyOnce("value=\"Je ne sais plus\"").containsOnlyOnce("checked");
    }

    /** Nobody closed the sheet; Omar says on the page how it went, once. */
    @Test
    void onASheetThatClosedByItselfItMayBeSaidHowItWent() {
        fixture.clock.advance(Duration.ofDays(3));
        fixture.settlement.settle(Actor.job("Nuit"));
        assertThat(state()).isEqualTo(ShiftState.CLOSED);
        assertThat(html(pages.show(visit(), shift))).contains("Ajouter une remarque", "name=\"remark\"");

        Response said = pages.close(visit(), shift, sent(Map.of("remark", "Calme")));

        assertThat(said.getLocation()).asString().endsWith("?done=shifts.done.remark");
        assertThat(html(pages.show(visit(), shift)))
                .contains("Calme")
                .doesNotContain("Ajouter une remarque", "name=\"remark\"");
        assertThat(new JpaAudit(fixture.store.jpa("core"), fixture.clock).history("shifts.sheet", Long.toString(shift)))
                .singleElement()
                .satisfies(change -> assertThat(change.fields()).contains(new FieldChange("remark", null, "Calme")));
    }

    /** Of a closed sheet somebody was there or was not; a walk-in may not have been meant at all. */
    @Test
    void onAClosedSheetOnlyAWalkInIsTakenBack() {
        pages.tell(visit(), shift, booking, sent(Map.of("outcome", "ATTENDED")));
        assertThat(html(pages.show(visit(), shift))).containsOnlyOnce("TAKEN_BACK");
        pages.close(visit(), shift, sent(Map.of()));
        assertThat(html(pages.show(visit(), shift))).doesNotContain("TAKEN_BACK");
    }

    @Test
    void aWalkInIsTakenBackFromAClosedSheet() {
        fixture.add(LEA, Track.FLYING);
        pages.walkIn(visit(), shift, sent(Map.of("number", "130")));
        pages.tell(visit(), shift, booking, sent(Map.of("outcome", "ATTENDED")));
        pages.close(visit(), shift, sent(Map.of()));
        assertThat(html(pages.show(visit(), shift))).containsOnlyOnce("TAKEN_BACK");
    }

    /** Léa is four short, and Karim does no shifts: the office is led to their pages, where it can be changed. */
    @Test
    void whoeverDoesNotWorkIsNotAddedAndTheOfficeIsLedToTheirPage() {
        fixture.add(LEA, Track.FLYING);
        fixture.workers.decide(LEA, new DecisionDraft(Counter.MAIN, -400L, START, "repris", null), NADIA);
        fixture.add(KARIM);
        var office = visit(Set.of(SheetListPages.TELL, SheetListPages.OFFICE));

        String refused = html(pages.walkIn(visit(), shift, sent(Map.of("number", "130"))));
        assertThat(refused).contains("Cette personne ne fait plus de créneaux").doesNotContain("/shifts/members/130");
        assertThat(html(pages.walkIn(office, shift, sent(Map.of("number", "130")))))
                .contains("Cette personne ne fait plus de créneaux", "/shifts/members/130");
        assertThat(html(pages.replace(
                        office,
                        shift,
                        sent(Map.of("booking", Long.toString(booking), "replacement", Long.toString(LEA))))))
                .contains("id=\"replacement-error\"", "/shifts/members/130");
        assertThat(html(pages.walkIn(office, shift, sent(Map.of("number", "131")))))
                .contains("/shifts/members/131");
        assertThat(fixture.calendar.sheet(shift).present()).hasSize(2);
    }

    @Test
    void ofWhoeverIsExemptItIsSaid() {
        fixture.add(LEA, Track.FLYING);
        fixture.leaves.giveLeave(LEA, new LeaveDraft(PeriodKind.EXEMPTION, START, LAST, null), NADIA);

        assertThat(pages.walkIn(visit(), shift, sent(Map.of("number", "130"))).getLocation())
                .asString()
                .endsWith("?done=shifts.done.walk-in-exempt");
    }
}
