package coop.greffon.members.internal.rules;

import coop.greffon.members.CardCodes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was typed to find somebody, as terms that must all fit.
 *
 * @param terms empty where nothing searchable was typed
 */
public record SearchQuery(List<Term> terms) {
    private static final int MOST_TERMS = 6;
    private static final int LONGEST_QUERY = 200;
    private static final int FEWEST_DIGITS = 3;

    /** Words in the midst of many names, which begin others. */
    private static final Set<String> PARTICLES = Set.of(
            "d", "da", "das", "de", "del", "den", "der", "des", "di", "do", "dos", "du", "el", "l", "la", "las", "le",
            "les", "los", "ten", "ter", "van", "von");

    /** What people write before a number: n° 128, no 128. */
    private static final Pattern NUMBER_SIGN =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:n[°º]|no)\\s*(?=\\d)", Pattern.CASE_INSENSITIVE);

    /** Digits as numbers, cards and telephones have them, with what people write between. */
    private static final Pattern DIGITS = Pattern.compile("(?<![\\p{L}\\p{N}])[+(]?[\\d][\\d\\s.()/+-]*(?![\\p{L}])");

    /**
     * A part of what was typed.
     *
     * @param beginnings a word that begins with one of these fits, the likeliest first
     * @param slip a name one slip apart from this fits as well; null where slips are not forgiven
     */
    public record Term(List<String> beginnings, String slip) {
        public Term {
            beginnings = List.copyOf(beginnings);
        }

        int length() {
            return beginnings.get(0).length();
        }
    }

    public SearchQuery {
        terms = List.copyOf(terms);
    }

    /**
     * Understands what was typed.
     *
     * @param typed null for nothing
     */
    public static SearchQuery of(String typed) {
        if (typed == null) {
            return new SearchQuery(List.of());
        }
        String text = typed.length() > LONGEST_QUERY ? typed.substring(0, LONGEST_QUERY) : typed;
        List<Term> terms = new ArrayList<>();
        var rest = new StringBuilder();
        for (String token : text.strip().split("\\s+")) {
            if (token.indexOf('@') > 0) {
                terms.add(new Term(List.of(Folding.letters(token)), null));
            } else {
                rest.append(token).append(' ');
            }
        }
        String plain = NUMBER_SIGN.matcher(rest).replaceAll("");
        terms.addAll(words(takeDigits(plain, terms)));
        return new SearchQuery(terms.stream().distinct().limit(MOST_TERMS).toList());
    }

    /** Moves runs of digits out of a text and into terms. */
    private static String takeDigits(String text, List<Term> terms) {
        Matcher runs = DIGITS.matcher(text);
        var rest = new StringBuilder();
        while (runs.find()) {
            String run = runs.group().strip();
            if (run.replaceAll("\\D", "").length() >= FEWEST_DIGITS) {
                terms.add(new Term(digits(run), null));
                runs.appendReplacement(rest, " ");
            } else {
                runs.appendReplacement(rest, Matcher.quoteReplacement(runs.group()));
            }
        }
        runs.appendTail(rest);
        return rest.toString();
    }

    private static List<String> digits(String run) {
        String compact = run.replaceAll("\\D", "");
        Set<String> beginnings = new LinkedHashSet<>();
        beginnings.add(compact);
        beginnings.add(CardCodes.normalise(compact));
        String phone = PhoneDigits.of(run);
        if (phone.length() >= FEWEST_DIGITS) {
            beginnings.add(SearchWords.PHONE + phone);
        }
        return List.copyOf(beginnings);
    }

    private static List<Term> words(String text) {
        List<String> words = Folding.words(text);
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            // A space too many is a slip as well: both parts of du pont fit Dupont.
            List<String> beginnings = i == 0 ? List.of(word) : List.of(word, words.get(i - 1) + word);
            terms.add(new Term(beginnings, Spelling.mayBeSlip(word) ? word : null));
        }
        return terms;
    }

    /** Whether nothing searchable was typed. */
    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /** Whether nothing but a particle was typed, such as {@code du}. */
    public boolean isParticle() {
        return terms.size() == 1 && PARTICLES.contains(terms.get(0).beginnings().get(0));
    }

    /** The longest term, which as a rule fewest people fit. */
    public Term narrowest() {
        return terms.stream()
                .reduce((left, right) -> right.length() > left.length() ? right : left)
                .orElseThrow();
    }

    /** What was typed that may be a name with a slip. */
    public Set<String> slips() {
        Set<String> slips = new LinkedHashSet<>();
        terms.stream().map(Term::slip).filter(Objects::nonNull).forEach(slips::add);
        return slips;
    }

    /** The first text after all that begin with a text. */
    public static String after(String beginning) {
        int last = beginning.length() - 1;
        return beginning.substring(0, last) + (char) (beginning.charAt(last) + 1);
    }
}
