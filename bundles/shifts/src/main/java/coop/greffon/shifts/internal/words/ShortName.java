package coop.greffon.shifts.internal.words;

import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;

/** What somebody is called where everybody reads it: the first name and an initial. */
public final class ShortName {
    private ShortName() {}

    public static String of(Member member) {
        MemberDraft details = member.details();
        return details.givenName() == null || details.familyName() == null
                ? member.name()
                : details.givenName() + " " + initial(details.familyName()) + ".";
    }

    private static String initial(String name) {
        return name.substring(0, name.offsetByCodePoints(0, 1));
    }
}
