package coop.greffon.shifts.internal.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The entries that the beginning of a cycle makes. */
public final class Debits {
    private static final String CYCLE = "cycle:";
    private static final Set<StatusCode> HIDING =
            EnumSet.of(StatusCode.ON_LEAVE, StatusCode.EXEMPT, StatusCode.FORMER, StatusCode.BLOCKED);

    private static final Set<AppliedRule> BEGINNING_EPISODE =
            EnumSet.of(AppliedRule.DEBIT_WITH_PENALTY, AppliedRule.PENALTY_RESTORED);
    private static final Set<AppliedRule> ENDING_EPISODE =
            EnumSet.of(AppliedRule.DEBIT, AppliedRule.PENALTY_RETURNED, AppliedRule.PENALTY_SPARED);

    private Debits() {}

    /**
     * What fell due up to a day and was not posted: asked again after it was, it is nothing. Each cycle sees the balance at the end of the
     * day before it begins, so that ten days caught up at once come out as ten days one by one.
     *
     * <p>What is recorded of days before a debit repairs it: a penalty is given back where the debit had been met, or an alert had begun; what was
     * lost or saved of a surplus is counted again.
     *
     * @param now when it is recorded
     */
    public static List<Entry> due(Worker worker, Timeline rules, LocalDate today, Instant now) {
        List<Entry> posted = new ArrayList<>(repaired(worker, rules, now));
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
                days.addAll(rules.dueDays(worker, versions.get(i).from(), from, to));
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
        long before = worker.journal().balance(Counter.MAIN, day.minusDays(1));
        AppliedRule rule = skipped == null ? rule(worker, rules, day, before) : skipped;
        long amount = skipped == null ? debit.due() : 0;
        amount += rule == AppliedRule.DEBIT_WITH_PENALTY ? debit.penalty().extra() : 0;
        List<Entry> entries = new ArrayList<>();
        entries.add(Entry.of(Counter.MAIN, -amount, day, now, Cause.CYCLE, key(day), rule));
        if (debit.surplus() != null) {
            entries.addAll(Surpluses.of(worker, debit.surplus(), day, before - amount, now));
        }
        return entries;
    }

    /** The earliest debit first: what is repaired there is found by the next one. */
    private static List<Entry> repaired(Worker worker, Timeline rules, Instant now) {
        List<Entry> repaired = new ArrayList<>();
        Worker so = worker;
        for (Entry entry : worker.journal().entries()) {
            Debit debit =
                    entry.cause() == Cause.CYCLE ? rules.on(entry.effectiveOn()).debit() : null;
            if (debit != null && entry.causeKey().equals(key(entry.effectiveOn()))) {
                List<Entry> returned = returned(so, rules, debit, entry, now);
                so = so.with(returned);
                Debit takenBy = rules.takenBy(entry);
                List<Entry> recounted = takenBy != null && Objects.equals(takenBy.surplus(), debit.surplus())
                        ? Surpluses.recounted(so, debit.surplus(), entry, now)
                        : List.of();
                so = so.with(recounted);
                repaired.addAll(returned);
                repaired.addAll(recounted);
            }
        }
        return repaired;
    }

    private static List<Entry> returned(Worker worker, Timeline rules, Debit debit, Entry taken, Instant now) {
        LocalDate day = taken.effectiveOn();
        // A penalty chosen in the course of that day is not the one that was taken.
        if (taken.rule() != AppliedRule.DEBIT_WITH_PENALTY
                || debit.penalty() == null
                || !isSamePenalty(rules.takenBy(taken), debit)) {
            return List.of();
        }
        List<Entry> before = worker.journal().entries().stream()
                .filter(entry -> entry.causeKey().startsWith(returnedKey(day)))
                .toList();
        boolean isReturned = !before.isEmpty() && before.get(before.size() - 1).rule() != AppliedRule.PENALTY_RESTORED;
        long extra = -taken.amount() - debit.due();
        boolean isMet = worker.journal().balance(Counter.MAIN, day.minusDays(1))
                > debit.penalty().atMost();
        boolean isSpared = debit.penalty().oncePerEpisode()
                && worker.journal().isOvertaken(taken)
                && alertRuns(worker, rules, day);
        String key = before.isEmpty() ? returnedKey(day) : returnedKey(day) + "/" + (before.size() + 1);
        if (!isMet && !isSpared) {
            // What had it given back was told by mistake.
            return isReturned ? List.of(penalty(-extra, day, now, key, AppliedRule.PENALTY_RESTORED)) : List.of();
        }
        AppliedRule rule = isMet ? AppliedRule.PENALTY_RETURNED : AppliedRule.PENALTY_SPARED;
        return isReturned ? List.of() : List.of(penalty(extra, day, now, key, rule));
    }

    private static boolean isSamePenalty(Debit one, Debit other) {
        return one != null && one.due() == other.due() && Objects.equals(one.penalty(), other.penalty());
    }

    private static Entry penalty(long amount, LocalDate day, Instant now, String key, AppliedRule rule) {
        return Entry.of(Counter.MAIN, amount, day, now, Cause.CYCLE, key, rule);
    }

    private static String returnedKey(LocalDate day) {
        return key(day) + ":returned";
    }

    private static AppliedRule skipped(Worker worker, Timeline rules, LocalDate day) {
        Set<StatusCode> skippedIn = rules.on(day).debit().skippedIn();
        for (Leave leave : worker.leaves()) {
            StatusCode kind = leave.type().mayShop() ? StatusCode.EXEMPT : StatusCode.ON_LEAVE;
            if (leave.covers(day) && leave.type().pausesDebit() && skippedIn.contains(kind)) {
                return kind == StatusCode.EXEMPT ? AppliedRule.SKIPPED_EXEMPT : AppliedRule.SKIPPED_ON_LEAVE;
            }
        }
        if (skippedIn.contains(StatusCode.FORMER)
                && worker.flag(StatusCode.FORMER, day).isPresent()) {
            return AppliedRule.SKIPPED_FORMER;
        }
        // A leave that ended the evening before hides neither that somebody is out nor that they are frozen.
        return Standings.on(worker, rules, day.minusDays(1)).reasons().stream()
                .map(Standing.Reason::code)
                .filter(code -> !HIDING.contains(code))
                .findFirst()
                .filter(skippedIn::contains)
                .map(code -> code == StatusCode.FROZEN ? AppliedRule.SKIPPED_FROZEN : AppliedRule.SKIPPED_STRUCK_OFF)
                .orElse(null);
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
            if (ENDING_EPISODE.contains(entry.rule())) {
                taken = false;
            } else if (BEGINNING_EPISODE.contains(entry.rule())) {
                taken = true;
            }
        }
        return taken;
    }

    private static boolean alertRuns(Worker worker, Timeline rules, LocalDate day) {
        return rules.on(day.minusDays(1)).alert() != null
                && AlertStretch.on(worker, rules, day.minusDays(1)).isPresent();
    }
}
