package coop.greffon.members.internal.web;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.members.Member;
import coop.greffon.members.MemberFilter;
import coop.greffon.members.MemberOrder;
import coop.greffon.members.MemberSummary;
import coop.greffon.members.Members;
import coop.greffon.web.Visit;
import coop.greffon.web.form.Choice;
import coop.greffon.web.form.Typed;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds whom somebody means by what they typed, without JavaScript: one that fits is taken, of several one is chosen. */
final class PersonPicker {
    /** The field for what is typed. */
    static final String WHO = "who";

    /** The field for which of several it is. */
    static final String CHOSEN = "chosen";

    private static final int MOST = 10;

    private final Members members;

    PersonPicker(Members members) {
        this.members = members;
    }

    /**
     * What was found.
     *
     * @param id who, null where several fit
     * @param candidates those who fit where they are several
     */
    record Pick(Long id, List<MemberSummary> candidates) {
        List<Choice> choices(Visit visit) {
            return candidates.stream()
                    .map(one -> new Choice(Long.toString(one.id()), label(visit, one)))
                    .toList();
        }

        private static String label(Visit visit, MemberSummary one) {
            String number = one.number() == null ? null : visit.t("members.record.number", one.number());
            return Stream.of(one.name(), number, visit.t(MemberPages.status(one)), one.city())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" · "));
        }
    }

    /** Nobody yet. */
    static Pick nobody() {
        return new Pick(null, List.of());
    }

    /**
     * Whom a form means.
     *
     * @param but somebody who is not meant, such as the person whose page it is
     * @throws InvalidInput where nobody fits
     */
    Pick pick(Typed typed, long but) {
        Long chosen = typed.whole(CHOSEN);
        typed.insist();
        if (chosen != null) {
            return new Pick(members.get(chosen).id(), List.of());
        }
        String who = typed.text(WHO);
        if (who == null) {
            throw nobody(who);
        }
        Long byNumber = members.findByNumber(who).map(Member::id).orElse(null);
        if (byNumber != null && byNumber != but) {
            return new Pick(byNumber, List.of());
        }
        List<MemberSummary> found = members.list(MemberFilter.query(who), MemberOrder.NAME, 0, MOST).rows().stream()
                .filter(one -> one.id() != but)
                .toList();
        if (found.isEmpty()) {
            throw nobody(who);
        }
        return found.size() == 1 ? new Pick(found.get(0).id(), List.of()) : new Pick(null, found);
    }

    private static InvalidInput nobody(String who) {
        return new InvalidInput(FieldError.of(WHO, who, Text.of("members.pick.nobody")));
    }
}
