package coop.greffon.shifts.internal.store;

import coop.greffon.shifts.internal.rules.LeaveType;
import java.util.Arrays;
import java.util.List;

/** What holds on some days of somebody. */
public enum PeriodKind {
    HOLIDAY(LeaveType.HOLIDAY),
    EXEMPTION(LeaveType.EXEMPTION),
    SICK(LeaveType.SICK),
    PARENTAL(LeaveType.PARENTAL),
    /** May shop in spite of a debt. */
    GRACE(null);

    private final LeaveType leave;

    PeriodKind(LeaveType leave) {
        this.leave = leave;
    }

    /** The kind of leave it is, null for none. */
    public LeaveType leave() {
        return leave;
    }

    public boolean isLeave() {
        return leave != null;
    }

    /** Those that are leaves. */
    public static List<PeriodKind> leaves() {
        return Arrays.stream(values()).filter(PeriodKind::isLeave).toList();
    }

    /** Those on whose days seats are freed. */
    public static List<PeriodKind> freeingSeats() {
        return leaves().stream().filter(kind -> kind.leave.removesBookings()).toList();
    }
}
