package coop.greffon.members.internal.importing.cells;

import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads cells that hold several tags, by name or by external identifier. */
final class TagNames {
    private static final Pattern HARD_SEPARATOR = Pattern.compile("[;|\\n]");
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern BARE_COMMA = Pattern.compile(",(?=\\S)");
    private static final Pattern LEVEL = Pattern.compile("\\s*/\\s+|\\s+/\\s*");

    private TagNames() {}

    record Reading(Set<String> paths, List<Problem> problems) {}

    /** A path with one space around each slash between levels. */
    static String path(String name) {
        return LEVEL.splitAsStream(name.strip())
                .filter(level -> !level.isEmpty())
                .collect(Collectors.joining(" / "));
    }

    static Reading ofIdentifiers(String cell, KnownTags known) {
        var paths = new LinkedHashSet<String>();
        var problems = new ArrayList<Problem>();
        for (var identifier : COMMA.split(cell, -1)) {
            if (!identifier.isBlank()) {
                known.pathOf(identifier.strip())
                        .ifPresentOrElse(
                                paths::add,
                                () -> problems.add(
                                        Problem.of(Field.TAG_IDS, Reason.TAG_ID_UNKNOWN, identifier.strip())));
            }
        }
        return new Reading(paths, problems);
    }

    /** Reads names; those already known are told apart best. */
    static Reading ofNames(String cell, KnownTags known, Style style) {
        var paths = new LinkedHashSet<String>();
        var problems = new ArrayList<Problem>();
        for (var part : HARD_SEPARATOR.split(cell, -1)) {
            ofOnePart(COMMA.split(part.strip(), -1), known, style, paths, problems);
        }
        return new Reading(paths, problems);
    }

    /** Names may hold commas: the longest run of pieces that is a known name goes first. */
    private static void ofOnePart(
            String[] pieces, KnownTags known, Style style, Set<String> paths, List<Problem> problems) {
        var unknown = new ArrayList<String>();
        for (int first = 0; first < pieces.length; ) {
            int end = endOfKnown(pieces, first, known);
            if (end == first) {
                unknown.add(pieces[first]);
                first++;
            } else {
                addUnknown(unknown, style, paths, problems);
                unknown.clear();
                paths.add(known.spelling(path(join(pieces, first, end))));
                first = end;
            }
        }
        addUnknown(unknown, style, paths, problems);
    }

    private static int endOfKnown(String[] pieces, int first, KnownTags known) {
        for (int end = Math.min(pieces.length, first + known.mostCommas() + 1); end > first; end--) {
            if (known.knows(path(join(pieces, first, end)))) {
                return end;
            }
        }
        return first;
    }

    private static String join(String[] pieces, int first, int end) {
        return String.join(",", List.of(pieces).subList(first, end)).strip();
    }

    private static void addUnknown(List<String> pieces, Style style, Set<String> paths, List<Problem> problems) {
        var joined = String.join(",", pieces).strip();
        var names = (style == Style.FREE_LIST ? COMMA : BARE_COMMA)
                .splitAsStream(joined)
                .filter(name -> !name.replace(",", "").isBlank())
                .map(TagNames::path)
                .toList();
        paths.addAll(names);
        if (style == Style.ODOO_LIST && joined.contains(", ")) {
            problems.add(Problem.of(Field.TAGS, Reason.TAG_COMMA_GUESSED, joined, String.join(" | ", names)));
        }
    }

    /** How the program that wrote the file puts several tags into cells. */
    enum Style {
        /** One tag in a cell, further ones on rows of their own; commas belong to names. */
        ONE_PER_ROW,
        /** A comma and no space between names. */
        ODOO_LIST,
        /** Any commas. */
        FREE_LIST
    }
}
