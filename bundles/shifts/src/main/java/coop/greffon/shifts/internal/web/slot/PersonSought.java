package coop.greffon.shifts.internal.web.slot;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.members.Member;
import coop.greffon.members.MemberFilter;
import coop.greffon.members.MemberOrder;
import coop.greffon.members.MemberSummary;
import coop.greffon.members.Members;
import coop.greffon.web.form.Choice;
import coop.greffon.web.form.Typed;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom a form means by a number or a name; of several one is chosen.
 *
 * @param id of the member, null where several fit
 * @param candidates those who fit where they are several
 */
record PersonSought(Long id, List<MemberSummary> candidates) {
    private static final int MOST = 10;

    /**
     * Finds them.
     *
     * @throws InvalidInput where nobody fits
     */
    static PersonSought of(Members members, Typed typed) {
        Long chosen = typed.whole("chosen");
        typed.insist();
        if (chosen != null) {
            return new PersonSought(members.get(chosen).id(), List.of());
        }
        String who = typed.text("who");
        if (who == null) {
            throw nobody(null);
        }
        Long byNumber = members.findByNumber(who).map(Member::id).orElse(null);
        if (byNumber != null) {
            return new PersonSought(byNumber, List.of());
        }
        List<MemberSummary> found =
                members.list(MemberFilter.query(who), MemberOrder.NAME, 0, MOST).rows();
        if (found.isEmpty()) {
            throw nobody(who);
        }
        return found.size() == 1 ? new PersonSought(found.get(0).id(), List.of()) : new PersonSought(null, found);
    }

    private static InvalidInput nobody(String who) {
        return new InvalidInput(FieldError.of("who", who, Text.of("members.pick.nobody")));
    }

    List<Choice> choices() {
        return candidates.stream()
                .map(one -> new Choice(
                        Long.toString(one.id()),
                        Stream.of(one.name(), one.number(), one.city())
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(" · "))))
                .toList();
    }
}
