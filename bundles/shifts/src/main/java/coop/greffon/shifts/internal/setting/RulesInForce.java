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
import coop.greffon.shifts.internal.rules.change.ChosenRules;
import java.time.DayOfWeek;
import java.time.Instant;
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

    /**
     * The rules as they had been chosen until an instant.
     *
     * @param until null for all that is chosen
     */
    public RulesInForce asKnown(Instant until) {
        return until == null ? this : new RulesInForce(settings.asKnown(until));
    }

    /** What was chosen, from a day on. */
    record Chosen(LocalDate from, Written fixed, Written flying, Anchor anchor) {
        Written of(Track track) {
            return track == Track.FLYING ? flying : fixed;
        }

        boolean isAsBefore(Track track, Chosen before) {
            return of(track).equals(before.of(track)) && anchor.equals(before.anchor());
        }
    }

    /** The rules of a track as the settings keep them. */
    private record Written(Preset preset, String changes) {
        static Written of(ChosenRules chosen) {
            return new Written(chosen.preset(), ChangesText.of(chosen.preset(), chosen.changes()));
        }

        ChosenRules read() {
            return new ChosenRules(preset, ChangesText.read(changes, preset));
        }
    }

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

    /** How many people somebody may have asked by name, at once, who have not answered. */
    public int asksOpen(LocalDate day) {
        return settings.on(ShiftSettings.class, day).asksOpen();
    }

    /** How often a day somebody may ask or answer others about seats. */
    public int asksPerDay(LocalDate day) {
        return settings.on(ShiftSettings.class, day).asksPerDay();
    }

    private Anchor anchor(LocalDate day) {
        return chosen(day).anchor();
    }

    /** Since when the rules of a track on a day hold; the first day of all where no others were ever chosen. */
    public LocalDate since(Track track, LocalDate day) {
        LocalDate since = LocalDate.MIN;
        Chosen before = null;
        for (Chosen one : chosen()) {
            if (!one.from().isAfter(day)) {
                since = before == null || one.isAsBefore(track, before) ? since : one.from();
                before = one;
            }
        }
        return since;
    }

    /** Rules that might be chosen. */
    public record Choice(ChosenRules fixed, ChosenRules flying, LocalDate firstWeek, int cycleWeeks) {
        /** Those of a track. */
        public ChosenRules of(Track track) {
            return track == Track.FLYING ? flying : fixed;
        }

        /** The same, with others for a track. */
        public Choice with(Track track, ChosenRules chosen) {
            return track == Track.FLYING
                    ? new Choice(fixed, chosen, firstWeek, cycleWeeks)
                    : new Choice(chosen, flying, firstWeek, cycleWeeks);
        }

        /** From when cycles that are common to all are counted. */
        public CycleCalendar calendar() {
            return new CycleCalendar(List.of(anchor(firstWeek, cycleWeeks)));
        }
    }

    /** What is chosen for a day. */
    public Choice choice(LocalDate day) {
        ShiftSettings values = settings.on(ShiftSettings.class, day);
        return new Choice(fixed(values).read(), flying(values).read(), values.firstWeek(), values.cycleWeeks());
    }

    /** Whether changes are written down for a track that its rules of a day cannot have, so that they do not hold. */
    public boolean isIgnored(Track track, LocalDate day) {
        ShiftSettings values = settings.on(ShiftSettings.class, day);
        Written written = track == Track.FLYING ? flying(values) : fixed(values);
        return !written.changes().isBlank() && written.read().changes().isEmpty();
    }

    private static Written fixed(ShiftSettings values) {
        return new Written(values.fixedRules(), values.fixedChanges());
    }

    private static Written flying(ShiftSettings values) {
        return new Written(values.flyingRules(), values.flyingChanges());
    }

    /** The rules of a track as they would be if something else were chosen from a day on. */
    public Timeline supposing(Track track, Choice choice, LocalDate from) {
        List<Chosen> so = new ArrayList<>(
                chosen().stream().filter(one -> one.from().isBefore(from)).toList());
        so.add(new Chosen(
                from,
                Written.of(choice.fixed()),
                Written.of(choice.flying()),
                anchor(choice.firstWeek(), choice.cycleWeeks())));
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
        return new Chosen(from, fixed(values), flying(values), anchor);
    }

    private static Timeline timeline(List<Chosen> chosen, Track track) {
        return new Timeline(chosen.stream()
                .map(one ->
                        new Version(one.from(), one.of(track).read().rules(new CycleCalendar(List.of(one.anchor())))))
                .toList());
    }
}
