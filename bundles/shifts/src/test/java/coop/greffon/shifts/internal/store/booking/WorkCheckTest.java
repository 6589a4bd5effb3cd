package coop.greffon.shifts.internal.store.booking;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.message.Text;
import coop.greffon.members.MemberStatus;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Outcome;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Inès flies, and came to the shift of Monday 25 January 2027. */
class WorkCheckTest {
    private static final LocalDate JANUARY = LocalDate.parse("2027-01-25");

    private WorkFixture fixture;

    private void on(TestDatabase database) {
        fixture = new WorkFixture(database);
        fixture.enrol();
        fixture.mondays();
        long shift = fixture.calendar.between(JANUARY, JANUARY).get(0).shift().id();
        long booking =
                fixture.bookings.book(INES, shift, Comes.THEMSELVES, NADIA).id();
        fixture.goTo("2027-01-25");
        fixture.attendance.tell(booking, new Told(Outcome.ATTENDED, false, null), NADIA);
    }

    private List<String> faults() {
        return fixture.check.check(Text::key).faults().stream()
                .map(fault -> fault.check() + ": " + fault.expected() + " / " + fault.found())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAsItShouldBeIsSound(TestDatabase database) {
        on(database);

        assertThat(fixture.check.check(Text::key)).isEqualTo(new WorkCheck.Found(1, 1, List.of()));
        fixture.goTo("2027-02-02");
        assertThat(faults()).as("not yet counted that day").isEmpty();
        fixture.cycles.post(LocalDate.parse("2027-02-02"), NADIA);
        assertThat(faults()).isEmpty();
    }

    /** Who leaves is looked at the next morning; until then what is kept of them is no fault. */
    @ParameterizedTest
    @EnumSource
    void whoLeavesTodayIsNoFault(TestDatabase database) {
        on(database);
        fixture.leave(INES, "2027-01-25");

        assertThat(faults()).isEmpty();
        fixture.goTo("2027-01-26");
        fixture.cycles.post(LocalDate.parse("2027-01-26"), NADIA);
        assertThat(faults()).isEmpty();
        assertThat(fixture.statuses.get(INES).get(0).status()).isEqualTo(MemberStatus.FORMER);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasAlteredBehindOurBackShows(TestDatabase database) {
        on(database);
        fixture.sql("update greffon_shifts_worker set main = 700, standing = 'SUSPENDED', may_shop = false");
        fixture.sql("update greffon_shifts_entry set amount = 300 where position = 1");

        assertThat(faults())
                .containsExactly(
                        "journal: null / core.journal.fault.altered",
                        "balance: 300 / 700",
                        "standing: UP_TO_DATE shops / SUSPENDED does not shop");
    }

    @ParameterizedTest
    @EnumSource
    void anOutcomeThatTheJournalDoesNotTellShows(TestDatabase database) {
        on(database);
        fixture.sql("update greffon_shifts_booking set state = 'ABSENT'");
        assertThat(faults()).containsExactly("outcome: ATTENDED / ABSENT");

        fixture.sql("update greffon_shifts_booking set state = 'ATTENDED', taken_seat = seat_id + 1");
        assertThat(faults()).singleElement().asString().startsWith("booking: ");
    }

    @ParameterizedTest
    @EnumSource
    void aSeatThatTwoHaveShows(TestDatabase database) {
        on(database);
        fixture.sql("alter table greffon_shifts_booking drop constraint greffon_shifts_booking_seat_uk");
        fixture.sql("insert into greffon_shifts_booking (id, shift_id, seat_id, worker_id, origin, state, comes, late,"
                + " told, taken_seat, recorded_at) select id + 1000, shift_id, seat_id, worker_id, origin, 'BOOKED', comes,"
                + " late, false, taken_seat, recorded_at from greffon_shifts_booking");

        assertThat(faults()).containsExactly("seat: 1 / 2");
    }
}
