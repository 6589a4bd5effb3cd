package coop.greffon.shifts.internal.reminder;

import coop.greffon.core.mail.Attachment;
import coop.greffon.core.mail.Letter;
import coop.greffon.core.mail.Letter.Link;
import coop.greffon.core.message.Text;
import coop.greffon.members.Member;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.store.exchange.Exchange;
import coop.greffon.shifts.internal.store.exchange.Exchange.Answer;
import coop.greffon.shifts.internal.store.exchange.ExchangeNews;
import coop.greffon.shifts.internal.store.exchange.ExchangeState;
import coop.greffon.shifts.internal.store.slot.Shift;
import coop.greffon.shifts.internal.words.ShortName;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells both people at once what becomes of an exchange. */
@Component(service = ExchangeNews.class)
public final class ExchangeLetters implements ExchangeNews {
    private final Postman postman;
    private final Members members;
    private final SeatFiles files;

    @Activate
    public ExchangeLetters(@Reference Postman postman, @Reference Members members, @Reference SeatFiles files) {
        this.postman = postman;
        this.members = members;
        this.files = files;
    }

    @Override
    public void offered(Exchange exchange) {
        write(exchange, exchange.wantedId(), "offered", exchange.memberId(), exchange.shift(), "");
    }

    @Override
    public void declined(Exchange exchange) {
        String name = ShortName.of(members.get(exchange.wantedId()));
        write(exchange, exchange.memberId(), "declined", name, exchange.shift(), "");
    }

    @Override
    public void answered(Exchange exchange, Answer answer) {
        write(exchange, exchange.memberId(), "answered", answer.memberId(), answer.shift(), "/" + answer.id());
    }

    @Override
    public void refused(Exchange exchange, Answer answer) {
        write(exchange, answer.memberId(), "not-taken", offering(exchange), answer.shift(), "/" + answer.id());
    }

    @Override
    public void done(Exchange exchange, Answer answer) {
        exchanged(
                exchange,
                exchange.memberId(),
                answer.memberId(),
                exchange.shift(),
                answer.shift(),
                language -> files.exchanged(exchange.bookingId(), answer.bookingId(), language));
        exchanged(
                exchange,
                answer.memberId(),
                exchange.memberId(),
                answer.shift(),
                exchange.shift(),
                language -> files.exchanged(answer.bookingId(), exchange.bookingId(), language));
    }

    private void exchanged(
            Exchange exchange,
            long memberId,
            long otherId,
            Shift given,
            Shift taken,
            Function<Locale, List<Attachment>> both) {
        postman.write(
                memberId,
                Text.of("shifts.letter.exchanged.title", Letter.COOP, taken.day()),
                Text.of(
                        "shifts.letter.exchanged.text",
                        members.get(otherId).name(),
                        taken.day(),
                        postman.hour(taken.span().starts()),
                        taken.job(),
                        given.day(),
                        given.job()),
                new Link(Text.of("shifts.letter.open"), "/shifts/mine"),
                "shifts.exchanged/" + exchange.id() + "/" + memberId,
                both);
    }

    @Override
    public void over(Exchange exchange) {
        if (exchange.state() == ExchangeState.OVER) {
            postman.write(
                    exchange.memberId(),
                    Text.of(
                            "shifts.letter.own-offer-over.title",
                            Letter.COOP,
                            exchange.shift().day()),
                    Text.of(
                            "shifts.letter.own-offer-over.text",
                            exchange.shift().day(),
                            exchange.shift().job()),
                    open(exchange),
                    "shifts.own-offer-over/" + exchange.id());
        }
        if (exchange.wantedId() != null) {
            write(exchange, exchange.wantedId(), "offer-over", exchange.memberId(), exchange.shift(), "");
        }
    }

    @Override
    public void over(Exchange exchange, Answer answer) {
        if (answer.state() == ExchangeState.OVER) {
            write(exchange, answer.memberId(), "answer-over", offering(exchange), answer.shift(), "/" + answer.id());
        }
        if (exchange.state() == ExchangeState.OPEN) {
            write(exchange, exchange.memberId(), "answer-gone", answer.memberId(), answer.shift(), "/" + answer.id());
        }
    }

    /** Whoever offers a seat to all, as those read it with whom it comes to nothing. */
    private String offering(Exchange exchange) {
        Member member = members.get(exchange.memberId());
        return exchange.wantedId() == null ? ShortName.of(member) : member.name();
    }

    /** Tells one of the two about the other and a shift. */
    private void write(Exchange exchange, long memberId, String what, long otherId, Shift shift, String which) {
        write(exchange, memberId, what, members.get(otherId).name(), shift, which);
    }

    private void write(Exchange exchange, long memberId, String what, String other, Shift shift, String which) {
        postman.write(
                memberId,
                Text.of("shifts.letter." + what + ".title", Letter.COOP, shift.day()),
                Text.of(
                        "shifts.letter." + what + ".text",
                        other,
                        shift.day(),
                        postman.hour(shift.span().starts()),
                        shift.job()),
                open(exchange),
                "shifts." + what + "/" + exchange.id() + which);
    }

    private static Link open(Exchange exchange) {
        return new Link(Text.of("shifts.letter.exchange"), "/shifts/exchanges/" + exchange.id());
    }
}
