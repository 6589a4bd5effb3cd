package coop.greffon.shifts.internal.store.slot;

import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.persistence.Moments;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.core.validation.Validation;
import coop.greffon.shifts.internal.rules.Origin;
import coop.greffon.shifts.internal.store.StoredWorker;
import coop.greffon.shifts.internal.store.WorkerChanges;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who comes to each shift of a template. Their seats on the shifts to come follow at once. */
@Component(service = JpaFixedPlaces.class)
public final class JpaFixedPlaces {
    private final JpaTemplate jpa;
    private final Generation generation;
    private final WorkerChanges changes;
    private final Validation validation;
    private final Clock clock;

    @Activate
    public JpaFixedPlaces(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference Generation generation,
            @Reference WorkerChanges changes,
            @Reference Validation validation,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.generation = generation;
        this.changes = changes;
        this.validation = validation;
        this.clock = clock;
    }

    /** The places on a template, the oldest first; those that are over among them. */
    public List<FixedPlace> on(long templateId) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select p, w.memberId from StoredFixedPlace p, StoredWorker w"
                                        + " where w.id = p.workerId and p.templateId = :id order by p.position, p.id",
                                Object[].class)
                        .setParameter("id", templateId)
                        .getResultStream()
                        .map(JpaFixedPlaces::place)
                        .toList());
    }

    /** The places somebody has or had, the newest first. */
    public List<FixedPlace> of(long memberId) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select p, w.memberId from StoredFixedPlace p, StoredWorker w"
                                        + " where w.id = p.workerId and w.memberId = :id order by p.fromOn desc, p.id desc",
                                Object[].class)
                        .setParameter("id", memberId)
                        .getResultStream()
                        .map(JpaFixedPlaces::place)
                        .toList());
    }

    private static FixedPlace place(Object[] row) {
        StoredFixedPlace place = (StoredFixedPlace) row[0];
        return new FixedPlace(
                place.id(), place.templateId(), place.position(), (Long) row[1], place.from(), place.to());
    }

    /**
     * Gives somebody a place. Asked again for the same, nothing changes.
     *
     * @throws InvalidInput where the days end before they begin, or no seat is free on them
     * @throws Refused where they lack what the seat asks for, or it is about whoever gives it
     * @throws NotFound where there is no such template, or they do not work
     */
    public void give(long templateId, long memberId, FixedPlaceDraft draft, Actor by) {
        validation.valid(draft);
        changes.requireOther(memberId, by);
        changes.requireNear("from", draft.from());
        if (draft.to() != null && draft.to().isBefore(draft.from())) {
            throw new InvalidInput(FieldError.of("to", draft.to(), Text.of("shifts.leave.order", draft.from())));
        }
        jpa.tx(TransactionType.Required, em -> {
            Template template = locked(em, templateId);
            generation.lock(em, templateId);
            changes.change(memberId, by, (inside, row) -> {
                if (give(inside, template, row.id(), draft)) {
                    inside.flush();
                    generation.write(inside, templateId, changes.today());
                    record("shifts.audit.place-given", memberId, template, draft.from(), draft.to(), by);
                }
            });
        });
    }

    private boolean give(EntityManager em, Template template, long workerId, FixedPlaceDraft draft) {
        Optional<Integer> position = position(em, template, workerId, draft, Set.of());
        position.ifPresent(free -> em.persist(
                new StoredFixedPlace(template.id(), free, workerId, draft.from(), draft.to(), clock.instant())));
        return position.isPresent();
    }

    /**
     * Gives a place in the caller's transaction, in which the shifts of the template are locked and afterwards written again.
     *
     * @return whether they did not have it before
     */
    boolean give(EntityManager em, Template template, StoredWorker row, FixedPlaceDraft draft, Actor by) {
        boolean isNew = give(em, template, row.id(), draft);
        if (isNew) {
            long member = row.enrolment().memberId();
            record("shifts.audit.place-given", member, template, draft.from(), draft.to(), by);
        }
        return isNew;
    }

    /**
     * Where somebody would sit; empty where they have that place already.
     *
     * @param leaving their places that end before
     */
    static Optional<Integer> position(
            EntityManager em, Template template, long workerId, FixedPlaceDraft draft, Set<Long> leaving) {
        List<StoredFixedPlace> there = Slots.places(em, template.id()).stream()
                .filter(place -> !leaving.contains(place.id()))
                .filter(place -> place.overlaps(draft.from(), draft.to()))
                .toList();
        Optional<StoredFixedPlace> own =
                there.stream().filter(place -> place.workerId() == workerId).findFirst();
        if (own.isPresent()) {
            if (own.get().from().equals(draft.from())
                    && Objects.equals(own.get().to(), draft.to())) {
                return Optional.empty();
            }
            throw new InvalidInput(FieldError.of(
                    "from",
                    draft.from(),
                    Text.of("shifts.place.there", own.get().from())));
        }
        if (draft.skill() != null && !Slots.skillsOf(em, workerId).contains(draft.skill())) {
            throw new Refused(Text.of("shifts.place.skill"));
        }
        Set<Integer> taken = there.stream().map(StoredFixedPlace::position).collect(Collectors.toSet());
        return Optional.of(IntStream.range(0, template.seats())
                .filter(seat -> Objects.equals(template.skills().get(seat), draft.skill()))
                .filter(seat -> !taken.contains(seat))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidInput(FieldError.of("from", draft.from(), Text.of("shifts.place.full")))));
    }

    /**
     * Ends a place: its seats after a day are free.
     *
     * @param on its last day
     * @throws InvalidInput where it would end before it began
     * @throws Refused where it is about whoever ends it
     * @throws NotFound where there is no such place
     */
    public void end(long placeId, LocalDate on, Actor by) {
        jpa.tx(TransactionType.Required, em -> {
            StoredFixedPlace place = Optional.ofNullable(em.find(StoredFixedPlace.class, placeId))
                    .orElseThrow(() -> new NotFound(Text.of("shifts.place.unknown")));
            changes.requireOther(memberOf(em, place), by);
            if (on.isBefore(place.from().minusDays(1))) {
                throw new InvalidInput(FieldError.of("on", on, Text.of("shifts.leave.order", place.from())));
            }
            end(em, place, locked(em, place.templateId()), on, by);
        });
    }

    /**
     * Ends a place in the caller's transaction.
     *
     * @return whether it went on for longer before
     */
    boolean end(EntityManager em, StoredFixedPlace place, Template template, LocalDate on, Actor by) {
        if (place.to() != null && !on.isBefore(place.to())) {
            return false;
        }
        place.end(on);
        free(em, place, on);
        record("shifts.audit.place-ended", memberOf(em, place), template, place.from(), on, by);
        return true;
    }

    private static long memberOf(EntityManager em, StoredFixedPlace place) {
        return em.createQuery("select w.memberId from StoredWorker w where w.id = :id", Long.class)
                .setParameter("id", place.workerId())
                .getSingleResult();
    }

    private void free(EntityManager em, StoredFixedPlace place, LocalDate on) {
        em.createQuery(
                        "select b from StoredBooking b, StoredShift s where b.shiftId = s.id and b.workerId = :worker"
                                + " and s.templateId = :template and s.onDay > :on and s.startsAt > :now"
                                + " and b.origin = :origin",
                        StoredBooking.class)
                .setParameter("worker", place.workerId())
                .setParameter("template", place.templateId())
                .setParameter("on", on)
                .setParameter("now", Moments.stored(clock.instant()))
                .setParameter("origin", Origin.FIXED_PLACE)
                .getResultStream()
                .filter(booking -> booking.isSeated())
                .forEach(booking -> booking.become(BookingState.AWAY, clock.instant()));
    }

    private static Template locked(EntityManager em, long templateId) {
        if (em.find(StoredTemplate.class, templateId, LockModeType.PESSIMISTIC_WRITE) == null) {
            throw JpaTemplates.unknown();
        }
        return Slots.template(em, templateId).orElseThrow();
    }

    private void record(String what, long memberId, Template template, LocalDate from, LocalDate to, Actor by) {
        changes.record(
                memberId,
                what,
                by,
                new FieldChange("template", null, template.job()),
                new FieldChange("from", null, from.toString()),
                new FieldChange("to", null, to == null ? null : to.toString()));
    }
}
