package coop.greffon.shifts.internal.store;

import coop.greffon.shifts.internal.rules.AlertForecast;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Standing;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.rules.Tracks;
import coop.greffon.shifts.internal.rules.Unit;
import coop.greffon.shifts.internal.rules.Worker;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where somebody stands with their shifts, and all it follows from.
 *
 * @param enrolment with the track of that day
 * @param tracks how they work in the course of time
 * @param on the day it tells of
 * @param worker as known then
 * @param forecast when the next alert begins, as of that day
 * @param posted the entries up to that day, the oldest first
 * @param periods leaves, graces and what was decided, the newest first
 */
public record WorkAccount(
        Enrolment enrolment,
        Tracks tracks,
        LocalDate on,
        Unit unit,
        Worker worker,
        Standing standing,
        AlertForecast forecast,
        List<Posted> posted,
        List<Period> periods) {
    /**
     * An entry and what was on its counter after it.
     *
     * @param balance in the unit of the rules
     */
    public record Line(Posted posted, long balance) {}

    /**
     * What somebody who acts on it is told: what was written about whose account it is, is theirs, and so is the leave that somebody asked for.
     *
     * @param reader the member who reads
     */
    public WorkAccount seenBy(long reader) {
        long accountOf = enrolment.memberId();
        List<Posted> told = reader == accountOf
                ? posted
                : posted.stream().map(Posted::withoutNote).toList();
        List<Period> seen =
                periods.stream().map(period -> period.seenBy(reader, accountOf)).toList();
        return new WorkAccount(enrolment, tracks, on, unit, worker, standing, forecast, told, seen);
    }

    /**
     * When the next alert of whoever flies begins; empty as of another day than today: what was booked on a past one is not known any more,
     * and what falls due until one to come is not written down.
     */
    public Optional<AlertForecast> outlook(LocalDate today) {
        boolean isAsked = enrolment.track() == Track.FLYING && on.equals(today);
        return isAsked ? Optional.of(forecast) : Optional.empty();
    }

    /** The entries with their running balances, the oldest first. */
    public List<Line> lines() {
        Map<Counter, Long> balances = new EnumMap<>(Counter.class);
        return posted.stream()
                .map(one -> new Line(
                        one, balances.merge(one.entry().counter(), one.entry().amount(), Long::sum)))
                .toList();
    }
}
