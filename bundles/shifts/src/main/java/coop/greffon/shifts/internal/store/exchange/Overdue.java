package coop.greffon.shifts.internal.store.exchange;

import coop.greffon.shifts.internal.store.booking.JpaHolds;
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

    /** Asked again, nothing is ended twice. */
    public int end() {
        return requests.endOver() + exchanges.endOver() + holds.endOver();
    }
}
