package coop.greffon.members;

/** Whether a record is of a human being or of a body of them. */
public enum MemberKind {
    PERSON,
    ORGANISATION
}
