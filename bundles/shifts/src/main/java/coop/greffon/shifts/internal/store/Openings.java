package coop.greffon.shifts.internal.store;

import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.members.Member;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.rules.AppliedRule;
import coop.greffon.shifts.internal.rules.Cause;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Cycle;
import coop.greffon.shifts.internal.rules.Debit;
import coop.greffon.shifts.internal.rules.Debits;
import coop.greffon.shifts.internal.rules.Entry;
import coop.greffon.shifts.internal.rules.Journal;
import coop.greffon.shifts.internal.rules.Timeline;
import coop.greffon.shifts.internal.rules.Unit;
import coop.greffon.shifts.internal.rules.Worker;
import coop.greffon.shifts.internal.setting.RulesInForce;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Brings people's balances along from another program: once for each counter, before anything else on it. */
@Component(service = Openings.class)
public final class Openings {
    /** No balance is more: 1,000 shifts, or as many minutes as they have hundredths. */
    private static final long MOST = 100_000;

    private final JpaTemplate jpa;
    private final Members members;
    private final JpaWorkers workers;
    private final WorkerChanges changes;
    private final WorkJournal journal;
    private final RulesInForce rules;
    private final Clock clock;

    @Activate
    public Openings(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference Members members,
            @Reference JpaWorkers workers,
            @Reference WorkerChanges changes,
            @Reference WorkJournal journal,
            @Reference RulesInForce rules,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.members = members;
        this.workers = workers;
        this.changes = changes;
        this.journal = journal;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param start from when somebody works who did not work before; null where they did
     * @param posted the balances that were brought along, in the unit of the rules
     */
    public record Done(LocalDate start, Map<Counter, Long> posted) {
        public Done {
            posted = Map.copyOf(posted);
        }
    }

    /**
     * Enrols whoever does not work yet, and brings their balances along, in the caller's transaction or one of its own. Asked again for the
     * same, nothing changes; a counter that stands so already is left as it is.
     *
     * @throws InvalidInput where a field cannot be accepted, another balance was brought along before, or the counter has a past
     * @throws Refused where they are no member of the co-op, or it is about whoever asks
     * @throws NotFound where there is nobody of that id
     */
    public Done bring(long memberId, OpeningDraft draft, Actor by) {
        changes.requireNear("on", draft.on());
        long id = members.get(memberId).id();
        return jpa.txExpr(TransactionType.Required, em -> {
            Map<Counter, Long> posted = new EnumMap<>(Counter.class);
            if (WorkerChanges.find(em, id).isPresent()) {
                changes.change(id, by, (inside, row) -> {
                    requireTrack(row.enrolment(), draft);
                    posted.putAll(
                            post(row, changes.facts(inside, row, null).worker().journal(), draft, by));
                });
                return new Done(null, posted);
            }
            var enrolment = new EnrolmentDraft(draft.track(), start(draft));
            changes.requireNear("start", draft.begin());
            Member member = workers.requireMember(id, enrolment, by);
            changes.requireWithinRules(draft.track(), draft.on().equals(draft.begin()) ? "start" : "on", draft.on());
            workers.add(
                    em,
                    member.id(),
                    enrolment,
                    by,
                    (inside, row) -> posted.putAll(post(row, Journal.EMPTY, draft, by)));
            return new Done(enrolment.start(), posted);
        });
    }

    /**
     * From when somebody works: what fell due before the balance is in it. Whoever has cycles of their own keeps them, and so begins on the
     * last of their days.
     */
    private LocalDate start(OpeningDraft draft) {
        if (!draft.on().isAfter(draft.begin())) {
            return draft.begin();
        }
        Timeline timeline = rules.of(draft.track());
        Debit debit = timeline.on(draft.on()).debit();
        if (debit == null || !(debit.cycle() instanceof Cycle.SinceStart)) {
            return draft.on();
        }
        List<LocalDate> due = debit.cycle().dueDays(draft.begin(), draft.begin(), draft.on());
        LocalDate start = due.isEmpty() ? draft.begin() : due.get(due.size() - 1);
        if (start.isBefore(draft.on())
                && !Debits.due(Worker.from(start), timeline, draft.on().minusDays(1), clock.instant())
                        .isEmpty()) {
            // Other rules held in between, by which something fell due that is in the balance.
            throw new InvalidInput(FieldError.of("start", draft.begin(), Text.of("shifts.opening.rules", draft.on())));
        }
        return start;
    }

    private static void requireTrack(Enrolment there, OpeningDraft draft) {
        if (there.track() != draft.track()) {
            throw new InvalidInput(FieldError.of(
                    "track",
                    draft.track(),
                    Text.of("shifts.opening.track", there.start(), Text.of("shifts.track." + there.track()))));
        }
    }

    private Map<Counter, Long> post(StoredWorker row, Journal before, OpeningDraft draft, Actor by) {
        Unit unit = changes.timeline(row).on(draft.on()).unit();
        Map<Counter, Long> posted = new EnumMap<>(Counter.class);
        List<FieldError> errors = new ArrayList<>();
        draft.amounts().forEach((counter, amount) -> {
            Optional<Text> fault = fault(before, counter, amount, draft.on(), unit);
            if (fault.isPresent()) {
                errors.add(FieldError.of(field(counter), unit.shown(amount).toPlainString(), fault.get()));
            } else if (before.balance(counter, draft.on()) != amount
                    && opening(before, counter).isEmpty()) {
                posted.put(counter, amount);
            }
        });
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        journal.post(
                row.id(),
                posted.entrySet().stream()
                        .map(one -> entry(one.getKey(), one.getValue(), draft.on()))
                        .toList(),
                by,
                null);
        record(row, posted, unit, draft.on(), by);
        return posted;
    }

    /** Why a balance cannot be brought along; empty where it can, or is there already. */
    private static Optional<Text> fault(Journal before, Counter counter, long amount, LocalDate on, Unit unit) {
        if (Math.abs(amount) > MOST) {
            return Optional.of(Text.of("shifts.opening.most", unit.shown(MOST)));
        }
        Optional<Entry> opening = opening(before, counter);
        boolean isThere = opening.filter(
                        entry -> entry.amount() == amount && entry.effectiveOn().equals(on))
                .isPresent();
        long balance = before.balance(counter, on);
        if (isThere || balance == amount) {
            return Optional.empty();
        }
        if (opening.isPresent()) {
            return Optional.of(Text.of(
                    "shifts.opening.other",
                    unit.shown(opening.get().amount()),
                    opening.get().effectiveOn()));
        }
        boolean hasPast = before.entries().stream()
                .filter(entry -> entry.counter() == counter)
                .anyMatch(entry -> entry.effectiveOn().isBefore(on)
                        || entry.effectiveOn().equals(on) && entry.cause() != Cause.CYCLE);
        return hasPast ? Optional.of(Text.of("shifts.opening.past", on, unit.shown(balance))) : Optional.empty();
    }

    private static Optional<Entry> opening(Journal before, Counter counter) {
        return before.entries().stream()
                .filter(entry -> entry.causeKey().equals(causeKey(counter)))
                .findFirst();
    }

    private Entry entry(Counter counter, long amount, LocalDate on) {
        return new Entry(
                counter,
                amount,
                on,
                clock.instant(),
                Cause.OPENING,
                causeKey(counter),
                AppliedRule.BROUGHT_ALONG,
                null);
    }

    private static String causeKey(Counter counter) {
        return "opening:" + field(counter);
    }

    private static String field(Counter counter) {
        return counter.name().toLowerCase(Locale.ROOT);
    }

    private void record(StoredWorker row, Map<Counter, Long> posted, Unit unit, LocalDate on, Actor by) {
        if (posted.isEmpty()) {
            return;
        }
        List<FieldChange> fields = new ArrayList<>();
        posted.forEach((counter, amount) -> fields.add(
                new FieldChange(counter.name(), null, unit.shown(amount).toPlainString())));
        fields.add(new FieldChange("on", null, on.toString()));
        changes.record(
                row.enrolment().memberId(), "shifts.audit.brought-along", by, fields.toArray(FieldChange[]::new));
    }
}
