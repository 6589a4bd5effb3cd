package coop.greffon.shifts.internal.store;

import coop.greffon.core.identity.AccountDraft;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.internal.audit.JpaAudit;
import coop.greffon.core.internal.identity.JpaAccounts;
import coop.greffon.core.internal.journal.TableJournals;
import coop.greffon.core.internal.validation.BeanValidation;
import coop.greffon.core.signing.Signing;
import coop.greffon.members.Households;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.Members;
import coop.greffon.members.StatusChange;
import coop.greffon.members.Subjects;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.store.booking.Applicants;
import coop.greffon.shifts.internal.store.booking.JpaAttendance;
import coop.greffon.shifts.internal.store.booking.JpaBookings;
import coop.greffon.shifts.internal.store.booking.JpaHolds;
import coop.greffon.shifts.internal.store.booking.JpaJobFeeds;
import coop.greffon.shifts.internal.store.booking.SeatActs;
import coop.greffon.shifts.internal.store.booking.SeatBelongings;
import coop.greffon.shifts.internal.store.booking.Settlement;
import coop.greffon.shifts.internal.store.booking.SheetClosing;
import coop.greffon.shifts.internal.store.booking.WorkCheck;
import coop.greffon.shifts.internal.store.exchange.Colleagues;
import coop.greffon.shifts.internal.store.exchange.ExchangeBoard;
import coop.greffon.shifts.internal.store.exchange.ExchangeNewsHeard;
import coop.greffon.shifts.internal.store.exchange.ExchangeRows;
import coop.greffon.shifts.internal.store.exchange.JpaExchanges;
import coop.greffon.shifts.internal.store.exchange.JpaReplacements;
import coop.greffon.shifts.internal.store.exchange.JpaRequests;
import coop.greffon.shifts.internal.store.exchange.Overdue;
import coop.greffon.shifts.internal.store.exchange.PersonBelongings;
import coop.greffon.shifts.internal.store.exchange.PersonDeparture;
import coop.greffon.shifts.internal.store.exchange.PersonNewsHeard;
import coop.greffon.shifts.internal.store.leave.JpaLeaveRequests;
import coop.greffon.shifts.internal.store.leave.LeaveForesight;
import coop.greffon.shifts.internal.store.pool.JpaPool;
import coop.greffon.shifts.internal.store.pool.PoolBoard;
import coop.greffon.shifts.internal.store.pool.PoolNewsHeard;
import coop.greffon.shifts.internal.store.slot.Departures;
import coop.greffon.shifts.internal.store.slot.Generation;
import coop.greffon.shifts.internal.store.slot.Hold;
import coop.greffon.shifts.internal.store.slot.HoldNews;
import coop.greffon.shifts.internal.store.slot.Holds;
import coop.greffon.shifts.internal.store.slot.JpaClosures;
import coop.greffon.shifts.internal.store.slot.JpaFixedPlaces;
import coop.greffon.shifts.internal.store.slot.JpaSkills;
import coop.greffon.shifts.internal.store.slot.JpaTeams;
import coop.greffon.shifts.internal.store.slot.JpaTemplates;
import coop.greffon.shifts.internal.store.slot.SeatNewsHeard;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar;
import coop.greffon.shifts.internal.store.slot.Template;
import coop.greffon.shifts.internal.store.slot.TemplateDraft;
import coop.greffon.testing.AdjustableClock;
import coop.greffon.testing.TestDatabase;
import coop.greffon.testing.TestStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.aries.jpa.template.JpaTemplate;

/** The services of this bundle on a database of their own, from the morning of Monday 4 January 2027 on. */
public final class WorkFixture {
    public static final Actor NADIA = new Actor(Actor.Kind.ACCOUNT, 7L, "Nadia");
    public static final long INES = 128;
    public static final LocalDate START = LocalDate.parse("2027-01-04");

    public final AdjustableClock clock = AdjustableClock.at("2027-01-04T09:00:00Z");
    private final KnownPeople people = new KnownPeople();
    public final Map<Long, List<StatusChange>> statuses = people.statuses;
    public final TestStore store;
    public final Plug plug = new Plug();
    public final JpaAccounts accounts;
    public final Members members = people.members();
    public final WorkJournal journal;
    public final JpaWorkers workers;
    public final JpaLeaves leaves;
    public final WorkerBelongings belongings;
    public final WorkerList list;
    public final DueCycles cycles;
    public final WorkerChanges changes;
    public final UsualRules settings = new UsualRules();
    public final Home home = new Home(people.homes);
    public final Households households = people.households();
    public final DutyAccounts duties;
    public final SeatNewsHeard news = new SeatNewsHeard();
    public final LeaveNewsHeard leaveNews = new LeaveNewsHeard();
    public final List<String> toldOfTeams = new ArrayList<>();
    public final JpaTracks tracks;
    public final JpaTeams teams;
    public final JpaDocuments documents;
    public final JpaLeaveRequests requests;
    public final LeaveForesight foresight;
    public final AllAccounts accountsOfAll;
    public final RulesInForce rules;
    public final Generation generation;
    public final Departures departures;
    public final Settlement settlement;
    public final SeatBelongings seatBelongings;
    public final JpaTemplates templates;
    public final JpaFixedPlaces places;
    public final JpaClosures closures;
    public final JpaSkills skills;
    public final ShiftCalendar calendar;
    public final JpaBookings bookings;
    public final PersonNewsHeard personNews = new PersonNewsHeard();
    public final ExchangeNewsHeard exchangeNews = new ExchangeNewsHeard();
    public final JpaRequests standInRequests;
    public final JpaReplacements replacements;
    public final JpaExchanges exchanges;
    public final ExchangeBoard board;
    public final List<Hold> heldFor = new ArrayList<>();
    public final HoldNews heldNews = heldFor::add;
    public final JpaHolds heldSeats;
    public final Overdue overdue;
    public final PersonBelongings personBelongings;
    public final PersonDeparture departure;
    public final PoolNewsHeard poolNews = new PoolNewsHeard();
    public final JpaPool pool;
    public final PoolBoard poolBoard;
    public final JpaAttendance attendance;
    public final SheetClosing closing;
    public final Openings openings;
    public final WorkCheck check;
    public final JpaJobFeeds jobFeeds;
    public final StandingCounts standingCounts;

    public WorkFixture(TestDatabase database) {
        store = database.fresh();
        var audit = new JpaAudit(unit("core"), clock);
        accounts = new JpaAccounts(unit("core"), audit, clock, settings);
        var journals = new TableJournals(unit("core"), KnownPeople.fake(Signing.class, Map.of()), clock);
        journal = new WorkJournal(journals, clock);
        rules = new RulesInForce(settings);
        var reader = new WorkerReader(members, journal);
        var validation = new BeanValidation();
        duties = new DutyAccounts(unit("shifts"), households, reader, rules);
        changes = new WorkerChanges(unit("shifts"), members, reader, journal, rules, duties, accounts, audit, clock);
        belongings = new WorkerBelongings(unit("shifts"), journal);
        list = new WorkerList(unit("shifts"));
        cycles = new DueCycles(unit("shifts"), reader, journal, rules, clock);
        JpaTemplate jpa = unit("shifts");
        generation = new Generation(jpa, rules, news, new Holds(rules, heldNews, clock), clock);
        departures = new Departures(jpa, generation, news, clock);
        tracks = new JpaTracks(changes, rules, departures, clock);
        workers = new JpaWorkers(jpa, members, journal, rules, changes, tracks, validation, clock);
        leaves = new JpaLeaves(changes, departures, rules, validation, clock);
        documents = new JpaDocuments(jpa, changes, departures, leaveNews, clock);
        requests = new JpaLeaveRequests(jpa, changes, leaves, departures, leaveNews, clock);
        templates = new JpaTemplates(jpa, generation, rules, validation, audit, clock);
        places = new JpaFixedPlaces(jpa, generation, changes, validation, clock);
        teams = new JpaTeams(
                jpa, places, tracks, generation, changes, journal, rules, this::toldOfTeam, validation, clock);
        closures = new JpaClosures(jpa, generation, validation, audit, clock);
        skills = new JpaSkills(jpa, changes, clock);
        calendar = new ShiftCalendar(jpa, clock);
        foresight = new LeaveForesight(jpa, changes, leaves, calendar, places, templates, clock);
        var applicants = new Applicants(changes, clock);
        var seats = new SeatActs(changes, applicants, news, clock);
        bookings = new JpaBookings(jpa, changes, applicants, seats, clock);
        var colleagues = new Colleagues(members, changes, rules, clock);
        standInRequests = new JpaRequests(jpa, changes, applicants, seats, colleagues, personNews, clock);
        replacements = new JpaReplacements(jpa, changes, applicants, seats, personNews);
        var exchangeRows = new ExchangeRows(changes, clock);
        exchanges = new JpaExchanges(jpa, changes, applicants, seats, exchangeRows, colleagues, exchangeNews, clock);
        board = new ExchangeBoard(jpa, exchangeRows, exchanges, clock);
        heldSeats = new JpaHolds(jpa, changes, applicants, seats, clock);
        overdue = new Overdue(standInRequests, board, heldSeats);
        personBelongings = new PersonBelongings(jpa);
        departure = new PersonDeparture(jpa, standInRequests, exchanges, tracks, departures);
        var poolJournal = new PoolJournal(journal, journals, clock);
        pool = new JpaPool(jpa, changes, poolJournal, rules, poolNews, clock);
        poolBoard = new PoolBoard(jpa, pool, poolJournal, rules, clock);
        accountsOfAll = new AllAccounts(jpa, reader, rules);
        attendance = new JpaAttendance(jpa, changes, applicants, journal, validation, clock);
        closing = new SheetClosing(jpa, changes, attendance, audit, clock);
        settlement = new Settlement(jpa, attendance, closing, rules, clock);
        seatBelongings = new SeatBelongings(jpa);
        openings = new Openings(jpa, members, workers, changes, journal, rules, clock);
        standingCounts = new StandingCounts(jpa, accountsOfAll);
        jobFeeds = new JpaJobFeeds(jpa, audit, clock);
        check = new WorkCheck(jpa, new StandingCheck(jpa, journals, reader, rules, clock));
        add(INES);
    }

    private JpaTemplate unit(String name) {
        return plug.over(store.jpa(name));
    }

    /** Somebody else, who works from 4 January on. */
    public void add(long id, Track track) {
        add(id);
        workers.enrol(id, new EnrolmentDraft(track, START), NADIA);
    }

    /** Mondays of the first week of the cycle, at nine in the morning for three hours: 4 people, one of whom leads. */
    public Template mondays() {
        return templates.add(monday("Caisse", 4), NADIA);
    }

    /** From 4 January on; the 28th of December begins a cycle, so that day is a second week: 1 is that of 25 January. */
    public static TemplateDraft monday(String job, int seats) {
        return new TemplateDraft(
                job,
                1,
                DayOfWeek.MONDAY,
                LocalTime.of(9, 0),
                LocalTime.of(12, 0),
                100L,
                2,
                seats,
                1,
                Map.of(),
                START,
                null,
                null);
    }

    /** Somebody who has been a member since 2026. */
    public void add(long id) {
        sql("insert into greffon_members_member (id, kind, sort_key, revision, created_at) values (" + id
                + ", 'PERSON', 'x', 1, '2026-01-05 10:00:00+00')");
        say(id, MemberStatus.MEMBER, "2026-01-05");
    }

    public void say(long id, MemberStatus status, String on) {
        people.say(id, status, LocalDate.parse(on), Instant.parse("2026-01-05T10:00:00Z"));
    }

    /** Whoever says nothing is written to in French. */
    public void speaks(long id, String language) {
        people.languages.put(id, language);
    }

    private void toldOfTeam(long member, LocalDate from, Template where, String cause) {
        toldOfTeams.add(member + " " + from + " " + (where == null ? null : where.job()));
    }

    /** Somebody who leaves, as it is said now. */
    public void leave(long id, String on) {
        people.say(id, MemberStatus.FORMER, LocalDate.parse(on), clock.instant());
    }

    /** Flying people have one account per household from now on, of whatever day. */
    public void perHousehold() {
        settings.perHousehold();
    }

    /** Inès works, and Paul, who lives with her, acts on her account. */
    public void shareWithPaul() {
        add(Home.PAUL);
        perHousehold();
        enrol();
        home.ofTwo();
    }

    /** Inès, flying from 4 January: one shift is due on 1 February, 1 March, 29 March. */
    public void enrol() {
        workers.enrol(INES, new EnrolmentDraft(Track.FLYING, START), NADIA);
    }

    /** The clock at nine in the morning of a day to come, UTC. */
    public void goTo(String day) {
        clock.advance(Duration.between(clock.instant(), Instant.parse(day + "T09:00:00Z")));
    }

    public long accountOf(long member) {
        return accounts.create(
                        new AccountDraft(
                                Subjects.of(member), "Inès", Locale.FRENCH, Set.of("ines@example.org"), Set.of()),
                        NADIA)
                .id();
    }

    public WorkAccount account(String on, String known) {
        return workers.account(INES, LocalDate.parse(on), known == null ? null : Instant.parse(known))
                .orElseThrow();
    }

    public void sql(String statement) {
        try (Connection connection = store.dataSource().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
