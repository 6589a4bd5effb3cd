package coop.greffon.shifts.internal.store.exchange;

import coop.greffon.shifts.internal.store.exchange.Exchange.Answer;
import java.util.ArrayList;
import java.util.List;

/** Remembers what was told, and of whom. */
public final class ExchangeNewsHeard implements ExchangeNews {
    public final List<String> heard = new ArrayList<>();

    @Override
    public void offered(Exchange exchange) {
        heard.add("offered to " + exchange.wantedId());
    }

    @Override
    public void declined(Exchange exchange) {
        heard.add("declined by " + exchange.wantedId());
    }

    @Override
    public void answered(Exchange exchange, Answer answer) {
        heard.add("answered by " + answer.memberId());
    }

    @Override
    public void refused(Exchange exchange, Answer answer) {
        heard.add("refused to " + answer.memberId());
    }

    @Override
    public void done(Exchange exchange, Answer answer) {
        heard.add("done " + exchange.memberId() + " " + answer.memberId());
    }

    @Override
    public void over(Exchange exchange) {
        heard.add("offer of " + exchange.memberId() + " " + exchange.state());
    }

    @Override
    public void over(Exchange exchange, Answer answer) {
        heard.add("answer of " + answer.memberId() + " " + answer.state());
    }
}
