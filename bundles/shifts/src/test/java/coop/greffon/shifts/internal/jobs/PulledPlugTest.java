package coop.greffon.shifts.internal.jobs;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static coop.greffon.shifts.internal.store.WorkFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.job.Job;
import coop.greffon.core.job.JobContext;
import coop.greffon.core.message.Text;
import coop.greffon.members.MemberStatus;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.LeaveRules;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.LeaveDraft;
import coop.greffon.shifts.internal.store.ListedWorker;
import coop.greffon.shifts.internal.store.PeriodKind;
import coop.greffon.shifts.internal.store.Plug;
import coop.greffon.shifts.internal.store.Posted;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.shifts.internal.store.WorkerList;
import coop.greffon.shifts.internal.store.slot.ClosureDraft;
import coop.greffon.shifts.internal.store.slot.FixedPlaceDraft;
import coop.greffon.shifts.internal.store.slot.Hold;
import coop.greffon.shifts.internal.store.slot.HoldState;
import coop.greffon.testing.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The jobs of the night before Monday 22 February 2027, which nobody ran for a month: stopped within each of the transactions that they are, and
 * run again, they end as if nothing had stopped them.
 *
 * <p>What there is to do: two cycles of more people than one transaction is about; the sheet of 25 January, which nobody closed, with four seats;
 * the closed day of 22 February, for which a fixed place makes one up; a leave whose document nobody saw; two seats that were kept until 24
 * January; and the shift of 19 April to write down.
 */
class PulledPlugTest {
    private static final LocalDate JANUARY = LocalDate.parse("2027-01-25");
    private static final LocalDate FEBRUARY = LocalDate.parse("2027-02-22");
    private static final LocalDate LAST = LocalDate.parse("2027-12-31");
    private static final long OMAR = 129;
    private static final long LEA = 201;
    private static final long TOM = 202;
    private static final long ZOE = 203;

    /** More than are counted in one transaction, with those above. */
    private static final int OTHERS = 200;

    private static final long LAST_OTHER = 1000L + OTHERS - 1;

    private static WorkFixture given(TestDatabase database) {
        var fixture = new WorkFixture(database);
        fixture.settings.set("holdDays", 3);
        fixture.enrol();
        fixture.add(OMAR, Track.FIXED);
        List.of(LEA, TOM, ZOE).forEach(id -> fixture.add(id, Track.FLYING));
        fixture.sql("insert into greffon_members_member (id, kind, sort_key, revision, created_at) values "
                + LongStream.range(1000, 1000 + OTHERS)
                        .mapToObj(id -> "(" + id + ", 'PERSON', 'x', 1, '2026-01-05 10:00:00+00')")
                        .collect(Collectors.joining(", ")));
        LongStream.range(1000, 1000 + OTHERS).forEach(id -> fixture.say(id, MemberStatus.MEMBER, "2026-01-05"));
        fixture.sql("insert into greffon_shifts_worker (id, member_id, track, start_on, standing, may_shop, main,"
                + " computed_on, recorded_at) select id + 10000, id, 'FLYING', date '2027-01-04', 'UP_TO_DATE', true, 0,"
                + " date '2027-01-04', timestamp with time zone '2027-01-04 09:00:00+00' from greffon_members_member"
                + " where id >= 1000");
        fixture.places.give(fixture.mondays().id(), OMAR, new FixedPlaceDraft(null, START, null), NADIA);
        List.of(INES, LEA).forEach(id -> book(fixture, id, JANUARY));
        List.of(INES, TOM).forEach(id -> book(fixture, id, FEBRUARY));
        fixture.goTo("2027-01-21");
        fixture.generation.write(LocalDate.parse("2027-01-21"));
        fixture.settings.leaveRules = LeaveRules.LOUVE;
        fixture.leaves.giveLeave(
                ZOE,
                new LeaveDraft(PeriodKind.SICK, LocalDate.parse("2027-01-21"), LocalDate.parse("2027-03-31"), null),
                NADIA);
        fixture.closures.add(new ClosureDraft(FEBRUARY, FEBRUARY, "Inventaire", 1), NADIA);
        return fixture;
    }

    private static void book(WorkFixture fixture, long member, LocalDate day) {
        long shift = fixture.calendar.between(day, day).get(0).shift().id();
        fixture.bookings.book(member, shift, Comes.THEMSELVES, NADIA);
    }

    private static List<Job> night(WorkFixture fixture) {
        return List.of(
                new DocumentJob(fixture.documents),
                new CycleJob(fixture.cycles),
                new GenerationJob(fixture.generation, fixture.departures),
                new SettlementJob(fixture.settlement),
                new OverdueJob(fixture.overdue));
    }

    /** One after the other, a minute each. */
    private static void run(WorkFixture fixture, List<Job> jobs) throws Exception {
        fixture.goTo("2027-02-22");
        for (Job job : jobs) {
            job.run(new JobContext(FEBRUARY, Actor.job(job.name())));
            fixture.clock.advance(Duration.ofMinutes(1));
        }
    }

    private static void run(WorkFixture fixture) throws Exception {
        run(fixture, night(fixture));
    }

    /**
     * How it ended.
     *
     * @param journal of each member, with who posted what and when
     * @param seats of each shift whose they are and what became of them
     */
    private record Ended(
            Map<Long, List<Posted>> journal, List<ListedWorker> standings, List<String> seats, List<HoldState> held) {
        static Ended of(WorkFixture fixture) {
            Map<Long, List<Posted>> journal = new TreeMap<>();
            assertThat(fixture.accountsOfAll.each(
                            LAST, account -> journal.put(account.enrolment().memberId(), account.posted())))
                    .isEmpty();
            List<String> seats = new ArrayList<>();
            fixture.calendar.sheets(START, LAST).forEach(sheet -> {
                seats.add(sheet.shift().day() + " " + sheet.shift().state());
                sheet.present()
                        .forEach(seat ->
                                seats.add(seat.memberId() + " " + seat.booking().state()));
                sheet.gone()
                        .forEach(seat -> seats.add(
                                seat.memberId() + " gone " + seat.booking().state()));
            });
            List<HoldState> held = fixture.heldFor.stream()
                    .map(Hold::memberId)
                    .distinct()
                    .flatMap(member -> fixture.heldSeats.of(member).stream().map(Hold::state))
                    .toList();
            return new Ended(journal, fixture.list.find(new WorkerList.Filter(null, null), 0, 500), seats, held);
        }

        List<String> entries(long member) {
            return journal.get(member).stream()
                    .map(posted -> posted.entry().effectiveOn() + " "
                            + posted.entry().rule() + " " + posted.entry().amount())
                    .toList();
        }
    }

    /**
     * Inès and Léa booked 25 January and did not come; told after 1 February was counted, their alert began that day, and the penalty goes back. Tom
     * owes two on 1 February. Zoé was ill then. Omar's place: away on 25 January, and one to make up for the day that was closed.
     */
    private static void requireAllDone(Ended ended) {
        assertThat(ended.entries(INES))
                .containsExactly(
                        "2027-01-25 ABSENT_TWICE -100",
                        "2027-02-01 DEBIT_WITH_PENALTY -200",
                        "2027-02-01 PENALTY_SPARED 100");
        assertThat(ended.entries(LEA)).isEqualTo(ended.entries(INES));
        assertThat(ended.entries(TOM)).containsExactly("2027-02-01 DEBIT_WITH_PENALTY -200");
        assertThat(ended.entries(LAST_OTHER)).isEqualTo(ended.entries(TOM));
        assertThat(ended.entries(ZOE)).containsExactly("2027-02-01 SKIPPED_EXEMPT 0");
        assertThat(ended.entries(OMAR))
                .containsExactly(
                        "2027-01-25 ABSENT_TWICE -100",
                        "2027-01-25 ABSENT_TWICE -100",
                        "2027-02-22 NOT_HELD 0",
                        "2027-02-22 CLOSURE -100");
        assertThat(ended.seats()).contains("2027-01-25 CLOSED", "2027-02-22 CANCELLED", "2027-04-19 PLANNED");
        assertThat(ended.held()).containsExactly(HoldState.LAPSED, HoldState.LAPSED);
    }

    /** After a stop, what became of shifts may be told before what fell due is counted: the lines differ, the counters do not. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whicheverRunsFirstEverybodyStandsTheSame(TestDatabase database) throws Exception {
        WorkFixture inOrder = given(database);
        run(inOrder);
        WorkFixture otherwise = given(database);
        List<Job> backwards = new ArrayList<>(night(otherwise));
        Collections.reverse(backwards);
        run(otherwise, backwards);
        run(otherwise);

        assertThat(Ended.of(otherwise).entries(INES))
                .containsExactly("2027-01-25 ABSENT_TWICE -100", "2027-02-01 DEBIT_UNMET -100");
        assertThat(Ended.of(otherwise).standings()).isEqualTo(Ended.of(inOrder).standings());
        assertThat(Ended.of(otherwise).seats()).isEqualTo(Ended.of(inOrder).seats());
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whereverTheyStopTheNextRunEndsAsIfTheyHadNot(TestDatabase database) throws Exception {
        WorkFixture left = given(database);
        run(left);
        Ended undisturbed = Ended.of(left);
        requireAllDone(undisturbed);

        int stops = 0;
        int halfWay = 0;
        while (true) {
            WorkFixture fixture = given(database);
            fixture.plug.pullIn(stops + 1);
            try {
                run(fixture);
                break;
            } catch (Plug.Pulled pulled) {
                stops++;
            }
            fixture.plug.putBack();
            Ended stopped = Ended.of(fixture);
            halfWay += stopped.entries(TOM).isEmpty()
                            == stopped.entries(LAST_OTHER).isEmpty()
                    ? 0
                    : 1;
            run(fixture);
            assertThat(Ended.of(fixture)).as("stopped in transaction %s", stops).isEqualTo(undisturbed);
            assertThat(fixture.check.check(Text::key).faults()).isEmpty();
            run(fixture);
            assertThat(Ended.of(fixture)).as("run once more").isEqualTo(undisturbed);
        }
        assertThat(halfWay).as("some were counted and others not").isEqualTo(1);
        assertThat(stops)
                .as("a document, two lots of people, seats, a template, two sheets, what is kept")
                .isGreaterThan(7);
    }
}
