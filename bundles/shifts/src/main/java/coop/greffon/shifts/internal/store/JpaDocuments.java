package coop.greffon.shifts.internal.store;

import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The documents that leaves ask for. They are looked at and never kept: what is in them is nobody's business here. */
@Component(service = JpaDocuments.class)
public final class JpaDocuments {
    private final JpaTemplate jpa;
    private final WorkerChanges changes;
    private final Seats seats;
    private final LeaveNews news;
    private final Clock clock;

    @Activate
    public JpaDocuments(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference WorkerChanges changes,
            @Reference Seats seats,
            @Reference LeaveNews news,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.changes = changes;
        this.seats = seats;
        this.news = news;
        this.clock = clock;
    }

    /**
     * A leave whose document nobody saw.
     *
     * @param memberId on whose account it is
     */
    public record Missing(long memberId, Period period) {
        /** The member whose leave it is. */
        public long person() {
            return period.person(memberId);
        }
    }

    /**
     * Writes down that a document was seen. Said again, the first day stays.
     *
     * @throws InvalidInput where the day is to come
     * @throws Refused where the leave asks for none, or it is about whoever says so
     * @throws NotFound where there is no such leave of theirs
     */
    public void see(long memberId, long periodId, LocalDate on, Actor by) {
        changes.requireOther(memberId, by);
        changes.requireNear("on", on);
        if (on.isAfter(changes.today())) {
            throw new InvalidInput(FieldError.of("on", on, Text.of("shifts.decision.to-come")));
        }
        changes.change(memberId, by, (em, row) -> {
            Period period = JpaLeaves.of(changes.facts(em, row, null), periodId);
            changes.requireOther(period.person(memberId), by);
            if (period.document() == null) {
                throw new Refused(Text.of("shifts.document.none"));
            }
            if (period.document().isMissing()) {
                em.find(StoredPeriod.class, periodId).see(on);
                changes.record(memberId, "shifts.audit.document-seen", by, new FieldChange("on", null, on.toString()));
            }
        });
    }

    /**
     * Leaves whose document was due by a day, the longest due first: it may still be shown, or they are to end early, however long ago that
     * was.
     */
    public List<Missing> missing(LocalDate day) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select w.memberId, p from StoredPeriod p, StoredWorker w where w.id = p.workerId"
                                        + " and p.withdrawnAt is null and p.documentSeen is null"
                                        + " and p.documentDue <= :day and (p.toOn is null"
                                        + " or p.toOn >= p.documentVoid or p.documentVoid > :day)"
                                        + " order by p.documentDue, p.id",
                                Object[].class)
                        .setParameter("day", day)
                        .getResultStream()
                        .map(row -> new Missing((Long) row[0], ((StoredPeriod) row[1]).period()))
                        .toList());
    }

    /**
     * Ends the leaves whose document nobody saw in time, each in a transaction of its own: one that cannot be ended keeps
     * no other from it. Asked again, nothing changes.
     *
     * @return how many
     */
    public int endUnseen(LocalDate day, Actor by) {
        List<Missing> unseen = missing(day).stream()
                .filter(one -> !one.period().document().voidOn().isAfter(day))
                .toList();
        Alone.each(unseen, one -> end(one.memberId(), one.period().id(), by));
        return unseen.size();
    }

    private void end(long memberId, long periodId, Actor by) {
        changes.change(memberId, by, (em, row) -> {
            StoredPeriod stored = em.find(StoredPeriod.class, periodId);
            em.refresh(stored);
            Period period = stored.period();
            if (period.withdrawnAt() != null || !period.document().isMissing()) {
                return;
            }
            stored.withdraw(clock.instant());
            LocalDate last = period.document().voidOn().minusDays(1);
            em.persist(new StoredPeriod(row.id(), period.until(last, clock.instant())));
            changes.record(
                    period.person(memberId),
                    "shifts.audit.leave-void",
                    by,
                    new FieldChange(
                            "period", period.kind().name(), period.kind().name()),
                    new FieldChange(
                            "to", period.to() == null ? null : period.to().toString(), last.toString()));
            news.ended(periodId, period.person(memberId), last);
        });
        seats.follow(changes.workerOf(memberId));
    }
}
