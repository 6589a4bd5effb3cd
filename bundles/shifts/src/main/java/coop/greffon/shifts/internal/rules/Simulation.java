package coop.greffon.shifts.internal.rules;

import coop.greffon.shifts.internal.rules.Entry.Told;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What becomes of somebody day after day, by some rules and with some events: the rules explained by an example. */
public final class Simulation {
    private final Timeline rules;
    private final List<Line> lines = new ArrayList<>();
    private Worker worker;
    private Standing standing;

    private Simulation(Worker worker, Timeline rules) {
        this.worker = worker;
        this.rules = rules;
    }

    /** Something that happens. */
    public sealed interface Event {
        LocalDate on();
    }

    /** A shift and its outcome. */
    public record Shift(LocalDate on, Origin origin, Outcome outcome, long value) implements Event {}

    /** A grace, from a day to another. */
    public record Granted(LocalDate on, LocalDate to) implements Event {}

    /** A leave, from a day to another. */
    public record Away(LocalDate on, LocalDate to, LeaveType type) implements Event {}

    /**
     * A day on which something was posted or the standing changed.
     *
     * @param rule null where only the standing changed
     * @param main what is on the main counter at its end
     * @param nextAlert when the next alert begins if nothing is done, null where none does or one runs
     */
    public record Line(
            LocalDate on,
            AppliedRule rule,
            long amount,
            long main,
            long compensation,
            long savings,
            Standing standing,
            LocalDate nextAlert) {}

    /** From the day somebody begins to the last one. */
    public static List<Line> of(Worker worker, Timeline rules, List<Event> events, LocalDate until) {
        var simulation = new Simulation(worker, rules);
        List<Event> inOrder =
                events.stream().sorted(Comparator.comparing(Event::on)).toList();
        for (LocalDate day = worker.start(); !day.isAfter(until); day = day.plusDays(1)) {
            LocalDate today = day;
            simulation.day(
                    today,
                    inOrder.stream().filter(event -> event.on().equals(today)).toList());
        }
        return List.copyOf(simulation.lines);
    }

    private void day(LocalDate day, List<Event> events) {
        Instant now = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        List<Entry> entries = new ArrayList<>();
        // What is decided for a day holds for its debit as well.
        events.forEach(this::take);
        entries.addAll(post(Debits.due(worker, rules, day, now)));
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof Shift shift) {
                var told = new Told(shift.origin(), shift.outcome(), shift.value());
                entries.addAll(post(Postings.of(worker, rules, new Postings.Settled(day + "-" + i, day, told), now)));
            }
        }
        Standing then = Standings.on(worker, rules, day);
        entries.forEach(entry -> lines.add(line(day, entry.rule(), entry.amount(), then)));
        if (entries.isEmpty() && (standing == null || standing.code() != then.code())) {
            lines.add(line(day, null, 0, then));
        }
        standing = then;
    }

    private void take(Event event) {
        Instant now = event.on().atStartOfDay().toInstant(ZoneOffset.UTC);
        if (event instanceof Granted granted) {
            worker = worker.with(new Grace(granted.on(), granted.to(), now));
        } else if (event instanceof Away away) {
            worker = worker.with(new Leave(away.type(), away.on(), away.to(), now));
        }
    }

    private List<Entry> post(List<Entry> entries) {
        worker = worker.with(entries);
        return entries;
    }

    private Line line(LocalDate day, AppliedRule rule, long amount, Standing then) {
        return new Line(
                day,
                rule,
                amount,
                worker.journal().balance(Counter.MAIN, day),
                worker.journal().balance(Counter.COMPENSATION, day),
                worker.journal().balance(Counter.SAVINGS, day),
                then,
                AlertForecast.of(worker, rules, day).ifNothing().orElse(null));
    }
}
