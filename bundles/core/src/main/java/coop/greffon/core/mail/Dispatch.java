package coop.greffon.core.mail;

/** Whether letters can leave. */
public enum Dispatch {
    /** A server is set and letters leave as they are written. */
    OPEN,
    /** No server, sender or public address is set: letters wait. */
    NOT_SET_UP,
    /** This is a demo: no letter ever leaves. */
    DEMO
}
