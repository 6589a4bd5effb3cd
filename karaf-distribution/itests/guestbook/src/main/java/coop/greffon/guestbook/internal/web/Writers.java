package coop.greffon.guestbook.internal.web;

import coop.greffon.members.Subjects;
import coop.greffon.web.Visit;
import java.util.OptionalLong;

/** Who writes. */
final class Writers {
    private Writers() {}

    /** The member behind the account, null where there is none. */
    static Long memberId(Visit visit) {
        OptionalLong member = Subjects.memberId(visit.signedIn().subject());
        return member.isPresent() ? member.getAsLong() : null;
    }
}
