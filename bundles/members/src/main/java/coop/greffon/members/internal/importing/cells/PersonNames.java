package coop.greffon.members.internal.importing.cells;

import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Divides a whole name into given and family names. */
final class PersonNames {
    private static final Pattern FAMILY_LIKE = Pattern.compile("^(?:d|l|n|o|m)['’]\\p{L}.*", Pattern.CASE_INSENSITIVE);
    /** The reading in usual order wins unless the words speak against it. */
    private static final double USUAL_ORDER = 0.4;

    private final NameLexicon lexicon;

    PersonNames(NameLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * What was read.
     *
     * @param kept texts that are no name and that the notes should keep
     */
    record Reading(PersonName name, List<String> kept, List<Problem> problems) {}

    /**
     * Reads a whole name.
     *
     * @param familyFirst whether the heading says that the family name comes first
     */
    Reading read(String typed, boolean familyFirst) {
        var problems = new ArrayList<Problem>();
        var text = new NameText(typed);
        if (!text.hasLetters()) {
            problems.add(Problem.of(Field.NAME, Reason.NAME_WITHOUT_LETTERS, typed));
            return new Reading(new PersonName("", typed), List.of(), problems);
        }
        if (text.isHousehold()) {
            problems.add(Problem.of(Field.NAME, Reason.NAME_OF_HOUSEHOLD, typed));
            return new Reading(
                    written(new PersonName("", text.join(0, text.words().size()))), List.of(typed), problems);
        }
        var name = written(divide(text, familyFirst));
        boolean remark = text.hasRemark();
        if (!text.partner().isEmpty()) {
            problems.add(Problem.of(Field.NAME, Reason.NAME_OF_TWO_PEOPLE, typed));
        } else if (remark) {
            problems.add(Problem.of(
                    Field.NAME, Reason.NAME_WITH_REMARK, typed, (name.given() + " " + name.family()).strip()));
        }
        if (name.given().isEmpty() || name.family().isEmpty()) {
            problems.add(Problem.of(Field.NAME, Reason.NAME_OF_ONE_WORD, typed));
        }
        return new Reading(name, remark || !text.partner().isEmpty() ? List.of(typed) : List.of(), problems);
    }

    private PersonName divide(NameText text, boolean familyFirst) {
        if (!text.partner().isEmpty() && text.words().size() == 1) {
            // Jean et Marie Dupont: the first shares the second's family name.
            return new PersonName(
                    text.words().get(0),
                    divide(new NameText(text.partner()), familyFirst).family());
        }
        return text.beyondDoubt().orElseGet(() -> byPosition(text, familyFirst));
    }

    private PersonName byPosition(NameText text, boolean familyFirst) {
        var words = text.words();
        int size = words.size();
        if (size == 1) {
            return lexicon.givenness(words.get(0)) > 0
                    ? new PersonName(words.get(0), "")
                    : new PersonName("", words.get(0));
        }
        int family = endOfLeadingFamily(words);
        if (family > 0) {
            return new PersonName(text.join(family, size), text.join(0, family));
        }
        int start = startOfTrailingFamily(words);
        if (start < size - 1 && !familyFirst) {
            return new PersonName(text.join(0, start), text.join(start, size));
        }
        boolean reversed = isEastAsian(text.join(0, size)) || prefersFamilyFirst(words, start, familyFirst);
        return reversed
                ? new PersonName(text.join(1, size), words.get(0))
                : new PersonName(text.join(0, start), text.join(start, size));
    }

    /** Where a family name that opens with a particle ends, or 0 if the name does not open with one. */
    private int endOfLeadingFamily(List<String> words) {
        int end = 0;
        while (end < words.size() - 1 && isParticle(words.get(end))) {
            end++;
        }
        if (end > 0 || opensFamily(words.get(0))) {
            return Math.min(words.size(), endOfCompound(words, end) + 1);
        }
        boolean onlyFirst = FAMILY_LIKE.matcher(words.get(0)).matches()
                && words.stream()
                        .skip(1)
                        .noneMatch(word -> FAMILY_LIKE.matcher(word).matches());
        return onlyFirst ? 1 : 0;
    }

    private int startOfTrailingFamily(List<String> words) {
        for (int index = 1; index < words.size() - 1; index++) {
            if (isParticle(words.get(index)) || opensFamily(words.get(index))) {
                return index;
            }
        }
        return words.size() - 1;
    }

    /** The first word of {@code Blanchard-de Villeneuve} asks for the second. */
    private boolean opensFamily(String word) {
        int hyphen = word.lastIndexOf('-');
        return hyphen > 0 && isParticle(word.substring(hyphen + 1));
    }

    private int endOfCompound(List<String> words, int first) {
        int end = first;
        while (end < words.size() - 1 && (isParticle(words.get(end)) || opensFamily(words.get(end)))) {
            end++;
        }
        return end;
    }

    private boolean isParticle(String word) {
        return Words.means("particle", word) && lexicon.givenness(word) <= 0;
    }

    private boolean prefersFamilyFirst(List<String> words, int start, boolean familyFirst) {
        double usual = givenness(words.subList(0, start)) - givenness(words.subList(start, words.size()));
        double reversed = givenness(words.subList(1, words.size())) - givenness(words.subList(0, 1));
        return reversed - usual > (familyFirst ? -USUAL_ORDER : USUAL_ORDER);
    }

    private double givenness(List<String> words) {
        return words.stream().mapToDouble(lexicon::givenness).average().orElse(0);
    }

    private static boolean isEastAsian(String name) {
        return name.codePoints().filter(Character::isLetter).allMatch(letter -> switch (Character.UnicodeScript.of(
                letter)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        });
    }

    private PersonName written(PersonName name) {
        boolean noCapital = (name.given() + name.family()).codePoints().noneMatch(Character::isUpperCase);
        if (noCapital) {
            return new PersonName(Capitals.lowered(name.given()), lexicon.lowered(name.family()));
        }
        var family = Capitals.areAllOf(name.family()) ? lexicon.lowered(name.family()) : name.family();
        return new PersonName(Capitals.loweredByWord(name.given()), Capitals.loweredByWord(family));
    }
}
