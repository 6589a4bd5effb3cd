package coop.greffon.shifts.internal.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Remembers what was told of leaves, and of which days. */
public final class LeaveNewsHeard implements LeaveNews {
    public final List<String> told = new ArrayList<>();
    public final List<Long> toldTo = new ArrayList<>();
    /** Nothing can be told to these. */
    public final Set<Long> unreachable = new HashSet<>();

    @Override
    public void approved(long requestId, long memberId, LocalDate from, LocalDate to) {
        toldTo.add(memberId);
        told.add("approved " + from + " " + to);
    }

    @Override
    public void refused(long requestId, long memberId, LocalDate from, String reason) {
        toldTo.add(memberId);
        told.add("refused " + from + " " + reason);
    }

    @Override
    public void ended(long periodId, long memberId, LocalDate last) {
        if (unreachable.contains(memberId)) {
            throw new IllegalStateException("no way to tell " + memberId);
        }
        toldTo.add(memberId);
        told.add("ended " + last);
    }
}
