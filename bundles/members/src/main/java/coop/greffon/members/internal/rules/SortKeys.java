package coop.greffon.members.internal.rules;

import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberKind;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Texts whose byte order is the order people expect. */
public final class SortKeys {
    private static final int LONGEST = 100;
    private static final int DIGITS = 12;
    private static final Pattern RUN_OF_DIGITS = Pattern.compile("\\d+");

    private SortKeys() {}

    /** Family name, then given name, or the organisation's name; never empty. */
    public static String ofName(MemberDraft member) {
        if (member.kind() == MemberKind.ORGANISATION) {
            return shortened(Folding.fold(orEmpty(member.organisationName())));
        }
        String family = Folding.fold(orEmpty(member.familyName()));
        String given = Folding.fold(orEmpty(member.givenName()));
        // The separator sorts before every letter and the space within a name: "Le Bris" comes after "Le", whatever the
        // given names.
        return shortened(family.isEmpty() ? given : given.isEmpty() ? family : family + "  " + given);
    }

    /** A number whose digits count by their value: 9 before 10, M-9 before M-10. */
    public static String ofNumber(String number) {
        if (number == null) {
            return null;
        }
        return shortened(RUN_OF_DIGITS.matcher(Folding.letters(number)).replaceAll(SortKeys::padded));
    }

    private static String padded(MatchResult run) {
        String digits = run.group();
        return digits.length() >= DIGITS ? digits : "0".repeat(DIGITS - digits.length()) + digits;
    }

    private static String shortened(String key) {
        return key.length() <= LONGEST ? key : key.substring(0, LONGEST);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
