package coop.greffon.shifts.internal.reminder;

import coop.greffon.core.mail.Letter;
import coop.greffon.core.mail.Letter.Link;
import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.store.LeaveNews;
import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells whoever asked for a leave, and nobody else of their household, at once what is decided about it. */
@Component(service = LeaveNews.class)
public final class LeaveLetters implements LeaveNews {
    static final Link MINE = new Link(Text.of("shifts.letter.leaves"), "/shifts/leave");

    private final Postman postman;

    @Activate
    public LeaveLetters(@Reference Postman postman) {
        this.postman = postman;
    }

    @Override
    public void approved(long requestId, long memberId, LocalDate from, LocalDate to) {
        postman.writeToOne(
                memberId,
                to == null
                        ? Text.of("shifts.letter.leave-open.title", Letter.COOP)
                        : Text.of("shifts.letter.leave-approved.title", Letter.COOP),
                to == null
                        ? Text.of("shifts.letter.leave-open.text", from)
                        : Text.of("shifts.letter.leave-approved.text", from, to),
                MINE,
                "shifts.leave-request/" + requestId);
    }

    @Override
    public void refused(long requestId, long memberId, LocalDate from, String reason) {
        postman.writeToOne(
                memberId,
                Text.of("shifts.letter.leave-refused.title", Letter.COOP),
                Text.of("shifts.letter.leave-refused.text", from, reason),
                MINE,
                "shifts.leave-request/" + requestId);
    }

    @Override
    public void ended(long periodId, long memberId, LocalDate last) {
        postman.writeToOne(
                memberId,
                Text.of("shifts.letter.leave-void.title", Letter.COOP),
                Text.of("shifts.letter.leave-void.text", last),
                MINE,
                "shifts.leave-void/" + periodId);
    }
}
