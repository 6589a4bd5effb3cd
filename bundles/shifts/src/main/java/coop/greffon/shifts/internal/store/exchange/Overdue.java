package coop.greffon.shifts.internal.store.exchange;

import coop.greffon.shifts.internal.store.Alone;
import coop.greffon.shifts.internal.store.booking.JpaHolds;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Ends what people asked of each other and can no longer come to anything. */
@Component(service = Overdue.class)
public final class Overdue {
    private final JpaRequests requests;
    private final ExchangeBoard exchanges;
    private final JpaHolds holds;

    @Activate
    public Overdue(@Reference JpaRequests requests, @Reference ExchangeBoard exchanges, @Reference JpaHolds holds) {
        this.holds = holds;
        this.requests = requests;
        this.exchanges = exchanges;
    }

    /** Asked again, nothing is ended twice. One that cannot be ended keeps no other from it. */
    public int end() {
        var ended = new AtomicInteger(holds.endOver());
        List<IntSupplier> all = Stream.concat(
                        requests.openIds().stream().map(id -> (IntSupplier) () -> requests.endOver(id)),
                        exchanges.openIds().stream().map(id -> (IntSupplier) () -> exchanges.endOver(id)))
                .toList();
        Alone.each(all, one -> ended.addAndGet(one.getAsInt()));
        return ended.get();
    }
}
