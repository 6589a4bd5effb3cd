package coop.greffon.shifts.internal.shell;

import coop.greffon.core.console.Listing;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.shifts.internal.rules.CycleCalendar;
import coop.greffon.shifts.internal.rules.Preset;
import coop.greffon.shifts.internal.rules.Rules;
import coop.greffon.shifts.internal.rules.Simulation;
import coop.greffon.shifts.internal.rules.Simulation.Event;
import coop.greffon.shifts.internal.rules.Timeline;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.rules.Worker;
import coop.greffon.shifts.internal.setting.RulesInForce;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Shows what some rules make of somebody, before anybody lives by them. */
@Service
@Command(scope = "shifts", name = "simulate", description = "Shows day after day what some rules make of somebody")
public final class SimulateCommand extends ShiftsAction {
    private static final int LONGEST_YEARS = 10;

    @Argument(
            index = 0,
            name = "rules",
            required = true,
            description = "Whose rules, such as bees-flying; fixed or flying for those that hold here")
    @Completion(
            value = StringsCompleter.class,
            values = {
                "fixed",
                "flying",
                "bees-regular",
                "bees-flying",
                "macavrac",
                "louve-abcd",
                "louve-ftop",
                "elefan",
                "supercoop",
                "garden"
            })
    private String preset;

    @Argument(
            index = 1,
            name = "events",
            multiValued = true,
            description = "What happens, such as attended:2027-02-05, absent:2027-03-05 or leave:2027-07-01:2027-08-15")
    private List<String> events;

    @Option(name = "--start", description = "The day somebody begins, today where none is given")
    private String start;

    @Option(name = "--until", description = "The last day, a year later where none is given")
    private String until;

    @Option(
            name = "--monday",
            description =
                    "A Monday on which the cycle of four weeks begins, that of the start where none is given; the rules that"
                            + " hold here know their own")
    private String monday;

    @Option(name = "--output", description = "table, json or csv")
    @Completion(
            value = StringsCompleter.class,
            values = {Listing.TABLE, Listing.JSON, Listing.CSV})
    private String output = Listing.TABLE;

    @Reference
    private Clock clock;

    @Reference
    private RulesInForce inForce;

    @Override
    void run() {
        LocalDate first = start == null ? LocalDate.now(clock) : TypedEvent.day("--start", start);
        LocalDate last = until == null ? first.plusYears(1) : TypedEvent.day("--until", until);
        if (last.isBefore(first) || last.isAfter(first.plusYears(LONGEST_YEARS))) {
            throw new InvalidInput(FieldError.of(
                    "--until", last, Text.of("shifts.console.until", first, first.plusYears(LONGEST_YEARS))));
        }
        Timeline timeline = timeline(first);
        Rules rules = timeline.on(first);
        List<Event> told = told(rules, first, last);
        var listing = new Listing(
                "day", "rule", "amount", "main", "compensation", "savings", "status", "until", "shops", "next-alert");
        Simulation.of(Worker.from(first), timeline, told, last)
                .forEach(line -> listing.row(
                        line.on(),
                        line.rule(),
                        rules.unit().shown(line.amount()),
                        rules.unit().shown(line.main()),
                        rules.unit().shown(line.compensation()),
                        rules.unit().shown(line.savings()),
                        line.standing().code(),
                        line.standing().until(),
                        line.standing().mayShop(),
                        line.nextAlert()));
        listing.print(System.out, output);
    }

    /** Those that hold here, as they changed and will; or a set as it is. */
    private Timeline timeline(LocalDate first) {
        return switch (preset) {
            case "fixed" -> inForce.of(Track.FIXED);
            case "flying" -> inForce.of(Track.FLYING);
            default -> Timeline.of(preset().rules(CycleCalendar.of(monday(first), 4)));
        };
    }

    private List<Event> told(Rules rules, LocalDate first, LocalDate last) {
        List<Event> told = new ArrayList<>();
        for (String typed : events == null ? List.<String>of() : events) {
            Event event = TypedEvent.of(typed, rules);
            if (event.on().isBefore(first) || event.on().isAfter(last)) {
                throw new InvalidInput(FieldError.of("events", typed, Text.of("shifts.console.until", first, last)));
            }
            told.add(event);
        }
        return told;
    }

    private Preset preset() {
        return Arrays.stream(Preset.values())
                .filter(one -> one.id().equals(preset))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(FieldError.of(
                        "rules",
                        preset,
                        Text.of(
                                "shifts.console.rules",
                                Stream.concat(
                                                Stream.of("fixed", "flying"),
                                                Arrays.stream(Preset.values()).map(Preset::id))
                                        .collect(Collectors.joining(", "))))));
    }

    private LocalDate monday(LocalDate first) {
        if (monday == null) {
            return first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }
        LocalDate typed = TypedEvent.day("--monday", monday);
        if (typed.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new InvalidInput(FieldError.of("--monday", typed, Text.of("shifts.console.monday")));
        }
        return typed;
    }
}
