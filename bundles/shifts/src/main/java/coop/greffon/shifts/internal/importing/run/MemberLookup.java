package coop.greffon.shifts.internal.importing.run;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.members.ExternalId;
import coop.greffon.members.Member;
import coop.greffon.members.MemberFilter;
import coop.greffon.members.MemberOrder;
import coop.greffon.members.MemberSummary;
import coop.greffon.members.Members;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds whom a file means: by their number, by what Odoo calls them, or by the number before their name. */
final class MemberLookup {
    private static final String ODOO = "odoo";
    private static final Pattern BEFORE_THE_NAME = Pattern.compile("(\\d+)(?:\\.0)?(?: - .+)?");

    private static final int LOOKED_AT = 50;

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

    /**
     * The one member who has a mail address.
     *
     * @throws InvalidInput where there is none, or several have it
     */
    static Member ofMail(Members members, String mail) {
        return only(
                members,
                mail,
                summary -> members.get(summary.id()).details().mails().stream()
                        .anyMatch(one -> one.address().equalsIgnoreCase(mail)));
    }

    /**
     * The one member of a name.
     *
     * @throws InvalidInput where there is none, or several are called so
     */
    static Member named(Members members, String name) {
        return only(members, name, summary -> summary.name().equalsIgnoreCase(name));
    }

    private static Member only(Members members, String typed, Predicate<MemberSummary> isMeant) {
        List<MemberSummary> meant =
                members.list(MemberFilter.query(typed), MemberOrder.NAME, 0, LOOKED_AT).rows().stream()
                        .filter(isMeant)
                        .toList();
        if (meant.size() != 1) {
            String key = meant.isEmpty() ? "shifts.import.nobody" : "shifts.import.several-people";
            throw new InvalidInput(FieldError.of("member", typed, Text.of(key)));
        }
        return members.get(meant.get(0).id());
    }

    private static Optional<Member> byNumberBefore(Members members, String typed) {
        Matcher found = BEFORE_THE_NAME.matcher(typed);
        return found.matches() ? members.findByNumber(found.group(1)) : Optional.empty();
    }
}
