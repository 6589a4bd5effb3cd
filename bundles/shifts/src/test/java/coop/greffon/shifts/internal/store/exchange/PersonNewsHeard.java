package coop.greffon.shifts.internal.store.exchange;

import coop.greffon.shifts.internal.store.slot.Shift;
import java.util.ArrayList;
import java.util.List;

/** Remembers what was told, and to whom. */
public final class PersonNewsHeard implements PersonNews {
    public final List<String> heard = new ArrayList<>();

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
        heard.add("over " + request.askerId() + " " + request.askedId() + " " + request.state());
    }

    @Override
    public void replaces(long bookingId, long memberId, long freedMemberId, Shift shift) {
        heard.add(memberId + " replaces " + freedMemberId);
    }
}
