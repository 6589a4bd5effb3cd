package coop.greffon.shifts.internal.reminder;

import coop.greffon.core.mail.Letter;
import coop.greffon.core.mail.Letter.Link;
import coop.greffon.core.message.Text;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.store.booking.StandInNews;
import coop.greffon.shifts.internal.store.slot.Shift;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells somebody at once that another comes instead. */
@Component(service = StandInNews.class)
public final class StandInLetter implements StandInNews {
    private final Postman postman;
    private final Members members;

    @Activate
    public StandInLetter(@Reference Postman postman, @Reference Members members) {
        this.postman = postman;
        this.members = members;
    }

    @Override
    public void standsIn(long bookingId, long freedMemberId, long memberId, Shift shift) {
        postman.write(
                freedMemberId,
                Text.of("shifts.letter.stood-in.title", Letter.COOP, shift.day()),
                Text.of("shifts.letter.stood-in.text", members.get(memberId).name(), shift.day(), shift.job()),
                new Link(Text.of("shifts.letter.open"), "/shifts/mine"),
                "shifts.stood-in/" + bookingId);
    }
}
