package coop.greffon.shifts.internal.web;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.rules.Outcome;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.EnrolmentDraft;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.shifts.internal.store.booking.Told;
import coop.greffon.shifts.internal.store.slot.FixedPlaceDraft;
import coop.greffon.testing.TestDatabase;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** BEES, a fixed place: absent without a word costs one and one to make up for it, absent with a word costs one. */
class ExplanationTableTest {
    @Test
    void whatCorrectsAnEarlierLineSaysSo() {
        var fixture = new WorkFixture(TestDatabase.H2);
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FIXED, WorkFixture.START), NADIA);
        fixture.places.give(fixture.mondays().id(), INES, new FixedPlaceDraft(null, WorkFixture.START, null), NADIA);
        LocalDate day = LocalDate.parse("2027-01-25");
        long seat = fixture.calendar.of(INES, day, day).get(0).booking().id();
        fixture.goTo("2027-01-25");
        fixture.attendance.tell(seat, new Told(Outcome.ABSENT_TWICE, false, null), NADIA);
        fixture.attendance.tell(seat, new Told(Outcome.ABSENT, false, null), NADIA);

        Text absent = Text.of("shifts.rule.ABSENT");
        Text twice = Text.of("shifts.rule.ABSENT_TWICE");
        Text corrected = Text.of("shifts.journal.corrected", absent);
        assertThat(ExplanationTable.lines(fixture.account("2027-01-25", null)))
                .extracting(ExplanationTable.Line::rule)
                .containsExactlyInAnyOrder(twice, twice, corrected, corrected);
    }
}
