package coop.greffon.members;

import static coop.greffon.members.Shapes.trimmed;

/**
 * Which members are wanted; a null leaves that open.
 *
 * @param query what was typed to find somebody: starts of names, a number, a mail address, a telephone number, the code of a card
 * @param standing how far a member
 * @param tag a tag, or a path whose tags below it count as well
 * @param kind persons or organisations
 */
public record MemberFilter(String query, Standing standing, String tag, MemberKind kind) {
    /** Everybody. */
    public static final MemberFilter ALL = new MemberFilter(null, null, null, null);

    /** A status to filter by, or none at all. */
    public enum Standing {
        CANDIDATE,
        MEMBER,
        FORMER,
        /** Contacts: suppliers, their people, minors of a household. */
        NONE;

        /** The standing that a status is; null is {@link #NONE}. */
        public static Standing of(MemberStatus status) {
            return status == null ? NONE : valueOf(status.name());
        }
    }

    public MemberFilter {
        query = trimmed(query);
        tag = trimmed(tag);
    }

    /** Whoever fits what was typed. */
    public static MemberFilter query(String query) {
        return new MemberFilter(query, null, null, null);
    }
}
