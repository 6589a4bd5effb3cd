package coop.greffon.members;

/** What a card is worth. */
public enum CardState {
    ACTIVE,
    LOST,
    /** Another one took its place. */
    REPLACED,
    /** Withdrawn by staff: whoever shows it is refused, whatever else speaks for them. */
    REVOKED
}
