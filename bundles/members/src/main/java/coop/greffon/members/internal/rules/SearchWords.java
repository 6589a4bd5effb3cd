package coop.greffon.members.internal.rules;

import coop.greffon.members.MailAddress;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.Phone;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words by which somebody is found: whoever types the beginning of one of them finds the person.
 *
 * <p>A telephone number stands among them as its digits with a plus sign before, so that they are not taken for a member's number.
 */
public final class SearchWords {
    /** What the word of a telephone number begins with. */
    public static final String PHONE = "+";

    private static final int LONGEST = 100;
    private static final int FEWEST_PHONE_DIGITS = 3;

    private SearchWords() {}

    /**
     * All words of somebody.
     *
     * @param codes the codes of all cards, normalised
     */
    public static Set<String> of(MemberDraft member, Collection<String> codes) {
        Set<String> words = new TreeSet<>(ofName(member));
        if (member.number() != null) {
            words.addAll(ofNumber(member.number()));
        }
        for (MailAddress mail : member.mails()) {
            String address = Folding.letters(mail.address());
            words.add(address);
            words.addAll(Folding.words(address.substring(0, Math.max(0, address.indexOf('@')))));
        }
        for (Phone phone : member.phones()) {
            String digits = PhoneDigits.of(phone.number());
            if (digits.length() >= FEWEST_PHONE_DIGITS) {
                words.add(PHONE + digits);
            }
        }
        codes.forEach(code -> words.add(Folding.letters(code)));
        return words.stream().map(SearchWords::shortened).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The words of the name, those of two parts written as one as well: Le Bris is found by lebris. */
    public static Set<String> ofName(MemberDraft member) {
        Set<String> words = new TreeSet<>();
        Stream.of(member.givenName(), member.familyName(), member.organisationName())
                .filter(Objects::nonNull)
                .map(Folding::words)
                .filter(parts -> !parts.isEmpty())
                .forEach(parts -> {
                    words.addAll(parts);
                    words.add(String.join("", parts));
                });
        return words.stream().map(SearchWords::shortened).collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> ofNumber(String number) {
        List<String> parts = Folding.words(number);
        Set<String> words = new TreeSet<>(parts);
        words.add(String.join("", parts));
        // People say 128 of somebody whose number is written 00128.
        parts.stream().map(part -> part.replaceFirst("^0+(?=\\d)", "")).forEach(words::add);
        words.remove("");
        return words;
    }

    private static String shortened(String word) {
        return word.length() <= LONGEST ? word : word.substring(0, LONGEST);
    }
}
