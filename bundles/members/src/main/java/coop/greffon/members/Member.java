package coop.greffon.members;

import java.time.LocalDate;
import java.util.List;

/**
 * Somebody the co-op knows: a member, somebody on the way to become one, a former one, or only a contact.
 *
 * @param id its id, the same for ever
 * @param revision how often its details were changed; whoever changes them says which revision they saw
 * @param name the name shown: given name first for a person
 * @param details what is said of them
 * @param status their status today, null for somebody who is none of the three
 * @param since the first day of that status, null where there is none
 * @param statusReason why they have that status, null where nobody said
 * @param cards their cards, the active one first, then the newest
 * @param externalIds what other programs call them
 * @param photo a tag that changes with the photo, null where there is none
 */
public record Member(
        long id,
        long revision,
        String name,
        MemberDraft details,
        MemberStatus status,
        LocalDate since,
        String statusReason,
        List<Card> cards,
        List<ExternalId> externalIds,
        String photo) {
    public Member {
        cards = List.copyOf(cards);
        externalIds = List.copyOf(externalIds);
    }

    /** How accounts and other bundles name this person. */
    public String subject() {
        return Subjects.of(id);
    }
}
