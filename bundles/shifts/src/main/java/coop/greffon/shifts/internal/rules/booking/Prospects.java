package coop.greffon.shifts.internal.rules.booking;

import coop.greffon.shifts.internal.rules.AlertForecast;
import coop.greffon.shifts.internal.rules.BookedShift;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Debits;
import coop.greffon.shifts.internal.rules.Entry.Told;
import coop.greffon.shifts.internal.rules.Outcome;
import coop.greffon.shifts.internal.rules.Postings;
import coop.greffon.shifts.internal.rules.Standings;
import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.rules.Timeline;
import coop.greffon.shifts.internal.rules.Unit;
import coop.greffon.shifts.internal.rules.Worker;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What would become of somebody by what they do about a shift they have a seat on, if nothing else happens until then. */
public final class Prospects {
    private final Worker without;
    private final Timeline rules;
    private final BookedShift shift;
    private final LocalDate today;

    /**
     * @param worker with the shift among those booked
     * @param shift the one it is about
     */
    public Prospects(Worker worker, Timeline rules, BookedShift shift, LocalDate today) {
        this.without = without(worker, shift);
        this.rules = rules;
        this.shift = shift;
        this.today = today;
    }

    /**
     * Where they would stand on the evening of the shift.
     *
     * @param main what would be on the main counter
     * @param compensation what would be on that of the compensations
     * @param standing how they would stand
     * @param forecast when the next alert would begin, as seen today
     */
    public record Prospect(long main, long compensation, StatusCode standing, AlertForecast forecast) {}

    private static Worker without(Worker worker, BookedShift shift) {
        List<BookedShift> others = new ArrayList<>(worker.booked());
        others.stream()
                .filter(booked -> booked.on().equals(shift.on()) && booked.origin() == shift.origin())
                .findFirst()
                .ifPresent(others::remove);
        return new Worker(worker.start(), worker.journal(), worker.leaves(), worker.graces(), worker.flags(), others);
    }

    /** If they come. */
    public Prospect coming() {
        return prospect(without.with(shift), told(Outcome.ATTENDED));
    }

    /** If somebody else comes, or nobody asks them to. */
    public Prospect without() {
        return prospect(without, without);
    }

    /** If they are absent. */
    public Prospect absent(Outcome outcome) {
        Worker absent = told(outcome);
        return prospect(absent, absent);
    }

    /** What an amount counts. */
    public Unit unit() {
        return rules.on(shift.on()).unit();
    }

    private Worker told(Outcome outcome) {
        Worker due = due(without);
        var settled = new Postings.Settled("prospect", shift.on(), new Told(shift.origin(), outcome, shift.value()));
        return due.with(Postings.of(due, rules, settled, Instant.MAX));
    }

    private Worker due(Worker worker) {
        return worker.with(Debits.due(worker, rules, shift.on(), Instant.EPOCH));
    }

    private Prospect prospect(Worker booked, Worker told) {
        Worker then = due(told);
        return new Prospect(
                then.journal().balance(Counter.MAIN, shift.on()),
                then.journal().balance(Counter.COMPENSATION, shift.on()),
                Standings.on(then, rules, shift.on()).code(),
                AlertForecast.of(booked, rules, today));
    }
}
