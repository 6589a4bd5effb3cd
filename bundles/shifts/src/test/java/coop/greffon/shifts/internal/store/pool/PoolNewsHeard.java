package coop.greffon.shifts.internal.store.pool;

import coop.greffon.shifts.internal.rules.Unit;
import java.util.ArrayList;
import java.util.List;

/** Remembers what was told, and to whom. */
public final class PoolNewsHeard implements PoolNews {
    public final List<String> heard = new ArrayList<>();

    @Override
    public void granted(PoolRequest request, Unit unit) {
        heard.add("granted " + request.memberId() + " " + request.amount());
    }

    @Override
    public void refused(PoolRequest request) {
        heard.add("refused " + request.memberId());
    }
}
