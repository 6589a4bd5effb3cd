package coop.greffon.shifts.internal.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Remembers what was told of leaves, and of which days. */
public final class LeaveNewsHeard implements LeaveNews {
    public final List<String> told = new ArrayList<>();

    @Override
    public void approved(long requestId, long memberId, LocalDate from, LocalDate to) {
        told.add("approved " + from + " " + to);
    }

    @Override
    public void refused(long requestId, long memberId, LocalDate from, String reason) {
        told.add("refused " + from + " " + reason);
    }

    @Override
    public void ended(long periodId, long memberId, LocalDate last) {
        told.add("ended " + last);
    }
}
