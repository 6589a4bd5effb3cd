package coop.greffon.shifts.internal.setting;

import coop.greffon.core.setting.Settings;
import coop.greffon.shifts.internal.rules.CycleCalendar;
import coop.greffon.shifts.internal.rules.CycleCalendar.Anchor;
import coop.greffon.shifts.internal.rules.LeaveRules;
import coop.greffon.shifts.internal.rules.Preset;
import coop.greffon.shifts.internal.rules.Timeline;
import coop.greffon.shifts.internal.rules.Timeline.Version;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.rules.Tracks;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rules of each track, as the co-op's settings gave and give them. */
@Component(service = RulesInForce.class)
public final class RulesInForce {
    private final Settings settings;
    private volatile Known known;

    @Activate
    public RulesInForce(@Reference Settings settings) {
        this.settings = settings;
    }

    /** What was chosen, from a day on. */
    record Chosen(LocalDate from, Preset fixed, Preset flying, Anchor anchor) {}

    private record Known(List<Chosen> chosen, Timeline fixed, Timeline flying) {}

    /**
     * The rules of a track, past, present and to come.
     *
     * @param track whoever is exempt has the rules of a fixed place, and nothing falls due
     */
    public Timeline of(Track track) {
        List<Chosen> chosen = chosen();
        Known so = known;
        if (so == null || !so.chosen().equals(chosen)) {
            so = new Known(chosen, timeline(chosen, Track.FIXED), timeline(chosen, Track.FLYING));
            known = so;
        }
        return track == Track.FLYING ? so.flying() : so.fixed();
    }

    /** The rules of each day of somebody whose track changes. */
    public Timeline of(Tracks tracks) {
        return tracks.timeline(this::of);
    }

    /** How many make-ups a change of team costs on a day. */
    public int teamCost(LocalDate day) {
        return settings.on(ShiftSettings.class, day).teamCost();
    }

    /** The week of the cycle of a day, from 1, as the co-op counts them then. */
    public int week(LocalDate day) {
        return CycleCalendar.of(anchor(day).monday(), anchor(day).weeks()).week(day);
    }

    /** How many weeks a cycle has on a day. */
    public int weeks(LocalDate day) {
        return anchor(day).weeks();
    }

    /** How many days ahead the shifts are written down. */
    public int daysAhead(LocalDate day) {
        return settings.on(ShiftSettings.class, day).daysAhead();
    }

    /** How many hours after its end a sheet nobody closed is closed by itself; zero for never. */
    public int sheetHours(LocalDate day) {
        return settings.on(ShiftSettings.class, day).sheetHours();
    }

    /** How many days before a shift its people are reminded; zero for not at all. */
    public int remindDays(LocalDate day) {
        return settings.on(ShiftSettings.class, day).remindDays();
    }

    /** What is asked for the leaves that begin on a day. */
    public LeaveRules leaves(LocalDate day) {
        return settings.on(ShiftSettings.class, day).leaveRules();
    }

    /** How often in a year somebody may be given a shift of the pool; zero where the co-op has none. */
    public int poolPerYear(LocalDate day) {
        return settings.on(ShiftSettings.class, day).poolPerYear();
    }

    /** For how many days a seat is kept for whoever chose the same one a cycle earlier; zero for not at all. */
    public int holdDays(LocalDate day) {
        return settings.on(ShiftSettings.class, day).holdDays();
    }

    private Anchor anchor(LocalDate day) {
        return chosen(day).anchor();
    }

    /** Since when the rules of a day hold; the first day of all where none were ever chosen. */
    public LocalDate since(LocalDate day) {
        return settings.changes(ShiftSettings.class).stream()
                .filter(change -> !change.isAfter(day))
                .reduce(LocalDate.MIN, (earlier, later) -> later);
    }

    /** Rules that might be chosen. */
    public record Choice(Preset fixed, Preset flying, LocalDate firstWeek, int cycleWeeks) {}

    /** What is chosen for a day. */
    public Choice choice(LocalDate day) {
        ShiftSettings values = settings.on(ShiftSettings.class, day);
        return new Choice(values.fixedRules(), values.flyingRules(), values.firstWeek(), values.cycleWeeks());
    }

    /** The rules of a track as they would be if something else were chosen from a day on. */
    public Timeline supposing(Track track, Choice choice, LocalDate from) {
        List<Chosen> so = new ArrayList<>(
                chosen().stream().filter(one -> one.from().isBefore(from)).toList());
        so.add(new Chosen(from, choice.fixed(), choice.flying(), anchor(choice.firstWeek(), choice.cycleWeeks())));
        return timeline(so, track);
    }

    private static Anchor anchor(LocalDate firstWeek, int weeks) {
        return new Anchor(firstWeek.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), weeks);
    }

    private List<Chosen> chosen() {
        List<Chosen> chosen = new ArrayList<>();
        chosen.add(chosen(LocalDate.MIN));
        settings.changes(ShiftSettings.class).forEach(day -> chosen.add(chosen(day)));
        return chosen;
    }

    private Chosen chosen(LocalDate from) {
        ShiftSettings values = settings.on(ShiftSettings.class, from);
        Anchor anchor = anchor(values.firstWeek(), values.cycleWeeks());
        return new Chosen(from, values.fixedRules(), values.flyingRules(), anchor);
    }

    private static Timeline timeline(List<Chosen> chosen, Track track) {
        return new Timeline(chosen.stream()
                .map(one -> new Version(
                        one.from(),
                        (track == Track.FLYING ? one.flying() : one.fixed())
                                .rules(new CycleCalendar(List.of(one.anchor())))))
                .toList());
    }
}
