package coop.greffon.shifts.internal.store.booking;

import static coop.greffon.shifts.internal.store.Home.PAUL;
import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static coop.greffon.shifts.internal.store.WorkFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.problem.Problem;
import coop.greffon.core.problem.Refused;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Outcome;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.EnrolmentDraft;
import coop.greffon.shifts.internal.store.Home;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.shifts.internal.store.slot.Booking;
import coop.greffon.testing.TestDatabase;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On the account of Inès one of the two did a shift on 25 January; the first of the other, on 22 February, is not done alone. */
class HouseholdBeginnersTest {
    private static final LocalDate JANUARY = LocalDate.parse("2027-01-25");
    private static final LocalDate FEBRUARY = LocalDate.parse("2027-02-22");

    private WorkFixture fixture;

    private void on(TestDatabase database) {
        fixture = new WorkFixture(database);
        fixture.shareWithPaul();
        fixture.mondays();
        fixture.goTo("2027-01-24");
    }

    private long shift(LocalDate day) {
        return fixture.calendar.between(day, day).get(0).shift().id();
    }

    private Booking book(LocalDate day, Comes comes) {
        return fixture.bookings.book(INES, shift(day), comes, NADIA);
    }

    private void didAShift(Comes comes) {
        Booking booking = book(JANUARY, comes);
        fixture.goTo("2027-01-25");
        fixture.attendance.tell(booking.id(), new Told(Outcome.ATTENDED, false, null), NADIA);
        fixture.settings.changeFlying("DUTY=HOUSEHOLD; ACCOMPANIED=true");
    }

    @ParameterizedTest
    @CsvSource({
        "H2, THEMSELVES, PARTNER",
        "H2, PARTNER, THEMSELVES",
        "POSTGRESQL, THEMSELVES, PARTNER",
        "POSTGRESQL, PARTNER, THEMSELVES"
    })
    void whatOneDidTheOtherDidNot(TestDatabase database, Comes done, Comes beginner) {
        on(database);
        didAShift(done);

        assertThatThrownBy(() -> book(FEBRUARY, beginner))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(((Problem) refused).title().key())
                                .isEqualTo("shifts.refusal.BEGINNER_ALONE"));
        book(FEBRUARY, done);
        book(FEBRUARY, beginner);

        assertThat(fixture.calendar.sheet(shift(FEBRUARY)).present()).hasSize(2);
    }

    /** Paul had an account before he moved in with Inès, and did a shift on it. */
    @ParameterizedTest
    @CsvSource({"H2", "POSTGRESQL"})
    void whatSomebodyDidOnAnAccountOfTheirOwnCounts(TestDatabase database) {
        on(database);
        fixture.home.of(Home.holder(INES, null));
        fixture.workers.enrol(PAUL, new EnrolmentDraft(Track.FLYING, START), NADIA);
        Booking his = fixture.bookings.book(PAUL, shift(JANUARY), Comes.THEMSELVES, NADIA);
        fixture.goTo("2027-01-25");
        fixture.attendance.tell(his.id(), new Told(Outcome.ATTENDED, false, null), NADIA);
        fixture.goTo("2027-02-02");
        fixture.tracks.end(PAUL, LocalDate.parse("2027-02-03"), NADIA);
        fixture.home.ofTwo();
        fixture.settings.changeFlying("DUTY=HOUSEHOLD; ACCOMPANIED=true");
        fixture.goTo("2027-02-04");

        assertThatThrownBy(() -> book(FEBRUARY, Comes.THEMSELVES)).isInstanceOf(Refused.class);
        book(FEBRUARY, Comes.PARTNER);

        assertThat(fixture.calendar.sheet(shift(FEBRUARY)).present()).hasSize(1);
    }
}
