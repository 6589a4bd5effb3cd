package coop.greffon.members;

/**
 * In which order members are listed.
 *
 * @param by what they are ordered by
 * @param descending true for the last first
 */
public record MemberOrder(By by, boolean descending) {
    /** By name. */
    public static final MemberOrder NAME = new MemberOrder(By.NAME, false);

    /** What members are ordered by. */
    public enum By {
        /** Family name, then given name; organisations by their name. Accents and case do not count. */
        NAME,
        /** The number, its digits by value; whoever has none stands after all numbers. */
        NUMBER,
        /** The first day of the status; whoever has none counts as before all days. */
        SINCE
    }
}
