package coop.greffon.shifts.internal.reminder;

import coop.greffon.core.mail.Letter;
import coop.greffon.core.mail.Letter.Link;
import coop.greffon.core.message.Text;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.store.slot.Booking;
import coop.greffon.shifts.internal.store.slot.SeatNews;
import coop.greffon.shifts.internal.store.slot.Shift;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells people at once what happens to their seats without them. */
@Component(service = SeatNews.class)
public final class SeatLetters implements SeatNews {
    private static final Link MINE = new Link(Text.of("shifts.letter.open"), "/shifts/mine");

    private final Postman postman;
    private final Members members;
    private final SeatFiles files;

    @Activate
    public SeatLetters(@Reference Postman postman, @Reference Members members, @Reference SeatFiles files) {
        this.postman = postman;
        this.members = members;
        this.files = files;
    }

    @Override
    public void standsIn(long bookingId, long freedMemberId, long memberId, Shift shift) {
        postman.write(
                freedMemberId,
                Text.of("shifts.letter.stood-in.title", Letter.COOP, shift.day()),
                Text.of("shifts.letter.stood-in.text", members.get(memberId).name(), shift.day(), shift.job()),
                MINE,
                "shifts.stood-in/" + bookingId,
                language -> files.of(bookingId, language));
    }

    @Override
    public void cancelled(Booking booking, long memberId, Shift shift) {
        postman.writeToWhoComes(
                memberId,
                booking.comes(),
                Text.of("shifts.letter.cancelled.title", Letter.COOP, shift.day()),
                Text.of("shifts.letter.cancelled.text", shift.day(), shift.job()),
                MINE,
                "shifts.cancelled/" + revision(booking),
                language -> files.of(booking.id(), language));
    }

    @Override
    public void again(Booking booking, long memberId, Shift shift) {
        postman.writeToWhoComes(
                memberId,
                booking.comes(),
                Text.of("shifts.letter.again.title", Letter.COOP, shift.day()),
                Text.of(
                        "shifts.letter.again.text",
                        shift.day(),
                        shift.job(),
                        postman.hour(shift.span().starts()),
                        postman.hour(shift.span().ends())),
                MINE,
                "shifts.again/" + revision(booking),
                language -> files.of(booking.id(), language));
    }

    @Override
    public void moved(Booking booking, long memberId, Shift shift) {
        Instant starts = shift.span().starts();
        postman.writeToWhoComes(
                memberId,
                booking.comes(),
                Text.of("shifts.letter.moved.title", Letter.COOP, shift.day()),
                Text.of(
                        "shifts.letter.moved.text",
                        shift.day(),
                        shift.job(),
                        postman.hour(starts),
                        postman.hour(shift.span().ends())),
                MINE,
                "shifts.moved/" + revision(booking),
                language -> files.of(booking.id(), language));
    }

    /** A shift may be moved back, or cancelled a second time: that is news again. */
    private static String revision(Booking booking) {
        return booking.id() + "/" + booking.revision();
    }
}
