package coop.greffon.shifts.internal.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * How somebody works in the course of time: each day has the track in force on it.
 *
 * @param stretches in the order of their days, one at least
 */
public record Tracks(List<Stretch> stretches) {
    /**
     * A track from a day on.
     *
     * @param track null where they no longer work
     */
    public record Stretch(Track track, LocalDate from, Instant recordedAt) implements Recorded {}

    public Tracks {
        stretches =
                stretches.stream().sorted(Comparator.comparing(Stretch::from)).toList();
        if (stretches.isEmpty()) {
            throw new IllegalArgumentException("nobody works on no track at all");
        }
    }

    /** One that never changed. */
    public static Tracks of(Track track, LocalDate start) {
        return new Tracks(List.of(new Stretch(track, start, Instant.MIN)));
    }

    /** The day from which something was due for the first time. */
    public LocalDate start() {
        return stretches.get(0).from();
    }

    /** The last one that was noted, whatever day it is of. */
    public Stretch last() {
        return stretches.get(stretches.size() - 1);
    }

    /** The track of a day, of a day before the first one that of the first; null where they no longer work. */
    public Track on(LocalDate day) {
        return stretch(day).track();
    }

    /** The stretch a day lies in, of a day before the first one that one. */
    public Stretch stretch(LocalDate day) {
        Stretch found = stretches.get(0);
        for (Stretch stretch : stretches) {
            if (!stretch.from().isAfter(day)) {
                found = stretch;
            }
        }
        return found;
    }

    /** The days on which they do not work, after they did. */
    public List<Flag> ended() {
        List<Flag> ended = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            if (stretch.track() == null) {
                ended.add(new Flag(StatusCode.FORMER, stretch.from(), lastDay(i), stretch.recordedAt()));
            }
        }
        return ended;
    }

    /** The days on which they are exempt for good. */
    public List<Leave> exempt() {
        List<Leave> exempt = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            if (stretch.track() == Track.EXEMPT) {
                exempt.add(new Leave(LeaveType.EXEMPTION, stretch.from(), lastDay(i), stretch.recordedAt()));
            }
        }
        return exempt;
    }

    private LocalDate lastDay(int index) {
        return index + 1 < stretches.size() ? stretches.get(index + 1).from().minusDays(1) : null;
    }

    /**
     * The rules of each day: those of the track in force on it. Whoever no longer works keeps the rules they had, and nothing falls due;
     * a cycle of one's own begins anew with each stretch.
     *
     * @param rules of a track
     */
    public Timeline timeline(Function<Track, Timeline> rules) {
        if (stretches.size() == 1) {
            return rules.apply(stretches.get(0).track());
        }
        List<Timeline.Version> versions = new ArrayList<>();
        Track worked = stretches.get(0).track();
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            worked = stretch.track() == null ? worked : stretch.track();
            LocalDate from = i == 0 ? LocalDate.MIN : stretch.from();
            LocalDate to = i + 1 < stretches.size() ? lastDay(i) : LocalDate.MAX;
            Timeline ofTrack = rules.apply(worked);
            for (Timeline.Version version : ofTrack.between(from, to)) {
                // Rules of the track that begin on the same day may have been chosen later than the track.
                boolean isByTrack = version.from().equals(stretch.from()) && !ofTrack.begins(version.from());
                versions.add(new Timeline.Version(
                        version.from(),
                        stretch.track() == null ? version.rules().withoutDebit() : version.rules(),
                        i == 0 ? null : stretch.from(),
                        isByTrack ? stretch.recordedAt() : null));
            }
        }
        return new Timeline(versions);
    }
}
