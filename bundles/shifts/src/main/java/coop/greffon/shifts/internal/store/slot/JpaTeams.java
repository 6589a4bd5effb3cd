package coop.greffon.shifts.internal.store.slot;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.persistence.Moments;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.core.validation.Validation;
import coop.greffon.shifts.internal.rules.AppliedRule;
import coop.greffon.shifts.internal.rules.Cause;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Entry;
import coop.greffon.shifts.internal.rules.Origin;
import coop.greffon.shifts.internal.rules.Rules;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.store.JpaTracks;
import coop.greffon.shifts.internal.store.StoredWorker;
import coop.greffon.shifts.internal.store.WorkJournal;
import coop.greffon.shifts.internal.store.WorkerChanges;
import coop.greffon.shifts.internal.store.WorkerReader.Facts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has people work in another team: places, seats, track and cost change together or not at all. */
@Component(service = JpaTeams.class)
public final class JpaTeams {
    private final JpaTemplate jpa;
    private final JpaFixedPlaces places;
    private final JpaTracks tracks;
    private final Generation generation;
    private final WorkerChanges changes;
    private final WorkJournal journal;
    private final RulesInForce rules;
    private final TeamNews news;
    private final Validation validation;
    private final Clock clock;

    @Activate
    public JpaTeams(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference JpaFixedPlaces places,
            @Reference JpaTracks tracks,
            @Reference Generation generation,
            @Reference WorkerChanges changes,
            @Reference WorkJournal journal,
            @Reference RulesInForce rules,
            @Reference TeamNews news,
            @Reference Validation validation,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.places = places;
        this.tracks = tracks;
        this.generation = generation;
        this.changes = changes;
        this.journal = journal;
        this.rules = rules;
        this.news = news;
        this.validation = validation;
        this.clock = clock;
    }

    /**
     * Has somebody work in another team. Asked again for the same, nothing changes.
     *
     * @throws InvalidInput where a field cannot be accepted, no seat is free, or something is counted already from that day on
     * @throws Refused where they lack what the seat asks for, or it is about whoever decides
     * @throws NotFound where there is no such slot or no such place of theirs, or they do not work
     */
    public void change(long memberId, TeamDraft draft, Actor by) {
        require(draft);
        changes.requireOther(memberId, by);
        jpa.tx(TransactionType.Required, em -> {
            TreeSet<Long> templates = templates(em, draft);
            if (!templates.isEmpty()) {
                generation.lock(em, templates);
            }
            changes.change(memberId, by, (inside, row) -> {
                if (change(inside, row, draft, by)) {
                    inside.flush();
                    templates.forEach(id -> generation.write(inside, id, changes.today()));
                    tell(inside, row, draft);
                }
            });
        });
    }

    private void require(TeamDraft draft) {
        validation.valid(draft);
        changes.requireNear("from", draft.from());
        if (draft.from().isBefore(changes.today())) {
            throw new InvalidInput(FieldError.of("from", draft.from(), Text.of("shifts.team.past")));
        }
        if (draft.leaving().isEmpty() && draft.templateId() == null && draft.track() == null) {
            throw new InvalidInput(FieldError.of("templateId", null, Text.of("shifts.team.nothing")));
        }
    }

    private static TreeSet<Long> templates(EntityManager em, TeamDraft draft) {
        var templates = new TreeSet<Long>();
        draft.leaving().forEach(id -> templates.add(place(em, id).templateId()));
        if (draft.templateId() != null) {
            templates.add(template(em, draft.templateId()).id());
        }
        return templates;
    }

    private static StoredFixedPlace place(EntityManager em, long id) {
        return Optional.ofNullable(em.find(StoredFixedPlace.class, id))
                .orElseThrow(() -> new NotFound(Text.of("shifts.place.unknown")));
    }

    private static Template template(EntityManager em, long id) {
        return Slots.template(em, id).orElseThrow(JpaTemplates::unknown);
    }

    private boolean change(EntityManager em, StoredWorker row, TeamDraft draft, Actor by) {
        boolean isLeft = false;
        for (StoredFixedPlace place : leaving(em, row, draft)) {
            LocalDate last = last(place, draft.from());
            isLeft |= places.end(em, place, template(em, place.templateId()), last, by);
        }
        em.flush();
        boolean isGiven =
                draft.templateId() != null && places.give(em, template(em, draft.templateId()), row, draft.place(), by);
        boolean isOtherwise = isOtherwise(changes.facts(em, row, null), draft);
        if (isOtherwise) {
            tracks.begin(em, row, draft.track(), draft.from(), "from", by);
        }
        if (isLeft && isGiven) {
            post(row, changes.facts(em, row, null), draft, by);
        }
        return isLeft || isGiven || isOtherwise;
    }

    private static boolean isOtherwise(Facts facts, TeamDraft draft) {
        return draft.track() != null && facts.tracks().on(draft.from()) != draft.track();
    }

    private static List<StoredFixedPlace> leaving(EntityManager em, StoredWorker row, TeamDraft draft) {
        List<StoredFixedPlace> leaving = new ArrayList<>();
        for (long id : draft.leaving()) {
            StoredFixedPlace place = place(em, id);
            if (place.workerId() != row.id()) {
                throw new NotFound(Text.of("shifts.place.unknown"));
            }
            leaving.add(place);
        }
        return leaving;
    }

    private static LocalDate last(StoredFixedPlace place, LocalDate from) {
        LocalDate before = from.minusDays(1);
        LocalDate never = place.from().minusDays(1);
        return before.isBefore(never) ? never : before;
    }

    private long cost(Facts facts, TeamDraft draft) {
        Rules then = rules.of(facts.tracks()).on(draft.from());
        return rules.teamCost(changes.today()) * then.outcomes().ordinary();
    }

    private void post(StoredWorker row, Facts facts, TeamDraft draft, Actor by) {
        long cost = cost(facts, draft);
        if (cost > 0) {
            var entry = new Entry(
                    Counter.MAIN,
                    -cost,
                    changes.today(),
                    clock.instant(),
                    Cause.TEAM,
                    causeKey(draft),
                    AppliedRule.TEAM_CHANGED,
                    null);
            journal.post(row.id(), List.of(entry), by, null);
        }
    }

    private static String causeKey(TeamDraft draft) {
        return "team:" + draft.from() + ":" + draft.templateId();
    }

    private void tell(EntityManager em, StoredWorker row, TeamDraft draft) {
        Template where = draft.templateId() == null ? null : template(em, draft.templateId());
        String key = row.id() + "/" + causeKey(draft) + ":" + draft.track();
        news.changed(row.enrolment().memberId(), draft.from(), where, key);
    }

    /**
     * What a change of team would change; nothing is changed.
     *
     * @throws InvalidInput where a field cannot be accepted, no seat is free, or something is counted already from that day on
     * @throws Refused where they lack what the seat asks for
     * @throws NotFound where there is no such slot or no such place of theirs, or they do not work
     */
    public TeamOutlook outlook(long memberId, TeamDraft draft) {
        require(draft);
        return jpa.txExpr(TransactionType.Supports, em -> {
            StoredWorker row =
                    WorkerChanges.find(em, memberId).orElseThrow(() -> new NotFound(Text.of("shifts.worker.unknown")));
            Facts facts = changes.facts(em, row, null);
            List<StoredFixedPlace> leaving = leaving(em, row, draft);
            if (isOtherwise(facts, draft)) {
                tracks.requireChangeable(facts, draft.track(), draft.from(), "from");
            }
            List<Shift> taken = draft.templateId() == null ? List.of() : taken(em, row, draft);
            Track before = facts.tracks().on(draft.from());
            boolean costs = !leaving.isEmpty() && draft.templateId() != null;
            return new TeamOutlook(
                    leaving.stream()
                            .flatMap(place -> freed(em, place, draft.from()).stream())
                            .toList(),
                    taken,
                    before,
                    draft.track() == null ? before : draft.track(),
                    costs ? cost(facts, draft) : 0,
                    facts.worker().journal().balance(Counter.MAIN, changes.today()),
                    rules.of(facts.tracks()).on(draft.from()).unit());
        });
    }

    private List<Shift> freed(EntityManager em, StoredFixedPlace place, LocalDate from) {
        return em.createQuery(
                        "select s from StoredShift s, StoredBooking b where b.shiftId = s.id and b.workerId = :worker"
                                + " and s.templateId = :template and s.onDay >= :from and s.startsAt > :now"
                                + " and b.takenSeat is not null and b.origin = :fixed order by s.startsAt",
                        StoredShift.class)
                .setParameter("worker", place.workerId())
                .setParameter("template", place.templateId())
                .setParameter("from", from)
                .setParameter("now", Moments.stored(clock.instant()))
                .setParameter("fixed", Origin.FIXED_PLACE)
                .getResultStream()
                .map(StoredShift::shift)
                .toList();
    }

    private List<Shift> taken(EntityManager em, StoredWorker row, TeamDraft draft) {
        Template template = template(em, draft.templateId());
        JpaFixedPlaces.position(em, template, row.id(), draft.place(), new HashSet<>(draft.leaving()));
        return em.createQuery(
                        "select s from StoredShift s where s.templateId = :template and s.onDay >= :from"
                                + " and s.startsAt > :now and s.state = :planned order by s.startsAt",
                        StoredShift.class)
                .setParameter("template", template.id())
                .setParameter("from", draft.from())
                .setParameter("now", Moments.stored(clock.instant()))
                .setParameter("planned", ShiftState.PLANNED)
                .getResultStream()
                .map(StoredShift::shift)
                .toList();
    }
}
