package coop.greffon.members.internal.importing.run;

/** What becomes of the good lines of a file that has bad ones. */
public enum Mode {
    /** One refused line or value, and nothing is imported. */
    ALL,
    /** What is refused is left out, the rest is imported. */
    GOOD_LINES
}
