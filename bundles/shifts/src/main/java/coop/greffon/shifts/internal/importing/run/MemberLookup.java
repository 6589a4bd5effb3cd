package coop.greffon.shifts.internal.importing.run;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.members.ExternalId;
import coop.greffon.members.Member;
import coop.greffon.members.Members;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds whom a file means: by their number, by what Odoo calls them, or by the number before their name. */
final class MemberLookup {
    private static final String ODOO = "odoo";
    private static final Pattern BEFORE_THE_NAME = Pattern.compile("(\\d+)(?:\\.0)?(?: - .+)?");

    private MemberLookup() {}

    /**
     * The member of that name.
     *
     * @throws InvalidInput where there is none
     */
    static Member find(Members members, String typed) {
        return members.findByNumber(typed)
                .or(() -> members.findByExternalId(new ExternalId(ODOO, typed)))
                .or(() -> byNumberBefore(members, typed))
                .orElseThrow(() ->
                        new InvalidInput(FieldError.of("member", typed, Text.of("shifts.import.member-unknown"))));
    }

    private static Optional<Member> byNumberBefore(Members members, String typed) {
        Matcher found = BEFORE_THE_NAME.matcher(typed);
        return found.matches() ? members.findByNumber(found.group(1)) : Optional.empty();
    }
}
