package coop.greffon.members;

/**
 * A member in one line.
 *
 * @param id its id
 * @param number its number as the co-op writes it, null where it has none yet
 * @param name the name shown: given name first for a person
 * @param status how far a member
 */
public record MemberSummary(long id, String number, String name, MemberStatus status) {}
