package coop.greffon.shifts.internal.words;

import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.rules.Tracks.Stretch;
import coop.greffon.shifts.internal.store.slot.TeamOutlook;
import coop.greffon.shifts.internal.store.slot.Template;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A change of team, and how somebody works in the course of time, in words. */
public final class TeamWords {
    private TeamWords() {}

    /**
     * What changes, sentence by sentence.
     *
     * @param slot where they have a place then, null for none
     */
    public static List<Text> sentences(TeamOutlook outlook, LocalDate from, Template slot) {
        List<Text> sentences = new ArrayList<>();
        sentences.add(
                slot == null
                        ? Text.of("shifts.team.no-place", from)
                        : Text.of("shifts.team.place", from, SlotWords.title(slot)));
        sentences.add(Text.of("shifts.team.freed", outlook.freed().size()));
        sentences.add(Text.of("shifts.team.taken", outlook.taken().size()));
        if (outlook.before() != outlook.after()) {
            sentences.add(Text.of("shifts.team.track", from, track(outlook.after()), track(outlook.before())));
        }
        sentences.add(
                outlook.cost() == 0
                        ? Text.of("shifts.team.free", StandingWords.amount(outlook.counter(), outlook.unit()))
                        : Text.of(
                                "shifts.team.costs",
                                StandingWords.amount(outlook.cost(), outlook.unit()),
                                StandingWords.amount(outlook.counter() - outlook.cost(), outlook.unit()),
                                StandingWords.amount(outlook.counter(), outlook.unit())));
        return sentences;
    }

    /** A track; null for none. */
    public static Text track(Track track) {
        return track == null ? Text.of("shifts.track.none") : Text.of("shifts.track." + track);
    }

    /** A track from a day on. */
    public static Text stretch(Stretch stretch) {
        return Text.of("shifts.track.from", track(stretch.track()), stretch.from());
    }
}
