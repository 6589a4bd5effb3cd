package coop.greffon.shifts.internal.rules;

/**
 * A kind of leave.
 *
 * @param mayShop whether one may shop meanwhile: an exemption, or else a leave
 * @param pausesDebit whether nothing is due meanwhile
 * @param pausesAlert whether the days of an alert do not run meanwhile
 */
public record LeaveType(String code, boolean mayShop, boolean pausesDebit, boolean pausesAlert) {
    /** Away: owes nothing, does not shop. */
    public static final LeaveType HOLIDAY = new LeaveType("holiday", false, true, true);

    /** Owes nothing and shops. */
    public static final LeaveType EXEMPTION = new LeaveType("exemption", true, true, true);
}
