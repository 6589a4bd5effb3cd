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
                enrolment,
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

    static void refresh(StoredWorker row, Worker worker, Timeline rules, LocalDate today) {
        boolean isFlying = row.enrolment().track() == Track.FLYING;
        row.stands(
                Standings.on(worker, rules, today),
                worker.journal().balance(Counter.MAIN, today),
                isFlying ? AlertForecast.of(worker, rules, today) : null,
                today);
    }
}
