package coop.greffon.shifts.internal.reader;

import coop.greffon.members.Members;
import coop.greffon.shifts.internal.store.exchange.AskState;
import coop.greffon.shifts.internal.store.exchange.Exchange;
import coop.greffon.shifts.internal.store.exchange.Exchange.Answer;
import coop.greffon.shifts.internal.store.exchange.Request;
import coop.greffon.shifts.internal.words.ShortName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What people are called by whoever deals with them about seats. Somebody who was found by a number, and has not come to meet whoever
 * found them, is a first name and an initial.
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
            known.add(exchange.memberId());
            exchange.answers().stream().map(Answer::memberId).forEach(known::add);
            if (exchange.wantedId() != null) {
                (exchange.wantedId() == reader ? known : found).add(exchange.wantedId());
            }
        }
        Map<Long, String> names = new HashMap<>();
        members.summaries(List.copyOf(known)).forEach((id, summary) -> names.put(id, summary.name()));
        found.stream().filter(id -> !known.contains(id)).forEach(id -> names.put(id, ShortName.of(members.get(id))));
        return names;
    }
}
