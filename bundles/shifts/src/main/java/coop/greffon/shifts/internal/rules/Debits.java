package coop.greffon.shifts.internal.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The entries that the beginning of a cycle makes. */
public final class Debits {
    private static final String CYCLE = "cycle:";
    private static final Set<AppliedRule> MISSED =
            EnumSet.of(AppliedRule.ABSENT, AppliedRule.ABSENT_TWICE, AppliedRule.MAKE_UP_MISSED);

    private Debits() {}

    /**
     * What fell due up to a day and was not posted: asked again after it was, it is nothing. Each cycle sees the balance at the end of the
     * day before it begins, so that ten days caught up at once come out as ten days one by one.
     *
     * <p>A penalty is given back where a shift recorded since then had met the debit.
     *
     * @param now when it is recorded
     */
    public static List<Entry> due(Worker worker, Timeline rules, LocalDate today, Instant now) {
        List<Entry> posted = new ArrayList<>(returned(worker, rules, now));
        Worker so = worker.with(posted);
        for (LocalDate day : dueDays(worker, rules, today)) {
            if (!so.journal().has(key(day))) {
                List<Entry> entries = of(so, rules, day, now);
                posted.addAll(entries);
                so = so.with(entries);
            }
        }
        return posted;
    }

    /** By the rules in force on each day: rules that change leave no day to both and none to neither. */
    private static List<LocalDate> dueDays(Worker worker, Timeline rules, LocalDate today) {
        List<LocalDate> days = new ArrayList<>();
        List<Timeline.Version> versions = rules.versions();
        for (int i = 0; i < versions.size(); i++) {
            Debit debit = versions.get(i).rules().debit();
            LocalDate from = i == 0
                    ? worker.start()
                    : later(worker.start(), versions.get(i).from());
            LocalDate to = i + 1 < versions.size()
                    ? earlier(today, versions.get(i + 1).from().minusDays(1))
                    : today;
            if (debit != null && !to.isBefore(from)) {
                days.addAll(debit.cycle().dueDays(worker.start(), from, to));
            }
        }
        return days;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    static String key(LocalDate day) {
        return CYCLE + day;
    }

    private static List<Entry> of(Worker worker, Timeline rules, LocalDate day, Instant now) {
        Debit debit = rules.on(day).debit();
        AppliedRule skipped = skipped(worker, rules, day);
        if (skipped != null) {
            return List.of(new Entry(Counter.MAIN, 0, day, now, Cause.CYCLE, key(day), skipped));
        }
        long before = worker.journal().balance(Counter.MAIN, day.minusDays(1));
        AppliedRule rule = rule(worker, rules, day, before);
        long amount = debit.due()
                + (rule == AppliedRule.DEBIT_WITH_PENALTY ? debit.penalty().extra() : 0);
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(Counter.MAIN, -amount, day, now, Cause.CYCLE, key(day), rule));
        if (debit.surplus() != null) {
            entries.addAll(regulated(worker, debit.surplus(), day, before - amount, now));
        }
        return entries;
    }

    private static List<Entry> returned(Worker worker, Timeline rules, Instant now) {
        List<Entry> returned = new ArrayList<>();
        for (Entry entry : worker.journal().entries()) {
            LocalDate day = entry.effectiveOn();
            Debit debit = rules.on(day).debit();
            if (entry.rule() == AppliedRule.DEBIT_WITH_PENALTY
                    && debit != null
                    && debit.penalty() != null
                    && !worker.journal().has(returnedKey(day))
                    && worker.journal().balance(Counter.MAIN, day.minusDays(1))
                            > debit.penalty().atMost()) {
                long extra = -entry.amount() - debit.due();
                AppliedRule rule = AppliedRule.PENALTY_RETURNED;
                returned.add(new Entry(Counter.MAIN, extra, day, now, Cause.CYCLE, returnedKey(day), rule));
            }
        }
        return returned;
    }

    private static String returnedKey(LocalDate day) {
        return key(day) + ":returned";
    }

    private static AppliedRule skipped(Worker worker, Timeline rules, LocalDate day) {
        Set<StatusCode> skippedIn = rules.on(day).debit().skippedIn();
        Leave leave = worker.leave(day).orElse(null);
        if (leave != null && leave.type().pausesDebit()) {
            StatusCode kind = leave.type().mayShop() ? StatusCode.EXEMPT : StatusCode.ON_LEAVE;
            if (skippedIn.contains(kind)) {
                return leave.type().mayShop() ? AppliedRule.SKIPPED_EXEMPT : AppliedRule.SKIPPED_ON_LEAVE;
            }
        }
        StatusCode status = Standings.on(worker, rules, day.minusDays(1)).code();
        if (!skippedIn.contains(status)) {
            return null;
        }
        return switch (status) {
            case STRUCK_OFF -> AppliedRule.SKIPPED_STRUCK_OFF;
            case FROZEN -> AppliedRule.SKIPPED_FROZEN;
            case FORMER -> AppliedRule.SKIPPED_FORMER;
            // A leave that ended the day before: its own day was looked at above.
            default -> null;
        };
    }

    private static AppliedRule rule(Worker worker, Timeline rules, LocalDate day, long before) {
        Debit.Penalty penalty = rules.on(day).debit().penalty();
        if (penalty == null) {
            return before >= rules.on(day).debit().due() ? AppliedRule.DEBIT : AppliedRule.DEBIT_UNMET;
        }
        if (before > penalty.atMost()) {
            return AppliedRule.DEBIT;
        }
        boolean isTaken = penalty.oncePerEpisode() && (isInEpisode(worker, day) || alertRuns(worker, rules, day));
        return isTaken ? AppliedRule.DEBIT_UNMET : AppliedRule.DEBIT_WITH_PENALTY;
    }

    /** Whether the penalty was taken since a debit was met for the last time. */
    private static boolean isInEpisode(Worker worker, LocalDate day) {
        boolean taken = false;
        for (Entry entry : worker.journal().entries()) {
            if (!entry.effectiveOn().isBefore(day)) {
                break;
            }
            if (entry.rule() == AppliedRule.DEBIT || entry.rule() == AppliedRule.PENALTY_RETURNED) {
                taken = false;
            } else if (entry.rule() == AppliedRule.DEBIT_WITH_PENALTY) {
                taken = true;
            }
        }
        return taken;
    }

    private static boolean alertRuns(Worker worker, Timeline rules, LocalDate day) {
        Alert alert = rules.on(day).alert();
        return alert != null && AlertStretch.on(worker, alert, day.minusDays(1)).isPresent();
    }

    /** What becomes of a surplus, and of a debt that savings can pay. */
    private static List<Entry> regulated(Worker worker, Debit.Surplus surplus, LocalDate day, long after, Instant now) {
        String key = key(day) + ":surplus";
        if (after > surplus.kept()) {
            long rest = after - surplus.kept();
            AppliedRule rule = surplus.saved() ? AppliedRule.SURPLUS_SAVED : AppliedRule.SURPLUS_LOST;
            Entry taken = new Entry(Counter.MAIN, -rest, day, now, Cause.REGULATE, key, rule);
            return surplus.saved()
                    ? List.of(taken, new Entry(Counter.SAVINGS, rest, day, now, Cause.REGULATE, key, rule))
                    : List.of(taken);
        }
        long savings = worker.journal().balance(Counter.SAVINGS, day.minusDays(1));
        if (after < 0 && savings > 0 && surplus.saved() && !missedSinceLastCycle(worker, day)) {
            long paid = Math.min(savings, -after);
            AppliedRule rule = AppliedRule.SAVINGS_PAID;
            return List.of(
                    new Entry(Counter.SAVINGS, -paid, day, now, Cause.TRANSFER, key, rule),
                    new Entry(Counter.MAIN, paid, day, now, Cause.TRANSFER, key, rule));
        }
        return List.of();
    }

    private static boolean missedSinceLastCycle(Worker worker, LocalDate day) {
        LocalDate last = worker.journal().entries().stream()
                .filter(entry ->
                        entry.cause() == Cause.CYCLE && entry.effectiveOn().isBefore(day))
                .map(Entry::effectiveOn)
                .reduce((earlier, later) -> later)
                .orElse(worker.start());
        return worker.journal().entries().stream()
                .filter(entry -> !entry.effectiveOn().isBefore(last)
                        && entry.effectiveOn().isBefore(day))
                .anyMatch(entry -> MISSED.contains(entry.rule()));
    }
}
