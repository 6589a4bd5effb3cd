package coop.greffon.core.mail;

/** Whether letters can leave. */
public enum Dispatch {
    /** A server is set and letters leave as they are written. */
    OPEN(""),
    /** No server, sender or public address is set: letters wait. */
    NOT_SET_UP("-waiting"),
    /** This is a demo: no letter ever leaves. */
    DEMO("-demo");

    private final String ending;

    Dispatch(String ending) {
        this.ending = ending;
    }

    /**
     * The sentence that says what becomes of a letter that was just written: that of the key itself where it leaves, or that of the key
     * with {@code -waiting} or {@code -demo} behind.
     */
    public String sentence(String key) {
        return key + ending;
    }
}
