package coop.greffon.shifts.internal.store.slot;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static coop.greffon.shifts.internal.store.WorkFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.shifts.internal.rules.AppliedRule;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.EnrolmentDraft;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.shifts.internal.store.WorkerList;
import coop.greffon.testing.TestDatabase;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Inès has a place on Mondays, 25 January and 22 February 2027; the other team works on the Wednesdays after, 27 January and 24 February. */
class JpaTeamsTest {
    private static final LocalDate FEBRUARY = LocalDate.parse("2027-02-01");

    private WorkFixture fixture;
    private Template wednesdays;
    private long monday;

    private void on(TestDatabase database) {
        fixture = new WorkFixture(database);
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FIXED, START), NADIA);
        fixture.places.give(fixture.mondays().id(), INES, new FixedPlaceDraft(null, START, null), NADIA);
        monday = fixture.places.of(INES).get(0).id();
        // Two seats, one of which is for whoever leads.
        wednesdays = fixture.templates.add(
                new TemplateDraft(
                        "Réception",
                        1,
                        DayOfWeek.WEDNESDAY,
                        LocalTime.of(9, 0),
                        LocalTime.of(12, 0),
                        100L,
                        1,
                        2,
                        1,
                        Map.of(),
                        START,
                        null,
                        null),
                NADIA);
    }

    private TeamDraft toWednesdays(Track track) {
        return new TeamDraft(FEBRUARY, List.of(monday), wednesdays.id(), null, track);
    }

    private List<String> seats() {
        return fixture.calendar.of(INES, START, LocalDate.parse("2027-02-28")).stream()
                .map(seat -> seat.shift().day() + " " + seat.booking().state())
                .toList();
    }

    private long balance() {
        return fixture.account("2027-01-04", null).worker().journal().balance(Counter.MAIN, LocalDate.MAX);
    }

    @ParameterizedTest
    @EnumSource
    void placesSeatsAndCostChangeAtOnceAndOnce(TestDatabase database) {
        on(database);
        fixture.settings.teamCost = 1;
        TeamOutlook outlook = fixture.teams.outlook(INES, toWednesdays(null));
        assertThat(outlook.freed()).extracting(Shift::day).containsExactly(LocalDate.parse("2027-02-22"));
        assertThat(outlook.taken()).extracting(Shift::day).containsExactly(LocalDate.parse("2027-02-24"));
        assertThat(outlook.cost()).isEqualTo(100);
        assertThat(outlook.counter()).isZero();
        assertThat(seats()).containsExactly("2027-01-25 BOOKED", "2027-02-22 BOOKED");

        fixture.teams.change(INES, toWednesdays(null), NADIA);
        fixture.teams.change(INES, toWednesdays(null), NADIA);

        assertThat(seats()).containsExactly("2027-01-25 BOOKED", "2027-02-22 AWAY", "2027-02-24 BOOKED");
        assertThat(fixture.places.of(INES))
                .extracting(place -> place.templateId() + " " + place.from() + " " + place.to())
                .containsExactly(
                        wednesdays.id() + " 2027-02-01 null",
                        fixture.templates.all().get(0).id() + " 2027-01-04 2027-01-31");
        assertThat(fixture.account("2027-01-04", null).posted())
                .extracting(posted -> posted.entry().rule())
                .containsExactly(AppliedRule.TEAM_CHANGED);
        assertThat(balance()).isEqualTo(-100);
        assertThat(fixture.toldOfTeams).containsExactly(INES + " 2027-02-01 Réception");
    }

    /** BEES flying from 1 February: a shift is due 28 days later, on 1 March, and nothing before. */
    @ParameterizedTest
    @EnumSource
    void theTrackChangesFromThatDayOn(TestDatabase database) {
        on(database);
        var flying = new TeamDraft(FEBRUARY, List.of(monday), null, null, Track.FLYING);
        fixture.teams.change(INES, flying, NADIA);
        fixture.teams.change(INES, flying, NADIA);

        assertThat(fixture.account("2027-01-31", null).enrolment().track()).isEqualTo(Track.FIXED);
        assertThat(fixture.account("2027-02-01", null).enrolment().track()).isEqualTo(Track.FLYING);
        assertThat(seats()).containsExactly("2027-01-25 BOOKED", "2027-02-22 AWAY");
        fixture.goTo("2027-03-01");
        fixture.cycles.post(LocalDate.parse("2027-03-01"), NADIA);
        assertThat(fixture.account("2027-03-01", null).posted())
                .extracting(posted ->
                        posted.entry().effectiveOn() + " " + posted.entry().amount())
                .containsExactly("2027-03-01 -200");
        assertThat(fixture.list.find(new WorkerList.Filter(null, Track.FLYING), 0, 10))
                .hasSize(1);
        assertThat(fixture.toldOfTeams).containsExactly(INES + " 2027-02-01 null");
        // 1 March is counted: another track can begin on the 2nd.
        var fixed = new TeamDraft(LocalDate.parse("2027-03-01"), List.of(), null, null, Track.FIXED);
        assertThatThrownBy(() -> fixture.teams.change(INES, fixed, NADIA))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors().get(0).message().arguments())
                                .containsExactly(LocalDate.parse("2027-03-02")));
    }

    @ParameterizedTest
    @EnumSource
    void whereNoSeatIsFreeNothingChanges(TestDatabase database) {
        on(database);
        fixture.add(129, Track.FIXED);
        fixture.places.give(wednesdays.id(), 129, new FixedPlaceDraft(null, START, null), NADIA);

        assertThatThrownBy(() -> fixture.teams.outlook(INES, toWednesdays(null)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> fixture.teams.change(INES, toWednesdays(Track.FLYING), NADIA))
                .isInstanceOf(InvalidInput.class);
        assertThat(fixture.places.of(INES)).extracting(FixedPlace::to).containsExactly((LocalDate) null);
        assertThat(seats()).containsExactly("2027-01-25 BOOKED", "2027-02-22 BOOKED");
        assertThat(fixture.account("2027-02-01", null).enrolment().track()).isEqualTo(Track.FIXED);
        assertThat(fixture.toldOfTeams).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeIsRefused(TestDatabase database) {
        on(database);
        fixture.add(129, Track.FIXED);
        var ines = new Actor(Actor.Kind.ACCOUNT, fixture.accountOf(INES), "Inès");

        assertThatThrownBy(() -> fixture.teams.change(INES, toWednesdays(null), ines))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> fixture.teams.change(129, toWednesdays(null), NADIA))
                .as("a place of somebody else")
                .isInstanceOf(NotFound.class);
        var past = new TeamDraft(START.minusDays(1), List.of(monday), null, null, null);
        var nothing = new TeamDraft(FEBRUARY, List.of(), null, null, null);
        var leading = new TeamDraft(FEBRUARY, List.of(monday), wednesdays.id(), Skills.LEADER, null);
        assertThatThrownBy(() -> fixture.teams.change(INES, past, NADIA)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> fixture.teams.change(INES, nothing, NADIA)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> fixture.teams.change(INES, leading, NADIA)).isInstanceOf(Refused.class);
        assertThat(seats()).containsExactly("2027-01-25 BOOKED", "2027-02-22 BOOKED");
    }

    @ParameterizedTest
    @EnumSource
    void nobodyGivesThemselvesAPlace(TestDatabase database) {
        on(database);
        var ines = new Actor(Actor.Kind.ACCOUNT, fixture.accountOf(INES), "Inès");

        assertThatThrownBy(
                        () -> fixture.places.give(wednesdays.id(), INES, new FixedPlaceDraft(null, START, null), ines))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> fixture.places.end(monday, FEBRUARY, ines)).isInstanceOf(Refused.class);
        assertThat(fixture.places.of(INES)).hasSize(1);
    }
}
