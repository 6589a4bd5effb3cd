package coop.greffon.shifts.internal.store.booking;

import static coop.greffon.shifts.internal.store.Home.PAUL;
import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static coop.greffon.shifts.internal.store.WorkFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.problem.NotFound;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.store.Home;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.shifts.internal.store.slot.ListedShift;
import coop.greffon.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Inès comes on 25 January and Paul on 22 February, both on the account that is in her name. */
class HouseholdFeedTest {
    private static final long OMAR = 132;
    private static final String INES_COMES = "2027-01-25 THEMSELVES";
    private static final String PAUL_COMES = "2027-02-22 PARTNER";

    private WorkFixture fixture;
    private JpaFeeds feeds;
    private PersonSeats seats;

    private void on(TestDatabase database) {
        fixture = new WorkFixture(database);
        fixture.add(OMAR);
        fixture.shareWithPaul();
        fixture.mondays();
        List<ListedShift> mondays = fixture.calendar.between(START, START.plusDays(60));
        fixture.bookings.book(INES, mondays.get(0).shift().id(), Comes.THEMSELVES, NADIA);
        fixture.bookings.book(INES, mondays.get(1).shift().id(), Comes.PARTNER, NADIA);
        feeds = new JpaFeeds(fixture.store.jpa("shifts"), fixture.changes, fixture.clock);
        seats = new PersonSeats(fixture.calendar, fixture.duties, fixture.clock);
    }

    private List<String> shown(long member) {
        return seats.of(member, START, START.plusDays(60)).stream()
                .map(seat -> seat.shift().day() + " " + seat.booking().comes())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void eachAdultHasAnAddressWithTheShiftsTheyComeTo(TestDatabase database) {
        on(database);
        String hers = feeds.renew(INES, NADIA);
        String his = feeds.renew(PAUL, NADIA);

        assertThat(feeds.memberOf(hers)).contains(INES);
        assertThat(feeds.memberOf(his)).contains(PAUL);
        assertThat(shown(INES)).containsExactly(INES_COMES);
        assertThat(shown(PAUL)).containsExactly(PAUL_COMES);
        assertThatThrownBy(() -> feeds.renew(OMAR, NADIA))
                .as("he acts on no account")
                .isInstanceOf(NotFound.class);

        feeds.end(PAUL, NADIA);
        assertThat(feeds.memberOf(his)).isEmpty();
        assertThat(feeds.memberOf(hers)).contains(INES);
    }

    /** He has moved out: his address shows nothing of hers, and can still be ended. */
    @ParameterizedTest
    @EnumSource
    void whoeverMovedOutSeesNothingOfTheOthers(TestDatabase database) {
        on(database);
        String his = feeds.renew(PAUL, NADIA);
        fixture.home.of(Home.holder(INES, null), Home.worker(PAUL, LocalDate.parse("2027-01-10")));
        fixture.goTo("2027-01-12");

        assertThat(shown(PAUL)).isEmpty();
        assertThat(shown(INES)).containsExactly(INES_COMES, PAUL_COMES);
        feeds.end(PAUL, NADIA);
        assertThat(feeds.memberOf(his)).isEmpty();
    }

    /** Paul turns out to have two records, and had an address under one of them, or under both. */
    @ParameterizedTest
    @EnumSource
    void anAddressFollowsAPersonIntoTheirOtherRecord(TestDatabase database) {
        on(database);
        String his = feeds.renew(PAUL, NADIA);

        fixture.belongings.move(PAUL, OMAR);
        assertThat(feeds.memberOf(his)).contains(OMAR);
        String later = feeds.renew(PAUL, NADIA);
        fixture.belongings.move(PAUL, OMAR);
        assertThat(feeds.memberOf(later)).isEmpty();
        assertThat(feeds.memberOf(his)).contains(OMAR);
    }
}
