package coop.greffon.shifts.internal.store;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.privacy.Erasure;
import coop.greffon.core.privacy.PersonalDocument;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.Subjects;
import coop.greffon.shifts.internal.privacy.WorkOfAPerson;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.booking.JpaFeeds;
import coop.greffon.shifts.internal.store.leave.LeaveRequest;
import coop.greffon.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PersonalWorkTest {
    private static final LocalDate DAY = LocalDate.parse("2027-01-25");

    private static WorkOfAPerson personal(WorkFixture fixture) {
        return new WorkOfAPerson(
                fixture.workers,
                fixture.belongings,
                fixture.seatBelongings,
                fixture.personBelongings,
                fixture.poolBoard,
                fixture.heldSeats,
                fixture.skills,
                fixture.requests,
                fixture.places,
                fixture.templates,
                fixture.departure,
                fixture.members,
                fixture.clock);
    }

    @ParameterizedTest
    @EnumSource
    void allThatIsHeldIsHandedOutAndRemarksAreErased(TestDatabase database) {
        var fixture = new WorkFixture(database);
        var personal = personal(fixture);
        assertThat(personal.export(Subjects.of(INES))).isEmpty();
        fixture.enrol();
        fixture.workers.decide(
                INES, new DecisionDraft(Counter.MAIN, 150L, WorkFixture.START, "helped twice", null), NADIA);
        LocalDate from = LocalDate.parse("2027-01-10");
        fixture.leaves.giveLeave(INES, new LeaveDraft(PeriodKind.HOLIDAY, from, null, "abroad"), NADIA);

        LocalDate earlier = LocalDate.parse("2027-01-05");
        fixture.requests.ask(INES, new LeaveDraft(PeriodKind.SICK, earlier, earlier, "a cold"), NADIA);
        fixture.skills.say(INES, Set.of("caisse"), NADIA);
        var feeds = new JpaFeeds(fixture.store.jpa("shifts"), fixture.changes, fixture.clock);
        String secret = feeds.renew(INES, NADIA);

        fixture.mondays();
        fixture.add(129, Track.FLYING);
        long shift = fixture.calendar.between(DAY, DAY).get(0).shift().id();
        long seat = fixture.bookings.book(129, shift, Comes.THEMSELVES, NADIA).id();
        fixture.standInRequests.ask(129, seat, "128", NADIA);
        LocalDate later = LocalDate.parse("2027-02-22");
        long other = fixture.calendar.between(later, later).get(0).shift().id();
        fixture.exchanges.offer(
                129, fixture.bookings.book(129, other, Comes.THEMSELVES, NADIA).id(), "128", NADIA);

        List<PersonalDocument> documents = personal.export(Subjects.of(INES));
        assertThat(documents)
                .extracting(PersonalDocument::name)
                .containsExactly(
                        "shifts",
                        "leaves",
                        "leave-requests",
                        "seats",
                        "places",
                        "tracks",
                        "skills",
                        "asked",
                        "pool",
                        "held");
        assertThat(documents.get(0).rows().get(0)).contains(WorkFixture.START, new BigDecimal("1.5"), "helped twice");
        assertThat(documents.get(1).rows().get(0)).contains(from, "abroad");

        assertThat(documents.get(2).rows().get(0)).contains(earlier, "a cold");
        assertThat(documents.get(6).rows()).containsExactly(List.of("caisse"));
        assertThat(documents.get(7).rows())
                .extracting(row -> row.get(0) + " " + row.get(2))
                .containsExactly("2027-01-25 ASKED", "2027-02-22 OPEN");

        assertThat(personal.erase(Subjects.of(INES), false, NADIA))
                .allSatisfy(kept -> assertThat(kept.keptBecause()).isNotNull());
        assertThat(personal.export(Subjects.of(INES)).get(0).rows().get(0)).contains("helped twice");
        fixture.say(INES, MemberStatus.FORMER, "2027-01-04");

        List<Erasure> told = personal.erase(Subjects.of(INES), true, NADIA);
        assertThat(personal.export(Subjects.of(INES)).get(0).rows().get(0)).contains("helped twice");
        assertThat(personal.erase(Subjects.of(INES), false, NADIA)).isEqualTo(told);
        assertThat(told).extracting(Erasure::records).containsExactly(2L, 1L, 1L, 1L, 2L, 1L, 0L, 0L);
        assertThat(personal.export(Subjects.of(INES)).get(0).rows().get(0)).doesNotContain("helped twice");
        assertThat(personal.export(Subjects.of(INES)).get(1).rows().get(0)).doesNotContain("abroad");
        assertThat(personal.export(Subjects.of(INES)).get(2).rows())
                .as("that they were ill")
                .isEmpty();
        assertThat(fixture.requests.open())
                .as("nobody decides about it any more")
                .isEmpty();
        assertThat(fixture.account("2027-01-05", null).tracks().last().track())
                .as("nothing falls due any more")
                .isNull();
        assertThat(fixture.skills.of(INES)).isEmpty();
        assertThat(fixture.personBelongings.of(129)).isEmpty();
        assertThat(feeds.memberOf(secret))
                .as("the address of the calendar is no more")
                .isEmpty();
    }

    /** Inès offers her seat, to which Léa answers; she is asked by Omar, and answers an offer of his. */
    @ParameterizedTest
    @EnumSource
    void seatsAreFreeAtOnceAndWhoeverWaitsForThemIsTold(TestDatabase database) {
        var fixture = new WorkFixture(database);
        fixture.enrol();
        fixture.add(129, Track.FLYING);
        fixture.add(130, Track.FLYING);
        fixture.mondays();
        fixture.templates.add(WorkFixture.monday("Rayon", 4), NADIA);
        long january = fixture.calendar.between(DAY, DAY).get(0).shift().id();
        LocalDate later = LocalDate.parse("2027-02-22");
        long february = fixture.calendar.between(later, later).get(0).shift().id();
        long ines =
                fixture.bookings.book(INES, january, Comes.THEMSELVES, NADIA).id();
        long omar =
                fixture.bookings.book(129, february, Comes.THEMSELVES, NADIA).id();
        long lea = fixture.bookings.book(130, february, Comes.THEMSELVES, NADIA).id();
        long offer = fixture.exchanges.offer(INES, ines, null, NADIA).id();
        fixture.exchanges.answer(130, offer, lea, NADIA);
        long other = fixture.exchanges.offer(129, omar, null, NADIA).id();
        fixture.exchanges.answer(INES, other, ines, NADIA);
        fixture.standInRequests.ask(130, lea, "128", NADIA);
        fixture.exchangeNews.heard.clear();
        fixture.personNews.heard.clear();
        fixture.say(INES, MemberStatus.FORMER, "2027-01-04");

        personal(fixture).erase(Subjects.of(INES), false, NADIA);

        assertThat(fixture.calendar.sheet(january).present()).isEmpty();
        assertThat(fixture.exchangeNews.heard).containsExactly("answer of 128 WITHDRAWN", "answer of 130 OVER");
        assertThat(fixture.personNews.heard).containsExactly("refused 130");
        assertThat(fixture.personBelongings.of(INES)).isEmpty();
        assertThat(fixture.board.own(129)).as("his offer stays").hasSize(1);
    }

    /** Paul acts on the account of Inès and has none: each is handed what they asked for, and it goes with them. */
    @ParameterizedTest
    @EnumSource
    void leavesOnTheAccountOfAHouseholdAreOfWhoeverAsked(TestDatabase database) {
        var fixture = new WorkFixture(database);
        var personal = personal(fixture);
        long paul = 129;
        fixture.add(paul);
        fixture.perHousehold();
        fixture.enrol();
        assertThat(personal.export(Subjects.of(paul))).isEmpty();
        assertThat(personal.erase(Subjects.of(paul), true, NADIA)).isEmpty();
        Actor byPaul = together(fixture, paul);
        var feeds = new JpaFeeds(fixture.store.jpa("shifts"), fixture.changes, fixture.clock);
        String secret = feeds.renew(paul, byPaul);
        assertThat(personal.erase(Subjects.of(paul), true, NADIA))
                .as("the address of the calendar alone")
                .extracting(Erasure::records)
                .containsExactly(0L, 1L, 0L);
        fixture.requests.ask(INES, new LeaveDraft(PeriodKind.SICK, DAY, DAY.plusDays(9), "grippe"), byPaul);
        fixture.requests.approve(fixture.requests.of(INES).get(0).id(), NADIA);
        LocalDate later = LocalDate.parse("2027-03-01");
        fixture.requests.ask(INES, new LeaveDraft(PeriodKind.SICK, later, later.plusDays(9), "toux"), byPaul);
        fixture.leaves.giveLeave(
                INES, new LeaveDraft(PeriodKind.HOLIDAY, DAY.plusDays(20), DAY.plusDays(25), "abroad"), NADIA);

        List<PersonalDocument> ofPaul = personal.export(Subjects.of(paul));
        assertThat(ofPaul).extracting(PersonalDocument::name).containsExactly("leaves", "leave-requests");
        assertThat(ofPaul.get(0).rows()).singleElement().asString().contains("SICK", "grippe");
        assertThat(ofPaul.get(1).rows()).hasSize(2);
        List<PersonalDocument> ofInes = personal.export(Subjects.of(INES));
        assertThat(ofInes.toString()).contains("OF_ANOTHER", "abroad").doesNotContain("SICK", "grippe", "toux");
        assertThat(ofInes.get(1).rows()).hasSize(2);

        assertThat(personal.erase(Subjects.of(paul), false, NADIA))
                .as("still a member")
                .allSatisfy(kept -> assertThat(kept.keptBecause()).isNotNull());
        fixture.say(paul, MemberStatus.FORMER, "2027-01-04");
        List<Erasure> told = personal.erase(Subjects.of(paul), true, NADIA);
        assertThat(personal.erase(Subjects.of(paul), false, NADIA)).isEqualTo(told);
        assertThat(told).extracting(Erasure::records).containsExactly(1L, 1L, 1L, 2L);
        assertThat(fixture.requests.of(INES)).isEmpty();
        assertThat(feeds.memberOf(secret)).isEmpty();
        assertThat(fixture.account("2027-01-25", null).periods())
                .extracting(Period::note)
                .containsExactly("abroad", null);
    }

    /** Paul comes into the household of Inès, and acts by himself. */
    private static Actor together(WorkFixture fixture, long paul) {
        fixture.home.of(Home.holder(INES, null), Home.worker(paul, null));
        return new Actor(Actor.Kind.ACCOUNT, fixture.accountOf(paul), "Paul");
    }

    /** Inès leaves and is erased: what Paul asked for on her account is his, and waits no longer. */
    @ParameterizedTest
    @EnumSource
    void whatAnotherAskedForOutlivesTheAccount(TestDatabase database) {
        var fixture = new WorkFixture(database);
        long paul = 129;
        fixture.add(paul);
        fixture.perHousehold();
        fixture.enrol();
        Actor byPaul = together(fixture, paul);
        fixture.requests.ask(INES, new LeaveDraft(PeriodKind.SICK, DAY, DAY.plusDays(9), "grippe"), byPaul);
        fixture.requests.ask(INES, new LeaveDraft(PeriodKind.SICK, DAY.plusDays(20), DAY.plusDays(25), "toux"), NADIA);
        fixture.say(INES, MemberStatus.FORMER, "2027-01-04");

        personal(fixture).erase(Subjects.of(INES), false, NADIA);

        assertThat(fixture.requests.open()).isEmpty();
        assertThat(fixture.requests.of(INES)).extracting(LeaveRequest::note).containsExactly("grippe");
        assertThat(personal(fixture).export(Subjects.of(paul)).toString()).contains("grippe");
    }
}
