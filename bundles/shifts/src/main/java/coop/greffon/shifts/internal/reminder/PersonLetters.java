package coop.greffon.shifts.internal.reminder;

import coop.greffon.core.mail.Letter;
import coop.greffon.core.mail.Letter.Link;
import coop.greffon.core.message.Text;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.store.exchange.AskState;
import coop.greffon.shifts.internal.store.exchange.PersonNews;
import coop.greffon.shifts.internal.store.exchange.Request;
import coop.greffon.shifts.internal.store.slot.Shift;
import coop.greffon.shifts.internal.words.ShortName;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells people at once what others ask of them about a seat, and what was answered. */
@Component(service = PersonNews.class)
public final class PersonLetters implements PersonNews {
    private static final Link MINE = new Link(Text.of("shifts.letter.open"), "/shifts/mine");

    private final Postman postman;
    private final Members members;

    @Activate
    public PersonLetters(@Reference Postman postman, @Reference Members members) {
        this.postman = postman;
        this.members = members;
    }

    @Override
    public void asked(Request request) {
        Shift shift = request.shift();
        postman.write(
                request.askedId(),
                Text.of("shifts.letter.asked.title", Letter.COOP, shift.day()),
                Text.of(
                        "shifts.letter.asked.text",
                        members.get(request.askerId()).name(),
                        shift.day(),
                        postman.hour(shift.span().starts()),
                        shift.job()),
                new Link(Text.of("shifts.letter.answer"), "/shifts/requests/" + request.id()),
                "shifts.asked/" + request.id());
    }

    @Override
    public void refused(Request request) {
        write(request, request.askerId(), "refused", ShortName.of(members.get(request.askedId())));
    }

    @Override
    public void over(Request request) {
        write(
                request,
                request.askedId(),
                "asked-over",
                members.get(request.askerId()).name());
        if (request.state() == AskState.OVER) {
            write(request, request.askerId(), "asks-over", ShortName.of(members.get(request.askedId())));
        }
    }

    /** Tells one of the two about the other; who was found by a number and has not said yes is not told by the full name. */
    private void write(Request request, long memberId, String what, String other) {
        Shift shift = request.shift();
        postman.write(
                memberId,
                Text.of("shifts.letter." + what + ".title", Letter.COOP, shift.day()),
                Text.of("shifts.letter." + what + ".text", other, shift.day(), shift.job()),
                MINE,
                "shifts." + what + "/" + request.id());
    }

    @Override
    public void replaces(long bookingId, long memberId, long freedMemberId, Shift shift) {
        postman.write(
                memberId,
                Text.of("shifts.letter.replaces.title", Letter.COOP, shift.day()),
                Text.of(
                        "shifts.letter.replaces.text",
                        members.get(freedMemberId).name(),
                        shift.day(),
                        shift.job()),
                MINE,
                "shifts.replaces/" + bookingId);
    }
}
