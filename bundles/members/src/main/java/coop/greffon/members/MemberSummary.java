package coop.greffon.members;

import java.time.LocalDate;

/**
 * A member in one line.
 *
 * @param id its id
 * @param number its number as the co-op writes it, null where it has none yet
 * @param kind a person or an organisation
 * @param name the name shown: given name first for a person
 * @param status how far a member, null for somebody who is none
 * @param since the first day of that status, null where there is none
 * @param mail the first mail address, null for none
 * @param phone the first telephone number as typed, null for none
 * @param city the town of the first address, null for none
 * @param foundBy by what a query found somebody; null where name or number show it, or there was no query
 */
public record MemberSummary(
        long id,
        String number,
        MemberKind kind,
        String name,
        MemberStatus status,
        LocalDate since,
        String mail,
        String phone,
        String city,
        FoundBy foundBy) {
    /** The same line of somebody found by that. */
    public MemberSummary withFoundBy(FoundBy by) {
        return new MemberSummary(id, number, kind, name, status, since, mail, phone, city, by);
    }
}
