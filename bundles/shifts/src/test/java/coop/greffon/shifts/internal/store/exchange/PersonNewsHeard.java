package coop.greffon.shifts.internal.store.exchange;

import coop.greffon.shifts.internal.store.slot.Shift;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Remembers what was told, and to whom. */
public final class PersonNewsHeard implements PersonNews {
    public final List<String> heard = new ArrayList<>();
    /** Nothing can be told to these. */
    public final Set<Long> unreachable = new HashSet<>();

    @Override
    public void asked(Request request) {
        heard.add("asked " + request.askedId());
    }

    @Override
    public void refused(Request request) {
        heard.add("refused " + request.askerId());
    }

    @Override
    public void over(Request request) {
        if (unreachable.contains(request.askedId())) {
            throw new IllegalStateException("no way to tell " + request.askedId());
        }
        heard.add("over " + request.askerId() + " " + request.askedId() + " " + request.state());
    }

    @Override
    public void replaces(long bookingId, long memberId, long freedMemberId, Shift shift) {
        heard.add(memberId + " replaces " + freedMemberId);
    }
}
