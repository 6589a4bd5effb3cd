package coop.greffon.shifts.internal.rules;

/** A kind of leave: what holds on its days, whoever it is given to. What is asked for it differs from co-op to co-op. */
public enum LeaveType {
    /** Away: owes nothing, does not shop. */
    HOLIDAY(false),
    /** Owes nothing and shops. */
    EXEMPTION(true),
    /** Ill: an exemption with an end, and in some co-ops a certificate. */
    SICK(true),
    /** With a child who came: an exemption with an end. */
    PARENTAL(true);

    private final boolean mayShop;

    LeaveType(boolean mayShop) {
        this.mayShop = mayShop;
    }

    /** Whether one may shop meanwhile: an exemption, or else a leave. */
    public boolean mayShop() {
        return mayShop;
    }

    /** Whether nothing is due meanwhile, where the rules do not say that it is. */
    public boolean pausesDebit() {
        return true;
    }

    /** Whether the days of an alert do not run meanwhile, where the rules do not say that they do. */
    public boolean pausesAlert() {
        return true;
    }

    /** Whether seats on its days are freed. */
    public boolean removesBookings() {
        return true;
    }
}
