package coop.greffon.shifts.internal.rules;

import static coop.greffon.shifts.internal.rules.Given.FOUR_WEEKS;
import static coop.greffon.shifts.internal.rules.Given.at;
import static coop.greffon.shifts.internal.rules.Given.day;
import static coop.greffon.shifts.internal.rules.Given.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import coop.greffon.shifts.internal.rules.Timeline.Version;
import coop.greffon.shifts.internal.rules.Tracks.Stretch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** BEES: a fixed place owes nothing by itself, whoever flies owes a shift every 28 days from the day they began to. */
class TracksTest {
    private static Stretch from(String iso, Track track) {
        return new Stretch(track, day(iso), at(iso));
    }

    private static Timeline bees(Track track) {
        return rules(track == Track.FLYING ? Preset.BEES_FLYING : Preset.BEES_REGULAR);
    }

    private static Worker worker(Tracks tracks) {
        return new Worker(tracks.start(), Journal.EMPTY, tracks.exempt(), List.of(), tracks.ended(), new ArrayList<>());
    }

    private static List<String> due(Tracks tracks, String until) {
        return Debits.due(worker(tracks), tracks.timeline(TracksTest::bees), day(until), at(until)).stream()
                .map(entry -> entry.effectiveOn() + " " + entry.amount())
                .toList();
    }

    private static StatusCode standing(Tracks tracks, String on) {
        Timeline timeline = tracks.timeline(TracksTest::bees);
        Worker then = worker(tracks).with(Debits.due(worker(tracks), timeline, day(on), at(on)));
        return Standings.on(then, timeline, day(on)).code();
    }

    @Test
    void eachDayHasTheTrackInForceOnIt() {
        var tracks = new Tracks(List.of(from("2027-03-01", Track.FLYING), from("2027-01-04", Track.FIXED)));

        assertThat(tracks.start()).isEqualTo(day("2027-01-04"));
        assertThat(tracks.on(day("2026-12-31"))).isEqualTo(Track.FIXED);
        assertThat(tracks.on(day("2027-02-28"))).isEqualTo(Track.FIXED);
        assertThat(tracks.on(day("2027-03-01"))).isEqualTo(Track.FLYING);
        assertThat(tracks.last().track()).isEqualTo(Track.FLYING);
    }

    /** 28 days after 1 March is the 29th, and 28 more the 26th of April. */
    @Test
    void aCycleOfOnesOwnBeginsWithTheTrack() {
        var tracks = new Tracks(List.of(from("2027-01-04", Track.FIXED), from("2027-03-01", Track.FLYING)));

        assertThat(due(tracks, "2027-04-30")).containsExactly("2027-03-29 -200", "2027-04-26 -100");
    }

    /** Due on 1 February; the 1st of March is the first day on which nothing is. */
    @Test
    void nothingFallsDueOnceTheyNoLongerWork() {
        var tracks = new Tracks(List.of(from("2027-01-04", Track.FLYING), from("2027-03-01", null)));

        assertThat(due(tracks, "2028-01-01")).containsExactly("2027-02-01 -200");
        assertThat(standing(tracks, "2027-02-28")).isEqualTo(StatusCode.ALERT);
        assertThat(standing(tracks, "2027-03-01")).isEqualTo(StatusCode.FORMER);
        assertThat(standing(tracks, "2028-01-01")).isEqualTo(StatusCode.FORMER);
    }

    /** Again from 1 June: 28 days later is the 29th. What was owed is still owed. */
    @Test
    void whoeverWorksAgainOwesFromThatDayOn() {
        var tracks = new Tracks(
                List.of(from("2027-01-04", Track.FLYING), from("2027-03-01", null), from("2027-06-01", Track.FLYING)));

        assertThat(due(tracks, "2027-07-01")).containsExactly("2027-02-01 -200", "2027-06-29 -100");
        assertThat(tracks.ended())
                .containsExactly(new Flag(StatusCode.FORMER, day("2027-03-01"), day("2027-05-31"), at("2027-03-01")));
        assertThat(standing(tracks, "2027-05-31")).isEqualTo(StatusCode.FORMER);
        assertThat(standing(tracks, "2027-06-01")).isNotEqualTo(StatusCode.FORMER);
    }

    @Test
    void whoeverIsExemptForATimeOwesNothingInIt() {
        var tracks = new Tracks(List.of(
                from("2027-01-04", Track.FLYING), from("2027-02-15", Track.EXEMPT), from("2027-04-05", Track.FIXED)));

        assertThat(due(tracks, "2027-05-31")).containsExactly("2027-02-01 -200");
        assertThat(tracks.exempt())
                .extracting(Leave::from, Leave::to)
                .containsExactly(tuple(day("2027-02-15"), day("2027-04-04")));
        assertThat(standing(tracks, "2027-02-20")).isEqualTo(StatusCode.EXEMPT);
    }

    /** Rules that change and a track that changes: each day has both of its own. */
    @Test
    void rulesThatChangeKeepTheirDays() {
        Rules bees = Preset.BEES_FLYING.rules(FOUR_WEEKS);
        Rules macavrac = Preset.MACAVRAC.rules(FOUR_WEEKS);
        Rules louve = Preset.LOUVE_ABCD.rules(FOUR_WEEKS);
        var flying = new Timeline(List.of(
                new Version(LocalDate.MIN, bees),
                new Version(day("2027-02-15"), macavrac),
                new Version(day("2027-06-01"), bees)));
        var fixed = new Timeline(List.of(new Version(LocalDate.MIN, bees), new Version(day("2027-02-15"), louve)));
        var tracks = new Tracks(List.of(from("2027-01-04", Track.FLYING), from("2027-03-01", Track.FIXED)));

        Timeline timeline = tracks.timeline(track -> track == Track.FLYING ? flying : fixed);

        assertThat(timeline.on(day("2027-02-14"))).isSameAs(bees);
        assertThat(timeline.on(day("2027-02-28"))).isSameAs(macavrac);
        assertThat(timeline.on(day("2027-03-01"))).isSameAs(louve);
        assertThat(timeline.on(day("2027-06-02"))).isSameAs(louve);
    }

    /** From 21 September with the flying team of La Louve, as was said on the 1st: by it 2 were taken that day, of which 1 comes back. */
    @Test
    void aPenaltyTakenOnTheFirstDayOfATrackIsGivenBack() {
        var flying = new Stretch(Track.FLYING, day("2026-09-21"), at("2026-09-01"));
        var tracks = new Tracks(List.of(from("2026-08-25", Track.FIXED), flying));
        Timeline timeline =
                tracks.timeline(track -> rules(track == Track.FLYING ? Preset.LOUVE_FTOP : Preset.SUPERCOOP));
        Worker idle = worker(tracks).with(Debits.due(worker(tracks), timeline, day("2026-09-21"), at("2026-09-21")));
        Worker told = Given.told(idle, timeline, "2026-09-10", Outcome.ATTENDED, 100, "2026-09-22");

        assertThat(Given.debits(told))
                .containsExactly("2026-09-21 -200 DEBIT_WITH_PENALTY", "2026-09-21 100 PENALTY_RETURNED");
    }
}
