package coop.greffon.members;

/** By what somebody was found whose name and number do not show it. */
public enum FoundBy {
    MAIL,
    PHONE,
    CARD
}
