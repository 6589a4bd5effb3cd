package coop.greffon.shifts.internal.reminder;

import coop.greffon.core.mail.Letter;
import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.store.JpaDocuments;
import coop.greffon.shifts.internal.store.JpaDocuments.Missing;
import coop.greffon.shifts.internal.store.Period;
import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Letters about documents that leaves ask for. */
@Component(service = LeaveReminders.class)
public final class LeaveReminders {
    private final JpaDocuments documents;
    private final Postman postman;

    @Activate
    public LeaveReminders(@Reference JpaDocuments documents, @Reference Postman postman) {
        this.documents = documents;
        this.postman = postman;
    }

    /** Everything that is to be written on a day. Asked again, nothing is written twice. */
    int write(LocalDate day) {
        int written = 0;
        for (Missing missing : documents.missing(day)) {
            written += ask(missing) ? 1 : 0;
        }
        return written;
    }

    private boolean ask(Missing missing) {
        Period period = missing.period();
        return postman.write(
                missing.memberId(),
                Text.of("shifts.letter.document.title", Letter.COOP),
                Text.of(
                        "shifts.letter.document.text",
                        period.from(),
                        period.document().voidOn()),
                LeaveLetters.MINE,
                "shifts.document/" + period.id());
    }
}
