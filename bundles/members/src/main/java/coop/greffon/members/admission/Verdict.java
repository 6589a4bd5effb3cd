package coop.greffon.members.admission;

/** Whether somebody may shop, the better first. */
public enum Verdict {
    ALLOW,
    /** Yes, and somebody should look at why there is a doubt. */
    WARN,
    DENY;

    /** The worse of the two. */
    public Verdict or(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
