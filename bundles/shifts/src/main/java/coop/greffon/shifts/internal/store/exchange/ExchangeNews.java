package coop.greffon.shifts.internal.store.exchange;

import coop.greffon.shifts.internal.store.exchange.Exchange.Answer;

/** Hears what becomes of seats that are offered for others, in the transaction in which it happens. */
public interface ExchangeNews {
    /** A seat is offered to somebody by name. */
    void offered(Exchange exchange);

    /** Whoever it was offered to by name says no. */
    void declined(Exchange exchange);

    /** A seat is offered in return. */
    void answered(Exchange exchange, Answer answer);

    /** Whoever offered wants another seat than that. */
    void refused(Exchange exchange, Answer answer);

    /** Both seats have changed hands. */
    void done(Exchange exchange, Answer answer);

    /** The offer ended without an exchange. */
    void over(Exchange exchange);

    /** What was offered in return can no longer be had, or is no longer wanted. */
    void over(Exchange exchange, Answer answer);
}
