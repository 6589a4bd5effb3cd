package coop.greffon.shifts.internal.reminder;

import coop.greffon.core.mail.Letter;
import coop.greffon.core.mail.Letter.Link;
import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.store.slot.Hold;
import coop.greffon.shifts.internal.store.slot.HoldNews;
import coop.greffon.shifts.internal.store.slot.Shift;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells people at once that a seat is kept for them. */
@Component(service = HoldNews.class)
public final class HoldLetters implements HoldNews {
    private final Postman postman;

    @Activate
    public HoldLetters(@Reference Postman postman) {
        this.postman = postman;
    }

    @Override
    public void held(Hold hold) {
        Shift shift = hold.shift();
        postman.write(
                hold.memberId(),
                Text.of("shifts.letter.held.title", Letter.COOP, shift.day()),
                Text.of(
                        "shifts.letter.held.text",
                        shift.day(),
                        postman.hour(shift.span().starts()),
                        shift.job(),
                        hold.until()),
                new Link(Text.of("shifts.letter.held.open"), "/shifts/holds/" + hold.id()),
                "shifts.held/" + hold.id());
    }
}
