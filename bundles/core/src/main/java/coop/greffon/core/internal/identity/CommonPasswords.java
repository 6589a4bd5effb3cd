package coop.greffon.core.internal.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The passwords that everybody thinks of: a common word or two, or a row of keys, with digits and signs around. */
public final class CommonPasswords {
    private static final String FILE = "common-words.txt";
    private static final int MOST_WORDS = 2;
    /** With fewer letters a password is its digits: a date, a telephone number, a count. */
    private static final int FEWEST_LETTERS = 4;

    /** With fewer letters among many signs it is by chance that they make a word. */
    private static final int MANY_LETTERS = 6;

    private static final int MANY_DIGITS = 16;
    /** Up to so many different signs merely separate digits, or stand around them. */
    private static final int SEPARATORS = 3;

    /** The signs in a row of keys, without the brackets, which telephone numbers have. */
    private static final String KEYS = "!@#$%^&*_+";

    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}@$]+|[^\\p{L}@$]+$");
    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]");
    private static final Pattern NO_SIGNS = Pattern.compile("[^a-z0-9]");
    private static final Pattern TOGETHER = Pattern.compile("[a-z]{4}");
    /** The day first, or the year. */
    private static final Pattern DATE = Pattern.compile(
            "(0[1-9]|[12]\\d|3[01])(0[1-9]|1[0-2])(19|20)\\d\\d|(19|20)\\d\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");

    private static final Pattern SIGNS_ALONE = Pattern.compile("[a-z0-9\\s()]");
    private static final String DISGUISES = "@4301!57$";
    private static final String DISGUISED = "aaeoiists";
    private static final Set<String> WORDS = words();

    private CommonPasswords() {}

    /** Whether a password is one of these. */
    public static boolean isOne(String password) {
        String small = PlainLetters.of(password);
        // With its accents: a letter may be in a row by them.
        if (isRow(password.toLowerCase(Locale.ROOT)) || isRepeated(small, FEWEST_LETTERS)) {
            return true;
        }
        // Letters of other scripts are none of our words.
        boolean isForeign = small.codePoints().anyMatch(sign -> Character.isLetter(sign) && (sign < 'a' || sign > 'z'));
        boolean areFewSigns = areFewSigns(SIGNS_ALONE.matcher(small).replaceAll(""));
        return !isForeign
                && Stream.of(small, undisguised(EDGES.matcher(small).replaceAll("")))
                        .filter(text -> areFewSigns || hasWord(text) || isDate(text))
                        .map(text -> NO_LETTERS.matcher(text).replaceAll(""))
                        .anyMatch(letters -> letters.length() < FEWEST_LETTERS
                                ? areFewDigits(NO_SIGNS.matcher(small).replaceAll(""))
                                : isMadeOf(letters, MOST_WORDS));
    }

    /** Letters that stand together, or many of them, are no chance. */
    private static boolean hasWord(String text) {
        return TOGETHER.matcher(text).find()
                || NO_LETTERS.matcher(text).replaceAll("").length() >= MANY_LETTERS;
    }

    private static boolean isDate(String text) {
        return DATE.matcher(NO_SIGNS.matcher(text).replaceAll("")).matches();
    }

    private static boolean areFewDigits(String digits) {
        return digits.length() < MANY_DIGITS || isRow(digits) || isRepeated(digits, MANY_DIGITS);
    }

    private static boolean areFewSigns(String signs) {
        return signs.codePoints().distinct().count() <= SEPARATORS
                || isRow(signs)
                || isRepeated(signs, FEWEST_LETTERS)
                || KEYS.contains(signs);
    }

    private static String undisguised(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int at = 0; at < plain.length(); at++) {
            int disguise = DISGUISES.indexOf(plain.charAt(at));
            if (disguise >= 0) {
                plain.setCharAt(at, DISGUISED.charAt(disguise));
            }
        }
        return plain.toString();
    }

    private static boolean isMadeOf(String letters, int words) {
        if (letters.isEmpty()) {
            return true;
        }
        for (int end = words == 0 ? 0 : letters.length(); end > 0; end--) {
            if (isWord(letters.substring(0, end)) && isMadeOf(letters.substring(end), words - 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWord(String letters) {
        return WORDS.contains(letters) || isRow(letters) || isRepeated(letters, FEWEST_LETTERS);
    }

    /** Such as {@code aaaa}, {@code abcd} or {@code 7890123}. */
    private static boolean isRow(String signs) {
        int step = signs.length() < 2 ? 0 : step(signs, 1);
        return Math.abs(step) <= 1 && IntStream.range(1, signs.length()).allMatch(at -> step(signs, at) == step);
    }

    /** From one sign to the next; after nine comes zero. */
    private static int step(String signs, int at) {
        int step = signs.charAt(at) - signs.charAt(at - 1);
        return Math.abs(step) == 9 ? -step / 9 : step;
    }

    /** Such as {@code lolololo}: one short part, or a common word, again and again. */
    private static boolean isRepeated(String letters, int longest) {
        for (int part = 1; part <= letters.length() / 2; part++) {
            String first = letters.substring(0, part);
            if (letters.length() % part == 0
                    && first.repeat(letters.length() / part).equals(letters)
                    && (part <= longest || WORDS.contains(first))) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> words() {
        try (InputStream file = CommonPasswords.class.getResourceAsStream(FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
