package coop.greffon.members.internal.importing.cells;

import coop.greffon.members.internal.rules.Folding;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the names of a file that are beyond doubt ({@code LE GALL Marie-Ève}; {@code Le Gall, Marie-Ève}; two columns)
 * teach about those that are not ({@code Hoarau Thérèse}): which words are given names there, and how a family name
 * written in capitals is written otherwise. No list of names is shipped: each co-op's own file tells best.
 */
public final class NameLexicon {
    /** Enough for any co-op; a file of random words must not fill the memory. */
    private static final int MOST_WORDS = 50_000;

    private static final Pattern HYPHEN = Pattern.compile("-");

    private final Map<String, Votes> votes = new HashMap<>();
    private final Map<String, String> spellings = new HashMap<>();

    private static final class Votes {
        private int given;
        private int family;
    }

    /** Learns from a whole name if it is beyond doubt. */
    public void learn(String name) {
        new NameText(name).beyondDoubt().ifPresent(parts -> learn(parts.given(), parts.family()));
    }

    /** Learns from a name given in two parts. */
    public void learn(String given, String family) {
        for (var word : given.split(" ", -1)) {
            votesFor(word).given++;
        }
        for (var word : family.split(" ", -1)) {
            votesFor(word).family++;
        }
        learnSpelling(family);
    }

    private void learnSpelling(String family) {
        boolean usual = Capitals.lowered(family).equals(family);
        if (!usual && !Capitals.areAllOf(family) && spellings.size() < MOST_WORDS) {
            spellings.putIfAbsent(Folding.fold(family), family);
        }
    }

    private Votes votesFor(String word) {
        var key = Folding.fold(word);
        return votes.size() < MOST_WORDS
                ? votes.computeIfAbsent(key, unknown -> new Votes())
                : votes.getOrDefault(key, new Votes());
    }

    /**
     * How much the word is a given name rather than a family name, from -1 to 1; 0 if nothing is known. A compound nobody
     * else has is judged by its parts.
     */
    double givenness(String word) {
        var known = votes.get(Folding.fold(word));
        if (known == null) {
            return word.indexOf('-') < 0 ? 0 : givennessOfParts(word);
        }
        return (known.given - known.family) / (known.given + known.family + 1.0);
    }

    private double givennessOfParts(String compound) {
        return HYPHEN.splitAsStream(compound)
                .mapToDouble(this::givenness)
                .average()
                .orElse(0);
    }

    /** The family name in capitals as others in the file write it, or else the usual way. */
    String lowered(String family) {
        return spellings.getOrDefault(Folding.fold(family), Capitals.lowered(family));
    }
}
