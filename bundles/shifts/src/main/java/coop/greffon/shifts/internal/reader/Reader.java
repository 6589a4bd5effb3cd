package coop.greffon.shifts.internal.reader;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.members.Subjects;
import coop.greffon.web.Visit;

/** Whoever is signed in, as a member. */
public final class Reader {
    private Reader() {}

    /**
     * The member who is signed in.
     *
     * @throws NotFound where the account is nobody's record
     */
    public static long memberId(Visit visit) {
        return Subjects.memberId(visit.signedIn().subject())
                .orElseThrow(() -> new NotFound(Text.of("shifts.self.none")));
    }
}
