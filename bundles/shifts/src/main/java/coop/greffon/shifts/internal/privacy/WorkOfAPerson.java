package coop.greffon.shifts.internal.privacy;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.privacy.Erasure;
import coop.greffon.core.privacy.PersonalData;
import coop.greffon.core.privacy.PersonalDocument;
import coop.greffon.core.privacy.PersonalDocument.Column;
import coop.greffon.core.privacy.PersonalDocument.Word;
import coop.greffon.core.privacy.Processing;
import coop.greffon.core.privacy.Processing.Basis;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.Members;
import coop.greffon.members.Subjects;
import coop.greffon.shifts.internal.rules.Tracks;
import coop.greffon.shifts.internal.rules.Unit;
import coop.greffon.shifts.internal.store.JpaWorkers;
import coop.greffon.shifts.internal.store.Period;
import coop.greffon.shifts.internal.store.PeriodKind;
import coop.greffon.shifts.internal.store.Posted;
import coop.greffon.shifts.internal.store.WorkerBelongings;
import coop.greffon.shifts.internal.store.booking.JpaHolds;
import coop.greffon.shifts.internal.store.booking.SeatBelongings;
import coop.greffon.shifts.internal.store.exchange.PersonBelongings;
import coop.greffon.shifts.internal.store.exchange.PersonBelongings.Dealing;
import coop.greffon.shifts.internal.store.exchange.PersonDeparture;
import coop.greffon.shifts.internal.store.leave.JpaLeaveRequests;
import coop.greffon.shifts.internal.store.leave.LeaveRequest;
import coop.greffon.shifts.internal.store.pool.PoolBoard;
import coop.greffon.shifts.internal.store.pool.PoolRequest;
import coop.greffon.shifts.internal.store.slot.Hold;
import coop.greffon.shifts.internal.store.slot.JpaFixedPlaces;
import coop.greffon.shifts.internal.store.slot.JpaSkills;
import coop.greffon.shifts.internal.store.slot.JpaTemplates;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.OwnSeat;
import coop.greffon.shifts.internal.words.LeaveWords;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What this bundle holds of a person: their journal of shifts, and what was decided for some days. */
@Component(service = PersonalData.class)
public final class WorkOfAPerson implements PersonalData {
    private final JpaWorkers workers;
    private final WorkerBelongings belongings;
    private final SeatBelongings seats;
    private final PersonBelongings dealings;
    private final PoolBoard pool;
    private final JpaHolds holds;
    private final JpaSkills skills;
    private final JpaLeaveRequests requests;
    private final JpaFixedPlaces places;
    private final JpaTemplates templates;
    private final PersonDeparture departure;
    private final Members members;
    private final Clock clock;

    @Activate
    public WorkOfAPerson(
            @Reference JpaWorkers workers,
            @Reference WorkerBelongings belongings,
            @Reference SeatBelongings seats,
            @Reference PersonBelongings dealings,
            @Reference PoolBoard pool,
            @Reference JpaHolds holds,
            @Reference JpaSkills skills,
            @Reference JpaLeaveRequests requests,
            @Reference JpaFixedPlaces places,
            @Reference JpaTemplates templates,
            @Reference PersonDeparture departure,
            @Reference Members members,
            @Reference Clock clock) {
        this.workers = workers;
        this.belongings = belongings;
        this.seats = seats;
        this.dealings = dealings;
        this.pool = pool;
        this.holds = holds;
        this.skills = skills;
        this.requests = requests;
        this.places = places;
        this.templates = templates;
        this.departure = departure;
        this.members = members;
        this.clock = clock;
    }

    @Override
    public List<Processing> processings() {
        return List.of(new Processing(
                Text.of("shifts.privacy.work"),
                Basis.CONTRACT,
                Text.of("shifts.privacy.work-data"),
                Text.of("shifts.privacy.work-retention")));
    }

    @Override
    public List<PersonalDocument> export(String subject) {
        OptionalLong member = Subjects.memberId(subject);
        return member.isEmpty()
                ? List.of()
                : workers.account(member.getAsLong(), LocalDate.now(clock), null)
                        .map(account -> List.of(
                                journal(account.unit(), belongings.posted(member.getAsLong())),
                                periods(belongings.periods(member.getAsLong())),
                                requests(requests.askedBy(member.getAsLong())),
                                seats(seats.of(member.getAsLong())),
                                places(member.getAsLong()),
                                tracks(account.tracks()),
                                skills(skills.of(member.getAsLong())),
                                asked(dealings.of(member.getAsLong())),
                                pool(account.unit(), pool.of(member.getAsLong())),
                                held(holds.of(member.getAsLong()))))
                        .orElseGet(() -> leavesElsewhere(member.getAsLong()));
    }

    /** Whoever has no account may have asked for leaves on that of their household. */
    private List<PersonalDocument> leavesElsewhere(long member) {
        return Stream.of(periods(belongings.periods(member)), requests(requests.askedBy(member)))
                .filter(document -> !document.rows().isEmpty())
                .toList();
    }

    private static PersonalDocument journal(Unit unit, List<Posted> posted) {
        List<Column> columns = List.of(
                column("on", "shifts.journal.on"),
                column("rule", "shifts.journal.rule"),
                column("counter", "shifts.journal.counter"),
                column("amount", "shifts.journal.amount"),
                column("note", "shifts.journal.note"),
                column("recordedAt", "shifts.journal.recorded"));
        List<List<Object>> rows = posted.stream().map(one -> row(unit, one)).toList();
        return new PersonalDocument("shifts", Text.of("shifts.journal.title"), columns, rows, List.of());
    }

    private static List<Object> row(Unit unit, Posted posted) {
        return PersonalDocument.row(
                posted.entry().effectiveOn(),
                Word.of("shifts.rule.", posted.entry().rule()),
                Word.of("shifts.counter.", posted.entry().counter()),
                unit.shown(posted.entry().amount()),
                posted.note(),
                posted.entry().recordedAt());
    }

    private static PersonalDocument periods(List<Period> periods) {
        List<Column> columns = List.of(
                column("kind", "shifts.leave.kind-label"),
                column("from", "shifts.leave.from"),
                column("to", "shifts.leave.to"),
                column("note", "shifts.journal.note"),
                column("document", "shifts.document.seen-on"),
                column("recordedAt", "shifts.journal.recorded"),
                column("withdrawnAt", "shifts.period.withdrawn"));
        List<List<Object>> rows = periods.stream()
                .map(period -> PersonalDocument.row(
                        kind(period.kind()),
                        period.from(),
                        period.to(),
                        period.note(),
                        period.document() == null ? null : period.document().seen(),
                        period.recordedAt(),
                        period.withdrawnAt()))
                .toList();
        return new PersonalDocument("leaves", Text.of("shifts.period.title"), columns, rows, List.of());
    }

    private static Word kind(PeriodKind kind) {
        return new Word(kind == null ? "OF_ANOTHER" : kind.name(), LeaveWords.kind(kind));
    }

    private static PersonalDocument requests(List<LeaveRequest> own) {
        List<Column> columns = List.of(
                column("kind", "shifts.leave.kind-label"),
                column("from", "shifts.leave.from"),
                column("to", "shifts.leave.to"),
                column("note", "shifts.journal.note"),
                column("state", "shifts.request.state"),
                column("reason", "shifts.field.reason"),
                column("recordedAt", "shifts.journal.recorded"));
        List<List<Object>> rows = own.stream()
                .map(request -> PersonalDocument.row(
                        kind(request.kind()),
                        request.from(),
                        request.to(),
                        request.note(),
                        Word.of("shifts.request.", request.state()),
                        request.reason(),
                        request.askedAt()))
                .toList();
        return new PersonalDocument("leave-requests", Text.of("shifts.request.list"), columns, rows, List.of());
    }

    private static PersonalDocument seats(List<OwnSeat> own) {
        List<Column> columns = List.of(
                column("on", "shifts.journal.on"),
                column("job", "shifts.field.job"),
                column("state", "shifts.field.outcome"),
                column("note", "shifts.journal.note"));
        List<List<Object>> rows = own.stream()
                .map(seat -> PersonalDocument.row(
                        seat.shift().day(),
                        seat.shift().job(),
                        Word.of("shifts.booking.", seat.booking().state()),
                        seat.booking().note()))
                .toList();
        return new PersonalDocument("seats", Text.of("shifts.privacy.seats"), columns, rows, List.of());
    }

    private PersonalDocument places(long member) {
        List<Column> columns = List.of(
                column("slot", "shifts.field.template"),
                column("from", "shifts.leave.from"),
                column("to", "shifts.leave.to"));
        List<List<Object>> rows = places.of(member).stream()
                .map(place ->
                        PersonalDocument.row(templates.get(place.templateId()).job(), place.from(), place.to()))
                .toList();
        return new PersonalDocument("places", Text.of("shifts.place.title"), columns, rows, List.of());
    }

    private static PersonalDocument tracks(Tracks own) {
        List<List<Object>> rows = own.stretches().stream()
                .map(stretch -> PersonalDocument.row(
                        stretch.track() == null ? null : Word.of("shifts.track.", stretch.track()), stretch.from()))
                .toList();
        return new PersonalDocument(
                "tracks",
                Text.of("shifts.worker.track"),
                List.of(column("track", "shifts.worker.track"), column("from", "shifts.leave.from")),
                rows,
                List.of());
    }

    private static PersonalDocument asked(List<Dealing> dealings) {
        List<Column> columns = List.of(
                column("on", "shifts.journal.on"),
                column("job", "shifts.field.job"),
                column("state", "shifts.field.outcome"));
        List<List<Object>> rows = dealings.stream()
                .map(one -> PersonalDocument.row(
                        one.shift().day(),
                        one.shift().job(),
                        Word.of(one.isRequest() ? "shifts.stand-in." : "shifts.exchange.", one.state())))
                .toList();
        return new PersonalDocument("asked", Text.of("shifts.privacy.asked"), columns, rows, List.of());
    }

    private static PersonalDocument pool(Unit unit, List<PoolRequest> requests) {
        List<Column> columns = List.of(
                column("on", "shifts.journal.on"),
                column("amount", "shifts.journal.amount"),
                column("state", "shifts.field.outcome"));
        List<List<Object>> rows = requests.stream()
                .map(one ->
                        PersonalDocument.row(one.on(), unit.shown(one.amount()), Word.of("shifts.pool.", one.state())))
                .toList();
        return new PersonalDocument("pool", Text.of("shifts.privacy.pool"), columns, rows, List.of());
    }

    private static PersonalDocument held(List<Hold> holds) {
        List<Column> columns = List.of(
                column("on", "shifts.journal.on"),
                column("job", "shifts.field.job"),
                column("until", "shifts.leave.to"),
                column("state", "shifts.field.outcome"));
        List<List<Object>> rows = holds.stream()
                .map(one -> PersonalDocument.row(
                        one.shift().day(), one.shift().job(), one.until(), Word.of("shifts.hold.", one.state())))
                .toList();
        return new PersonalDocument("held", Text.of("shifts.privacy.held"), columns, rows, List.of());
    }

    private static PersonalDocument skills(Set<String> own) {
        List<List<Object>> rows = own.stream().map(PersonalDocument::row).toList();
        return new PersonalDocument(
                "skills",
                Text.of("shifts.field.skills"),
                List.of(column("skill", "shifts.field.skills")),
                rows,
                List.of());
    }

    private static Column column(String key, String label) {
        return new Column(key, Text.of(label));
    }

    @Override
    public List<Erasure> erase(String subject, boolean dryRun, Actor by) {
        OptionalLong member = Subjects.memberId(subject);
        if (member.isEmpty()) {
            return List.of();
        }
        if (!workers.isEnrolled(member.getAsLong())) {
            return eraseElsewhere(member.getAsLong(), dryRun);
        }
        List<Posted> posted = belongings.posted(member.getAsLong());
        if (members.get(member.getAsLong()).status() == MemberStatus.MEMBER) {
            Text because = Text.of("shifts.privacy.still-member");
            return List.of(Erasure.kept(Text.of("shifts.journal.title"), posted.size(), because, null));
        }
        List<Period> periods = belongings.periods(member.getAsLong());
        long notes = posted.stream().filter(one -> one.note() != null).count()
                + periods.stream().filter(period -> period.note() != null).count()
                + seats.of(member.getAsLong()).stream()
                        .filter(seat -> seat.booking().note() != null)
                        .count();
        long asked = dealings.of(member.getAsLong()).size();
        long leaves = requests.askedBy(member.getAsLong()).size();
        long held = holds.of(member.getAsLong()).size();
        long feeds = seats.feeds(member.getAsLong());
        long fromPool = pool.of(member.getAsLong()).size();
        if (!dryRun) {
            departure.leave(member.getAsLong(), by);
            belongings.forgetNotes(member.getAsLong());
            seats.forget(member.getAsLong());
            requests.forget(member.getAsLong());
            dealings.forget(member.getAsLong());
            pool.forget(member.getAsLong());
            holds.forget(member.getAsLong());
        }
        return List.of(
                Erasure.gone(Text.of("shifts.privacy.notes"), notes),
                Erasure.kept(
                        Text.of("shifts.journal.title"), posted.size(), Text.of("shifts.privacy.kept-journal"), null),
                Erasure.kept(
                        Text.of("shifts.period.title"), periods.size(), Text.of("shifts.privacy.kept-journal"), null),
                Erasure.gone(Text.of("shifts.request.list"), leaves),
                Erasure.gone(Text.of("shifts.privacy.asked"), asked),
                Erasure.gone(Text.of("shifts.privacy.feed"), feeds),
                Erasure.gone(Text.of("shifts.privacy.pool"), fromPool),
                Erasure.gone(Text.of("shifts.privacy.held"), held));
    }

    /** What somebody without an account wrote on that of their household, and the address of their calendar. */
    private List<Erasure> eraseElsewhere(long member, boolean dryRun) {
        List<Period> periods = belongings.periods(member);
        long leaves = requests.askedBy(member).size();
        long feeds = seats.feeds(member);
        boolean isMember = members.get(member).status() == MemberStatus.MEMBER;
        if (!isMember && !dryRun) {
            belongings.forgetNotes(member);
            requests.forget(member);
            seats.forget(member);
        }
        if (leaves + feeds == 0 && periods.isEmpty()) {
            return List.of();
        }
        if (isMember) {
            Text because = Text.of("shifts.privacy.still-member");
            return List.of(
                    Erasure.kept(Text.of("shifts.period.title"), periods.size(), because, null),
                    Erasure.kept(Text.of("shifts.privacy.feed"), feeds, because, null),
                    Erasure.kept(Text.of("shifts.request.list"), leaves, because, null));
        }
        long notes = periods.stream().filter(period -> period.note() != null).count();
        Text because = Text.of("shifts.privacy.kept-journal");
        return List.of(
                Erasure.gone(Text.of("shifts.privacy.notes"), notes),
                Erasure.kept(Text.of("shifts.period.title"), periods.size(), because, null),
                Erasure.gone(Text.of("shifts.privacy.feed"), feeds),
                Erasure.gone(Text.of("shifts.request.list"), leaves));
    }
}
