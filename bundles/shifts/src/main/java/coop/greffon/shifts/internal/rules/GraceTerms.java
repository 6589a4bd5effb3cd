package coop.greffon.shifts.internal.rules;

/**
 * The grace that whoever is suspended may ask for.
 *
 * @param days how many days after its first it lasts, 0 where there is none
 * @param endsAfterNextShift whether it ends on the day after the next booked shift where that comes earlier
 * @param oncePerAlert whether it is given once in an alert, or else again when it is over
 */
public record GraceTerms(int days, boolean endsAfterNextShift, boolean oncePerAlert) {
    public static final GraceTerms NONE = new GraceTerms(0, false, true);
}
