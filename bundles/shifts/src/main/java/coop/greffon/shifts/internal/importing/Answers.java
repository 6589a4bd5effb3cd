package coop.greffon.shifts.internal.importing;

import coop.greffon.core.tabular.Cell;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.slot.Skills;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads cells that choose among a few words. */
final class Answers {
    private static final List<String> YES = List.of("yes", "oui", "y", "o", "true", "vrai", "1", "x");
    private static final List<String> NO = List.of("no", "non", "n", "false", "faux", "0");
    private static final List<String> LEADER =
            List.of(Skills.LEADER, "coordination", "responsable", "coordinateur", "coordinatrice", "super");
    private static final Map<String, Track> TRACKS = tracks();

    private Answers() {}

    private static Map<String, Track> tracks() {
        Map<String, Track> tracks = new HashMap<>();
        for (String word : List.of(
                "fixed",
                "fixe",
                "place fixe",
                "equipe fixe",
                "regular",
                "regulier",
                "reguliere",
                "regulier e",
                "standard",
                "abcd")) {
            tracks.put(word, Track.FIXED);
        }
        for (String word : List.of("flying", "volant", "volante", "volant e", "equipe volante", "irregular", "ftop")) {
            tracks.put(word, Track.FLYING);
        }
        for (String word : List.of("exempt", "exempte", "exemptee", "exempte e", "exempted", "sans creneau")) {
            tracks.put(word, Track.EXEMPT);
        }
        return Map.copyOf(tracks);
    }

    /** A skill: to lead has many names, every other is the co-op's own word. */
    static String skill(String typed) {
        return LEADER.contains(Words.plain(typed)) ? Skills.LEADER : typed;
    }

    static Optional<Boolean> yes(Cell cell) {
        if (cell instanceof Cell.Bool flag) {
            return Optional.of(flag.value());
        }
        String word = Words.plain(cell.text());
        if (YES.contains(word)) {
            return Optional.of(true);
        }
        return NO.contains(word) ? Optional.of(false) : Optional.empty();
    }

    static Optional<Track> track(Cell cell) {
        return Optional.ofNullable(TRACKS.get(Words.plain(cell.text())));
    }
}
