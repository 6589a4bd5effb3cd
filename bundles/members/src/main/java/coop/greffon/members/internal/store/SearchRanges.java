package coop.greffon.members.internal.store;

import coop.greffon.members.internal.rules.SearchQuery;
import coop.greffon.members.internal.rules.SearchQuery.Term;
import coop.greffon.members.internal.rules.WordPairs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** Words from one on, up to but not including another; or one word where there is no other. */
    record Range(String from, String to) {
        static Range of(String beginning) {
            return new Range(beginning, SearchQuery.after(beginning));
        }

        static Range only(String word) {
            return new Range(word, null);
        }

        private boolean isBeginning() {
            return to != null;
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
     */
    record Ranked(int fit, Range range) {}

    /** Where a term can be met, the likeliest first. */
    List<Range> of(Term term) {
        List<Range> ranges = new ArrayList<>();
        term.beginnings().forEach(beginning -> ranges.add(Range.of(beginning)));
        misspelt.getOrDefault(term, List.of()).forEach(name -> ranges.add(Range.only(name)));
        return ranges;
    }

    /** Where everybody who fits is met: among the pairs of two terms if there are, or else among the words of one. */
    List<Ranked> driving() {
        List<Range> narrowest = of(query.narrowest());
        List<Range> partner = partner().map(this::of).orElse(List.of());
        boolean paired = !partner.isEmpty() && arePaired(narrowest) && arePaired(partner);
        Set<Ranked> pairs = paired ? pairs(narrowest, partner) : Set.of();
        if (!pairs.isEmpty() && pairs.size() <= MOST_PAIRS) {
            return List.copyOf(pairs);
        }
        List<Ranked> words = new ArrayList<>();
        for (Range range : narrowest) {
            words.add(new Ranked(words.size(), range));
        }
        return words;
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

    /** Two words of somebody, or one that fits both terms. */
    private static Set<Ranked> pairs(List<Range> narrowest, List<Range> partner) {
        Set<Ranked> pairs = new LinkedHashSet<>();
        for (int i = 0; i < narrowest.size(); i++) {
            int fit = i;
            Range range = narrowest.get(i);
            Set<Range> found = partner.stream().map(range::after).collect(Collectors.toCollection(LinkedHashSet::new));
            partner.stream().flatMap(other -> range.and(other).stream()).forEach(found::add);
            found.forEach(each -> pairs.add(new Ranked(fit, each)));
        }
        return pairs;
    }
}
