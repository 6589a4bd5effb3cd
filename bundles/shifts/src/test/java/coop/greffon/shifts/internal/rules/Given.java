package coop.greffon.shifts.internal.rules;

import coop.greffon.shifts.internal.rules.Entry.Told;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** What the tests of the rules begin with. */
final class Given {
    /** The Monday from which La Louve counts. */
    static final CycleCalendar FOUR_WEEKS = CycleCalendar.of(LocalDate.of(2015, 12, 28), 4);

    private Given() {}

    static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    static Instant at(String iso) {
        return day(iso).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    static Timeline rules(Preset preset) {
        return Timeline.of(preset.rules(FOUR_WEEKS));
    }

    /** A balance brought along. */
    static Worker balance(String start, long main, long compensation) {
        return Worker.from(day(start))
                .with(List.of(opening(Counter.MAIN, main, start), opening(Counter.COMPENSATION, compensation, start)));
    }

    private static Entry opening(Counter counter, long amount, String on) {
        String key = "opening:" + counter;
        return Entry.of(counter, amount, day(on), at(on), Cause.OPENING, key, AppliedRule.BROUGHT_ALONG);
    }

    /** The worker after a shift and its outcome, recorded on that day. */
    static Worker settled(Worker worker, Preset preset, String on, Origin origin, Outcome outcome, long value) {
        var settled = new Postings.Settled("of-" + on, day(on), new Told(origin, outcome, value));
        return worker.with(Postings.of(worker, rules(preset), settled, at(on)));
    }

    /** The worker when everything due up to a day was posted. */
    static Worker debited(Worker worker, Preset preset, String until) {
        return worker.with(Debits.due(worker, rules(preset), day(until), at(until)));
    }

    static StatusCode status(Worker worker, Preset preset, String on) {
        return Standings.on(worker, rules(preset), day(on)).code();
    }
}
