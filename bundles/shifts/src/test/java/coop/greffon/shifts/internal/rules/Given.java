package coop.greffon.shifts.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

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

    /** What was posted by itself. */
    static List<String> debits(Worker worker) {
        return worker.journal().entries().stream()
                .filter(entry -> entry.cause() != Cause.BOOKING && entry.cause() != Cause.OPENING)
                .map(entry -> entry.effectiveOn() + " " + entry.amount() + " " + entry.rule())
                .toList();
    }

    /** A shift, as it is told on another day; told again, otherwise. */
    static Worker told(Worker worker, Timeline rules, String on, Outcome outcome, long value, String recorded) {
        var settled = new Postings.Settled("of-" + on, day(on), new Told(Origin.FREE, outcome, value));
        Worker so = worker.with(Postings.of(worker, rules, settled, at(recorded)));
        Worker repaired = so.with(Debits.due(so, rules, day(recorded), at(recorded)));
        assertThat(Debits.due(repaired, rules, day(recorded), at("2027-01-01")))
                .as("run again")
                .isEmpty();
        return repaired;
    }

    /** L'éléfàn, where what is beyond is saved. */
    static Timeline savings() {
        Rules elefan = Preset.ELEFAN.rules(FOUR_WEEKS);
        Debit debit = elefan.debit();
        return Timeline.of(new Rules(
                elefan.unit(),
                elefan.duty(),
                new Debit(debit.cycle(), debit.due(), null, debit.skippedIn(), new Debit.Surplus(0, true)),
                elefan.outcomes(),
                elefan.alert(),
                elefan.grace(),
                elefan.exit(),
                elefan.freeze(),
                elefan.booking(),
                elefan.attendance(),
                elefan.order(),
                elefan.shopping(),
                elefan.voting()));
    }
}
