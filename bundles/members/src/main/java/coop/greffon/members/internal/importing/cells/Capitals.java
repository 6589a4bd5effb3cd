package coop.greffon.members.internal.importing.cells;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a name given in capitals the usual way. */
final class Capitals {
    private static final Pattern WORD = Pattern.compile("(?:(?<=\\p{L}{3})['’])?\\p{L}[\\p{L}\\p{M}]*");
    private static final Pattern INNER_PARTICLE =
            Pattern.compile("(?<= )(?:Der|Den|La|Du|Des|De)(?= )|(?<= )L(?=['’])");
    private static final Pattern NOBLE_PARTICLE = Pattern.compile("(?<=^|[ -])De(?= (?:la |l['’]))");
    private static final Pattern SMALL_ELIDED = Pattern.compile("\\p{Ll}{1,2}['’](?=\\p{L})");
    private static final Pattern ELIDED_PARTICLE = Pattern.compile("(?<=^|[ -])D(?=['’])");

    private Capitals() {}

    /** Whether the text is written in capitals: it has at least two letters and none of them small. */
    static boolean areAllOf(String text) {
        return text.codePoints().filter(Character::isLetter).count() > 1
                && text.codePoints().noneMatch(Character::isLowerCase)
                && text.codePoints().anyMatch(Character::isUpperCase);
    }

    /**
     * {@code DE LA TOUR-VAN DER MEERSCH} becomes {@code de la Tour-Van der Meersch}. Where French and Flemish usage
     * differ ({@code DE VILLENEUVE}, {@code DE BACKER}) the capital stays, as on any list sorted by name.
     */
    static String lowered(String name) {
        var lowered = WORD.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(Capitals::withCapital);
        lowered = INNER_PARTICLE
                .matcher(lowered)
                .replaceAll(particle -> particle.group().toLowerCase(Locale.ROOT));
        lowered = NOBLE_PARTICLE.matcher(lowered).replaceAll("de");
        return ELIDED_PARTICLE.matcher(lowered).replaceAll("d");
    }

    /** Lowers only the words in capitals: {@code d'ALEMBERT} becomes {@code d'Alembert}. */
    static String loweredByWord(String name) {
        if (areAllOf(name)) {
            return lowered(name);
        }
        return Arrays.stream(name.split(" ", -1))
                .map(word -> isCapitalWord(word)
                        ? elided(word) + lowered(word.substring(elided(word).length()))
                        : word)
                .collect(Collectors.joining(" "));
    }

    /** Whether the word is in capitals but perhaps for an elided particle before it. */
    static boolean isCapitalWord(String word) {
        return areAllOf(word.substring(elided(word).length()));
    }

    private static String elided(String word) {
        var found = SMALL_ELIDED.matcher(word);
        return found.lookingAt() ? found.group() : "";
    }

    private static String withCapital(MatchResult word) {
        var text = word.group();
        if (!Character.isLetter(text.codePointAt(0))) {
            return text; // The « homme » of Prud'homme
        }
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
    }
}
