package coop.greffon.shifts.internal.importing.run;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static coop.greffon.shifts.internal.store.WorkFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import coop.greffon.members.MemberStatus;
import coop.greffon.shifts.internal.importing.Kind;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.testing.TestDatabase;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who works, and the counters they bring along. */
class CounterImportTest extends ImportOfATest {
    @ParameterizedTest
    @EnumSource
    void countersEnrolAndAreBroughtAlongOnce(TestDatabase database) throws IOException {
        on(database);
        String[] lines = {
            "member,track,start,main,compensation",
            "128,volant,2027-01-04,\"1,5\",",
            "partner_129,fixe,2027-01-04,-1,-1",
            "130 - DUPONT Léa,exempté,2027-01-04,,"
        };

        assertThat(deeds(Kind.COUNTERS, true, lines)).containsOnly(Deed.ADDED);
        assertThat(fixture.workers.isEnrolled(INES)).as("a trial").isFalse();

        assertThat(deeds(Kind.COUNTERS, false, lines)).containsOnly(Deed.ADDED);
        assertThat(balance(INES, Counter.MAIN, "2027-01-04")).isEqualTo(150);
        assertThat(balance(OMAR, Counter.MAIN, "2027-01-04")).isEqualTo(-100);
        assertThat(balance(OMAR, Counter.COMPENSATION, "2027-01-04")).isEqualTo(-100);
        assertThat(fixture.workers
                        .account(LEA, START, null)
                        .orElseThrow()
                        .enrolment()
                        .track())
                .isEqualTo(Track.EXEMPT);

        assertThat(deeds(Kind.COUNTERS, false, lines)).containsOnly(Deed.UNCHANGED);
        fixture.goTo("2027-02-02");
        assertThat(fixture.cycles.post(LocalDate.parse("2027-02-02"), NADIA).failed())
                .isEmpty();
        assertThat(balance(INES, Counter.MAIN, "2027-02-02"))
                .as("one was due on 1 February")
                .isEqualTo(50);
        assertThat(deeds(Kind.COUNTERS, false, lines)).containsOnly(Deed.UNCHANGED);
    }

    /** From 2 November, a shift each 28 days: 30 November and 28 December are in the balance of 4 January, 25 January is next. */
    @ParameterizedTest
    @EnumSource
    void whoeverHasCyclesOfTheirOwnKeepsThem(TestDatabase database) throws IOException {
        on(database);
        String[] lines = {"member,track,start,on,main", "128,flying,2026-11-02,2027-01-04,-1"};

        assertThat(deeds(Kind.COUNTERS, false, lines)).containsExactly(Deed.ADDED);
        assertThat(balance(INES, Counter.MAIN, "2027-01-04")).isEqualTo(-100);
        assertThat(fixture.account("2027-01-04", null).enrolment().start()).isEqualTo(LocalDate.parse("2026-12-28"));
        assertThat(deeds(Kind.COUNTERS, false, lines)).containsExactly(Deed.UNCHANGED);
        fixture.goTo("2027-01-26");
        fixture.cycles.post(LocalDate.parse("2027-01-26"), NADIA);

        assertThat(balance(INES, Counter.MAIN, "2027-01-26")).isEqualTo(-200);
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeBroughtAlongIsNamed(TestDatabase database) throws IOException {
        on(database);
        fixture.say(LEA, MemberStatus.FORMER, "2026-06-01");
        report(Kind.COUNTERS, false, "member,track,start,main", "128,volant,2027-01-04,2");

        assertThat(errors(report(
                        Kind.COUNTERS,
                        false,
                        "member,track,start,main",
                        "128,volant,2027-01-04,3",
                        "129,fixe,2027-01-04,1.005",
                        "130,fixe,2027-01-04,0",
                        "99999,fixe,2027-01-04,0")))
                .containsExactly(
                        tuple(2L, "main", "3", "shifts.opening.other"),
                        tuple(3L, "main", "1.005", "shifts.import.unit.HUNDREDTHS_OF_A_SHIFT"),
                        tuple(4L, "", null, "shifts.worker.no-member"),
                        tuple(5L, "member", "99999", "shifts.import.member-unknown"));
        assertThat(errors(report(Kind.COUNTERS, false, "member,track,start,main", "128,fixe,2027-01-04,2")))
                .containsExactly(tuple(2L, "track", "FIXED", "shifts.opening.track"));
        assertThat(balance(INES, Counter.MAIN, "2027-01-04")).isEqualTo(200);
        assertThat(fixture.workers.isEnrolled(OMAR)).isFalse();
    }

    /** Enrolled by hand sixty days ago: −2 fell due on 3 December, −1 on the 31st. */
    @ParameterizedTest
    @EnumSource
    void aCounterWithAPastIsCorrectedByADecision(TestDatabase database) throws IOException {
        on(database);
        report(Kind.COUNTERS, false, "member,track,start", "128,volant,2026-11-05");

        assertThat(errors(report(
                        Kind.COUNTERS, false, "member,track,start,on,main", "128,volant,2026-11-05,2027-01-04,1")))
                .containsExactly(tuple(2L, "main", "1", "shifts.opening.past"));
        assertThat(deeds(Kind.COUNTERS, false, "member,track,start,on,main", "128,volant,2026-11-05,2027-01-04,-3"))
                .as("it stands so already")
                .containsExactly(Deed.UNCHANGED);
    }
}
