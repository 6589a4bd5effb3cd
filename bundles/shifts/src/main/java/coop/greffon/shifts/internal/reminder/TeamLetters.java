package coop.greffon.shifts.internal.reminder;

import coop.greffon.core.mail.Letter;
import coop.greffon.core.mail.Letter.Link;
import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.store.slot.TeamNews;
import coop.greffon.shifts.internal.store.slot.Template;
import coop.greffon.shifts.internal.words.SlotWords;
import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells people at once that they work in another team. */
@Component(service = TeamNews.class)
public final class TeamLetters implements TeamNews {
    private static final Link MINE = new Link(Text.of("shifts.letter.open"), "/shifts/mine");

    private final Postman postman;

    @Activate
    public TeamLetters(@Reference Postman postman) {
        this.postman = postman;
    }

    @Override
    public void changed(long memberId, LocalDate from, Template where, String causeKey) {
        postman.write(
                memberId,
                where == null
                        ? Text.of("shifts.letter.team-none.title", Letter.COOP, from)
                        : Text.of("shifts.letter.team.title", Letter.COOP, from),
                where == null
                        ? Text.of("shifts.letter.team-none.text", from)
                        : Text.of("shifts.letter.team.text", from, SlotWords.title(where)),
                MINE,
                "shifts.team/" + causeKey);
    }
}
