package coop.greffon.shifts.internal.store;

import coop.greffon.shifts.internal.rules.AlertForecast;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Standings;
import coop.greffon.shifts.internal.rules.Timeline;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.rules.Worker;
import coop.greffon.shifts.internal.store.WorkerReader.Facts;
import java.time.LocalDate;
import java.util.Comparator;

/** What the rules make of what is written down. */
final class Accounting {
    private Accounting() {}

    static WorkAccount of(Facts facts, Enrolment enrolment, Timeline rules, LocalDate on) {
        return new WorkAccount(
                on(enrolment, facts.tracks().on(on)),
                facts.tracks(),
                on,
                rules.on(on).unit(),
                facts.worker(),
                Standings.on(facts.worker(), rules, on),
                AlertForecast.of(facts.worker(), rules, on),
                facts.posted().stream()
                        .filter(posted -> !posted.entry().effectiveOn().isAfter(on))
                        .sorted(Comparator.comparing(posted -> posted.entry().effectiveOn()))
                        .toList(),
                facts.periods());
    }

    private static Enrolment on(Enrolment now, Track then) {
        return then == null ? now : new Enrolment(now.id(), now.memberId(), then, now.start(), now.first());
    }

    static void refresh(StoredWorker row, Facts facts, Timeline rules, LocalDate today) {
        Worker worker = facts.worker();
        row.works(facts.tracks().on(today));
        boolean isFlying = facts.tracks().on(today) == Track.FLYING;
        row.stands(
                Standings.on(worker, rules, today),
                worker.journal().balance(Counter.MAIN, today),
                isFlying ? AlertForecast.of(worker, rules, today) : null,
                today);
    }
}
