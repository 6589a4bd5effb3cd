package coop.greffon.shifts.internal.reminder;

import coop.greffon.core.mail.Letter;
import coop.greffon.core.mail.Letter.Link;
import coop.greffon.core.message.Text;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.store.slot.Booking;
import coop.greffon.shifts.internal.store.slot.SeatNews;
import coop.greffon.shifts.internal.store.slot.Shift;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.OwnSeat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** One letter to each, with all the shifts to which they were to come; to whose account it is where somebody has no address. */
    @Override
    public void freed(long memberId, List<OwnSeat> seats) {
        Map<Long, List<OwnSeat>> theirs = new LinkedHashMap<>();
        seats.forEach(seat -> postman.coming(memberId, seat.booking().comes())
                .forEach(person ->
                        theirs.computeIfAbsent(person, id -> new ArrayList<>()).add(seat)));
        theirs.forEach((person, own) -> {
            String cause = "shifts.freed/" + revision(own.get(0).booking()) + "/" + person;
            if (!writeFreed(person, own, cause) && person != memberId) {
                writeFreed(memberId, own, cause);
            }
        });
    }

    private boolean writeFreed(long person, List<OwnSeat> seats, String cause) {
        return postman.writeToOne(
                person,
                Text.of("shifts.letter.freed.title", Letter.COOP),
                Text.of("shifts.letter.freed.text", listed(seats)),
                MINE,
                cause,
                language -> seats.stream()
                        .flatMap(seat -> files.of(seat.booking().id(), language).stream())
                        .toList());
    }

    private static Text listed(List<OwnSeat> seats) {
        return seats.stream()
                .map(seat -> Text.of(
                        "shifts.letter.freed.seat",
                        seat.shift().day(),
                        seat.shift().job()))
                .reduce((before, next) -> Text.of("shifts.letter.freed.and", before, next))
                .orElseThrow();
    }

    /** A shift may be moved back, or cancelled a second time: that is news again. */
    private static String revision(Booking booking) {
        return booking.id() + "/" + booking.revision();
    }
}
