package coop.greffon.members;

/** How far somebody is a member. */
public enum MemberStatus {
    /** Asked to join. */
    CANDIDATE,
    MEMBER,
    /** Was a member. */
    FORMER
}
