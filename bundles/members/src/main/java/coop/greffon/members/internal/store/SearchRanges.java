package coop.greffon.members.internal.store;

import coop.greffon.members.internal.rules.SearchQuery;
import coop.greffon.members.internal.rules.SearchQuery.Term;
import coop.greffon.members.internal.rules.WordPairs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where in the index of words to look for a query. */
final class SearchRanges {
    /** Beyond this, so many pairs would have to be looked up that the words of one term alone are as quick. */
    private static final int MOST_PAIRS = 60;

    private final SearchQuery query;
    private final Map<Term, List<String>> misspelt;

    /**
     * For a query.
     *
     * @param misspelt the names that are one slip away from a term
     */
    SearchRanges(SearchQuery query, Map<Term, List<String>> misspelt) {
        this.query = query;
        this.misspelt = misspelt;
    }

    /**
     * Words from one on, up to but not including another; or one word where there is no other.
     *
     * @param isFamilyName whether only those are meant whose whole family name the one word is
     */
    record Range(String from, String to, boolean isFamilyName) {
        static Range of(String beginning) {
            return new Range(beginning, SearchQuery.after(beginning), false);
        }

        static Range only(String word) {
            return new Range(word, null, false);
        }

        /** The words that begin so and go on. */
        static Range beyond(String beginning) {
            // Nothing a word holds comes before a space.
            return new Range(beginning + " ", SearchQuery.after(beginning), false);
        }

        static Range familyName(String word) {
            return new Range(word, null, true);
        }

        private boolean isBeginning() {
            return to != null;
        }

        /** Patterns of SQL for a sort key that holds a word of this range; none where only the words themselves tell. */
        List<String> inName() {
            return isBeginning() && WordPairs.isPaired(from) ? List.of(from + "%", "% " + from + "%") : List.of();
        }

        /** Whether a pair holds enough of a first word to tell that the word is in this range. */
        private boolean isToldByPair() {
            return isBeginning() && WordPairs.tells(from);
        }

        private Range after(Range other) {
            String pair = WordPairs.of(other.from, from);
            return isBeginning() ? of(pair) : only(pair);
        }

        /** The words in both, if any: of two beginnings one holds the other, or they have nothing in common. */
        private Optional<Range> and(Range other) {
            if (other.isBeginning() && from.startsWith(other.from)) {
                return Optional.of(this);
            }
            boolean holds = isBeginning() && other.from.startsWith(from) || equals(other);
            return holds ? Optional.of(other) : Optional.empty();
        }
    }

    /**
     * A range to read.
     *
     * @param fit how well its words fit: zero first
     * @param others of each of these, somebody met in the range must have a word in one range as well
     */
    record Ranked(int fit, Range range, List<List<Range>> others) {}

    /** Where a term can be met, the likeliest first. */
    List<Range> of(Term term) {
        List<Range> ranges = new ArrayList<>();
        term.beginnings().forEach(beginning -> ranges.add(Range.of(beginning)));
        misspelt.getOrDefault(term, List.of()).forEach(name -> ranges.add(Range.only(name)));
        return ranges;
    }

    /** Where everybody who fits is met: among the pairs of two terms if there are, or else among the words of one. */
    List<Ranked> driving() {
        if (query.isParticle()) {
            return particle(query.narrowest().beginnings().get(0));
        }
        List<Range> narrowest = of(query.narrowest());
        Optional<Term> partner = arePaired(narrowest) ? partner() : Optional.empty();
        List<Ranked> pairs = partner.map(term -> pairs(narrowest, term)).orElse(List.of());
        if (!pairs.isEmpty() && pairs.size() <= MOST_PAIRS) {
            return pairs;
        }
        List<List<Range>> others = others(null);
        List<Ranked> words = new ArrayList<>();
        for (Range range : narrowest) {
            words.add(new Ranked(words.size(), range, others));
        }
        return words;
    }

    /** Names that begin so before those that merely hold it: as a rule there are many of these, and nobody looks for them by it. */
    private static List<Ranked> particle(String particle) {
        List<Range> ranges = List.of(Range.familyName(particle), Range.beyond(particle), Range.only(particle));
        return IntStream.range(0, ranges.size())
                .mapToObj(fit -> new Ranked(fit, ranges.get(fit), List.of()))
                .toList();
    }

    /** Where each term is met but the narrowest and one more. */
    private List<List<Range>> others(Term met) {
        return query.terms().stream()
                .filter(term -> !term.equals(query.narrowest()) && !term.equals(met))
                .map(this::of)
                .toList();
    }

    private Optional<Term> partner() {
        return query.terms().stream()
                .filter(term -> !term.equals(query.narrowest()))
                .filter(term -> arePaired(of(term)))
                .max(Comparator.comparingInt(term -> term.beginnings().get(0).length()));
    }

    private static boolean arePaired(List<Range> ranges) {
        return ranges.stream().allMatch(range -> WordPairs.isPaired(range.from()));
    }

    /** Two words of somebody, or one that fits both terms; whoever has such a one need not be met by two. */
    private List<Ranked> pairs(List<Range> narrowest, Term partner) {
        List<List<Range>> others = others(partner);
        List<Ranked> pairs = new ArrayList<>();
        for (int i = 0; i < narrowest.size(); i++) {
            int fit = i;
            Range range = narrowest.get(i);
            Map<Range, List<Range>> found = new LinkedHashMap<>();
            for (Range other : of(partner)) {
                range.and(other)
                        .ifPresentOrElse(
                                both -> found.put(both, List.of()),
                                () -> found.computeIfAbsent(range.after(other), pair -> new ArrayList<>())
                                        .add(other));
            }
            found.forEach((read, firsts) -> pairs.add(new Ranked(fit, read, withFirsts(firsts, others))));
        }
        return pairs;
    }

    /** What is asked of whoever is met: for the first words of a pair as well, unless the pair tells already. */
    private static List<List<Range>> withFirsts(List<Range> firsts, List<List<Range>> others) {
        if (firsts.isEmpty() || firsts.stream().anyMatch(Range::isToldByPair)) {
            return others;
        }
        List<List<Range>> all = new ArrayList<>(others);
        all.add(List.copyOf(firsts));
        return all;
    }
}
