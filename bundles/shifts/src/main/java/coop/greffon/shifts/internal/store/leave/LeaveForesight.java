package coop.greffon.shifts.internal.store.leave;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.shifts.internal.rules.Leave;
import coop.greffon.shifts.internal.rules.LeaveOutlook;
import coop.greffon.shifts.internal.rules.Origin;
import coop.greffon.shifts.internal.store.JpaLeaves;
import coop.greffon.shifts.internal.store.LeaveDraft;
import coop.greffon.shifts.internal.store.Period;
import coop.greffon.shifts.internal.store.StoredWorker;
import coop.greffon.shifts.internal.store.WorkerChanges;
import coop.greffon.shifts.internal.store.WorkerReader.Facts;
import coop.greffon.shifts.internal.store.slot.JpaFixedPlaces;
import coop.greffon.shifts.internal.store.slot.JpaTemplates;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.OwnSeat;
import coop.greffon.shifts.internal.store.slot.Template;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks at what a leave would change before it is asked for or given; nothing is changed. */
@Component(service = LeaveForesight.class)
public final class LeaveForesight {
    /** No shift is written down further ahead. */
    private static final int DAYS = 400;

    private final JpaTemplate jpa;
    private final WorkerChanges changes;
    private final JpaLeaves leaves;
    private final ShiftCalendar shifts;
    private final JpaFixedPlaces places;
    private final JpaTemplates templates;
    private final Clock clock;

    @Activate
    public LeaveForesight(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference WorkerChanges changes,
            @Reference JpaLeaves leaves,
            @Reference ShiftCalendar shifts,
            @Reference JpaFixedPlaces places,
            @Reference JpaTemplates templates,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.changes = changes;
        this.leaves = leaves;
        this.shifts = shifts;
        this.places = places;
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * What a leave would change.
     *
     * @param memberId whose leave it would be, on whatever account they act
     * @throws coop.greffon.core.problem.InvalidInput where the days are none of such a leave, or touch a leave there is
     * @throws NotFound where they do not work
     */
    public LeaveEffects of(long memberId, LeaveDraft draft) {
        long accountOf = changes.accountOf(memberId, changes.today());
        LeaveDraft whole = leaves.whole(draft);
        Period period = leaves.period(whole);
        LeaveOutlook outlook = jpa.txExpr(TransactionType.Supports, em -> {
            StoredWorker row =
                    WorkerChanges.find(em, accountOf).orElseThrow(() -> new NotFound(Text.of("shifts.worker.unknown")));
            Facts facts = changes.facts(em, row, null);
            JpaLeaves.requireFree(facts, whole);
            var leave = new Leave(period.kind().leave(), period.from(), period.to(), period.recordedAt());
            return LeaveOutlook.of(facts.worker(), changes.timeline(facts), leave, changes.today());
        });
        return new LeaveEffects(period, outlook, freed(accountOf, period), places(accountOf, period));
    }

    private List<OwnSeat> freed(long memberId, Period period) {
        LocalDate today = changes.today();
        return shifts.of(memberId, today, today.plusDays(DAYS)).stream()
                .filter(seat ->
                        seat.booking().seated() && seat.booking().state().isOpen())
                .filter(seat -> seat.shift().span().starts().isAfter(clock.instant()))
                .filter(seat -> covers(period, seat.shift().day()) || isGivenUp(period, seat))
                .toList();
    }

    private static boolean covers(Period period, LocalDate day) {
        return period.kind().leave().removesBookings()
                && !day.isBefore(period.from())
                && (period.to() == null || !day.isAfter(period.to()));
    }

    private static boolean isGivenUp(Period period, OwnSeat seat) {
        return period.placesEnd() != null
                && seat.booking().origin() == Origin.FIXED_PLACE
                && seat.shift().day().isAfter(period.placesEnd());
    }

    private List<Template> places(long memberId, Period period) {
        return places.of(memberId).stream()
                .filter(place -> place.to() == null || !place.to().isBefore(period.from()))
                .map(place -> templates.get(place.templateId()))
                .distinct()
                .toList();
    }
}
