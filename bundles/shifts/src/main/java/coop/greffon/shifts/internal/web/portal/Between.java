package coop.greffon.shifts.internal.web.portal;

import coop.greffon.members.Members;
import coop.greffon.shifts.internal.reader.Acquaintances;
import coop.greffon.shifts.internal.store.booking.JpaHolds;
import coop.greffon.shifts.internal.store.exchange.Exchange;
import coop.greffon.shifts.internal.store.exchange.ExchangeBoard;
import coop.greffon.shifts.internal.store.exchange.JpaRequests;
import coop.greffon.shifts.internal.store.exchange.Request;
import coop.greffon.shifts.internal.store.slot.Hold;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is open between somebody and others about their seats.
 *
 * @param memberId the reader
 * @param requests to come instead, made and got
 * @param own the seats the reader offers for others
 * @param offered the seats others offer that the reader could answer
 * @param holds the seats that are kept for the reader
 * @param names of everybody in it
 */
public record Between(
        long memberId,
        List<Request> requests,
        List<Exchange> own,
        List<Exchange> offered,
        List<Hold> holds,
        Map<Long, String> names) {
    public Between {
        requests = List.copyOf(requests);
        own = List.copyOf(own);
        offered = List.copyOf(offered);
        holds = List.copyOf(holds);
        names = Map.copyOf(names);
    }

    /** Reads it. */
    public static Between of(
            long memberId, JpaRequests requests, ExchangeBoard board, JpaHolds holds, Members members) {
        List<Request> open = requests.open(memberId);
        List<Exchange> own = board.own(memberId);
        List<Exchange> offered = board.offered(memberId);
        List<Exchange> exchanges = Stream.concat(own.stream(), offered.stream()).toList();
        return new Between(
                memberId,
                open,
                own,
                offered,
                holds.open(memberId),
                Acquaintances.names(members, memberId, open, exchanges));
    }

    /** What others offer to the reader by name. */
    public List<Exchange> named() {
        return offered.stream().filter(one -> one.wantedId() != null).toList();
    }

    public boolean isEmpty() {
        return requests.isEmpty() && own.isEmpty() && holds.isEmpty() && named().isEmpty();
    }

    /** What somebody is called. */
    public String name(long id) {
        return names.getOrDefault(id, "");
    }
}
