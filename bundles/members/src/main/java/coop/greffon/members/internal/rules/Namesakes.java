package coop.greffon.members.internal.rules;

import coop.greffon.members.CardState;
import coop.greffon.members.MailAddress;
import coop.greffon.members.Member;
import coop.greffon.members.Phone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What speaks against two records being those of one person: namesakes are merged once, and never parted again. */
public final class Namesakes {
    private Namesakes() {}

    /** A sign that they are two. */
    public enum Sign {
        /** They were born on different days. */
        BIRTH_DATES,
        /** They are called otherwise. */
        NAMES,
        /** Each has a card of their own in use. */
        CARDS,
        /** Each has a mail of their own, and no telephone is that of both. */
        REACHED_OTHERWISE
    }

    /**
     * The signs, in that order, where they are likely two; none where they are likely one. Another birth date or another name says so
     * by itself. Who was written down twice may well have two cards, or another mail in the second record: together they count.
     */
    public static List<Sign> signs(Member one, Member two) {
        List<Sign> all = all(one, two);
        boolean areTwo = all.contains(Sign.BIRTH_DATES)
                || all.contains(Sign.NAMES)
                || all.contains(Sign.CARDS) && all.contains(Sign.REACHED_OTHERWISE);
        return areTwo ? all : List.of();
    }

    private static List<Sign> all(Member one, Member two) {
        List<Sign> signs = new ArrayList<>();
        if (one.details().birthDate() != null
                && two.details().birthDate() != null
                && !one.details().birthDate().equals(two.details().birthDate())) {
            signs.add(Sign.BIRTH_DATES);
        }
        if (Collections.disjoint(words(one), words(two))) {
            signs.add(Sign.NAMES);
        }
        if (hasCard(one) && hasCard(two)) {
            signs.add(Sign.CARDS);
        }
        if (areOthers(mails(one), mails(two)) && Collections.disjoint(phones(one), phones(two))) {
            signs.add(Sign.REACHED_OTHERWISE);
        }
        return signs;
    }

    private static boolean areOthers(Set<String> one, Set<String> two) {
        return !one.isEmpty() && !two.isEmpty() && Collections.disjoint(one, two);
    }

    private static boolean hasCard(Member member) {
        return member.cards().stream().anyMatch(card -> card.state() == CardState.ACTIVE);
    }

    private static Set<String> words(Member member) {
        return Stream.of(
                        member.details().givenName(),
                        member.details().familyName(),
                        member.details().organisationName())
                .filter(Objects::nonNull)
                .map(Folding::fold)
                .collect(Collectors.toSet());
    }

    private static Set<String> mails(Member member) {
        return member.details().mails().stream()
                .map(MailAddress::address)
                .map(address -> address.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static Set<String> phones(Member member) {
        return member.details().phones().stream()
                .map(Phone::number)
                .map(PhoneDigits::of)
                .collect(Collectors.toSet());
    }
}
