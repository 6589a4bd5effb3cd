package coop.greffon.shifts.internal.reader;

import coop.greffon.members.Members;
import coop.greffon.shifts.internal.store.exchange.AskState;
import coop.greffon.shifts.internal.store.exchange.Exchange;
import coop.greffon.shifts.internal.store.exchange.Exchange.Answer;
import coop.greffon.shifts.internal.store.exchange.ExchangeState;
import coop.greffon.shifts.internal.store.exchange.Request;
import coop.greffon.shifts.internal.words.ShortName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What people are called by whoever deals with them about seats. Somebody who was found by a number, or offers a seat to all, and has not
 * come to meet whoever reads it, is a first name and an initial.
 */
public final class Acquaintances {
    private Acquaintances() {}

    /**
     * The names by the id of the member.
     *
     * @param reader who reads them
     */
    public static Map<Long, String> names(
            Members members, long reader, List<Request> requests, List<Exchange> exchanges) {
        Set<Long> known = new HashSet<>();
        Set<Long> found = new HashSet<>();
        for (Request request : requests) {
            known.add(request.askerId());
            (request.state() == AskState.ACCEPTED || request.askedId() == reader ? known : found)
                    .add(request.askedId());
        }
        for (Exchange exchange : exchanges) {
            (isMet(exchange, reader) ? known : found).add(exchange.memberId());
            exchange.answers().stream().map(Answer::memberId).forEach(known::add);
            if (exchange.wantedId() != null) {
                (exchange.wantedId() == reader ? known : found).add(exchange.wantedId());
            }
        }
        Map<Long, String> names = new HashMap<>();
        members.summaries(List.copyOf(known)).forEach((id, summary) -> names.put(id, summary.name()));
        found.removeAll(known);
        members.findAll(List.copyOf(found)).forEach((id, member) -> names.put(id, ShortName.of(member)));
        return names;
    }

    /** Whoever offers a seat to all is not met by each who reads it: only by whom they asked, and by whom they exchange with. */
    private static boolean isMet(Exchange exchange, long reader) {
        return exchange.memberId() == reader
                || Objects.equals(exchange.wantedId(), reader)
                || exchange.answers().stream()
                        .anyMatch(answer -> answer.memberId() == reader && answer.state() == ExchangeState.DONE);
    }
}
