package coop.greffon.members.internal.importing.cells;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A person's whole name as somebody typed it into one cell, taken apart into what is a name and what is not. */
final class NameText {
    private static final Pattern REMARK =
            Pattern.compile("\\([^)]*\\)?|\\[[^]]*]?|\"[^\"]*\"?|«[^»]*»?|“[^”]*”?|\\s[-–—]\\s.*$");
    private static final Pattern SIGNS =
            Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\s'’.,;&·-]+|[\\uFE00-\\uFE0F]|(?<![\\p{L}\\p{M}.])-");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern TWO_PARTS = Pattern.compile("\\s*[,;]\\s*");

    private final String typed;
    private final List<String> words;
    private final String partner;
    private final boolean household;

    NameText(String typed) {
        this.typed = typed;
        var bare = withoutSigns(REMARK.matcher(typed).replaceAll(" "));
        var all = new ArrayList<>(List.of(SPACES.split(bare.isEmpty() ? withoutSigns(typed) : bare)));
        if (all.size() > 1 && Words.means("title", all.get(0))) {
            all.remove(0);
        }
        household = all.size() > 1 && Words.means("household", all.get(0));
        if (household) {
            all.remove(0);
        }
        int and = indexOfAnd(all);
        partner = and < 0 ? "" : String.join(" ", all.subList(and + 1, all.size()));
        words = and < 0 ? List.copyOf(all) : List.copyOf(all.subList(0, and));
    }

    private static String withoutSigns(String text) {
        return SIGNS.matcher(text).replaceAll("").strip();
    }

    private static int indexOfAnd(List<String> words) {
        for (int index = 1; index < words.size() - 1; index++) {
            if (Words.means("couple", words.get(index))) {
                return index;
            }
        }
        return -1;
    }

    /** The words of the first person's name, without title, signs and remarks. */
    List<String> words() {
        return words;
    }

    /** The name of a second person on the same record, or empty. */
    String partner() {
        return partner;
    }

    boolean isHousehold() {
        return household;
    }

    boolean hasLetters() {
        return typed.codePoints().anyMatch(Character::isLetter);
    }

    /** Whether something was typed that is part of nobody's name. */
    boolean hasRemark() {
        return REMARK.matcher(typed).find()
                || SIGNS.matcher(REMARK.matcher(typed).replaceAll(" ")).find();
    }

    /** The parts where the writing itself tells them: a comma, or the family name alone in capitals. */
    Optional<PersonName> beyondDoubt() {
        var joined = String.join(" ", words);
        var parts = TWO_PARTS.split(joined, 2);
        if (parts.length == 2) {
            return Optional.of(new PersonName(parts[1], parts[0]))
                    .filter(name -> !name.given().isEmpty() && !name.family().isEmpty());
        }
        int leading = capitalsFrom(0);
        if (leading > 0 && leading < words.size() && noneInCapitals(leading, words.size())) {
            return Optional.of(new PersonName(join(leading, words.size()), join(0, leading)));
        }
        int start = startOfTrailingCapitals();
        if (start > 0 && start < words.size() && noneInCapitals(0, start)) {
            return Optional.of(new PersonName(join(0, start), join(start, words.size())));
        }
        return Optional.empty();
    }

    /** Where the run of capitals that begins here, perhaps with a small particle, ends. */
    private int capitalsFrom(int first) {
        int end = first;
        while (end < words.size() && isSmallParticle(words.get(end))) {
            end++;
        }
        int particles = end;
        while (end < words.size() && inCapitals(words.get(end))) {
            end++;
        }
        return end > particles ? end : first;
    }

    private int startOfTrailingCapitals() {
        int start = words.size();
        while (start > 0 && inCapitals(words.get(start - 1))) {
            start--;
        }
        while (start > 0 && start < words.size() && isSmallParticle(words.get(start - 1))) {
            start--;
        }
        return start;
    }

    private boolean noneInCapitals(int from, int to) {
        return words.subList(from, to).stream().noneMatch(NameText::inCapitals);
    }

    private static boolean inCapitals(String word) {
        return Capitals.isCapitalWord(word);
    }

    private static boolean isSmallParticle(String word) {
        return Words.means("particle", word) && word.codePoints().noneMatch(Character::isUpperCase);
    }

    String join(int from, int to) {
        return String.join(" ", words.subList(from, to));
    }
}
